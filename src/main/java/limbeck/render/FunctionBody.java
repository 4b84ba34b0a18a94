package limbeck.render;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * The body of one function of a script that is there already.
 *
 * @param lines indented by four, each ended by a line break
 * @param imports the import statements they need besides {@code from alembic import op}
 */
public record FunctionBody(String lines, SortedSet<String> imports) {
  /** Copies the imports. */
  public FunctionBody {
    imports = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(imports));
  }

  /**
   * Writes steps; empty when there is nothing to do, or more than imports is needed.
   *
   * @param before the schema before the first step
   */
  public static Optional<FunctionBody> write(
      List<Step> steps, Schema before, RenderOptions options) {
    Imports used = new Imports();
    String lines = BodyWriter.write(steps, before, new OperationCode(options, used));
    if (lines.isBlank() || used.rawType()) {
      return Optional.empty();
    }
    SortedSet<String> imports = new TreeSet<>();
    used.dialects().forEach(it -> imports.add("from sqlalchemy.dialects import " + it));
    if (lines.matches("(?s).*\\bsa\\.\\w.*")) {
      imports.add("import sqlalchemy as sa");
    }
    return Optional.of(new FunctionBody(lines, imports));
  }
}
