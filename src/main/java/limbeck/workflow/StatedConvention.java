package limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import limbeck.python.ModuleSource;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.table.NamingConvention;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import limbeck.text.ToolFailure;

/** A naming convention stated on the command line: an object of JSON, or a file that holds one. */
final class StatedConvention {
  private static final String NAME = "naming_convention";
  private static final String HELP =
      "write for example {\"pk\": \"pk_%(table_name)s\"}, or name a file that holds it";

  private StatedConvention() {}

  /** No module is found: an object of texts needs none. */
  private static final ModuleSource NOTHING =
      new ModuleSource() {
        @Override
        public Optional<Found> find(String dottedName) {
          return Optional.empty();
        }

        @Override
        public List<String> children(String dottedName) {
          return List.of();
        }
      };

  /**
   * Reads it.
   *
   * @throws ToolFailure when it is no object of texts
   */
  static NamingConvention read(String stated, Path directory) {
    boolean inline = stated.strip().startsWith("{");
    String text = inline ? stated : text(stated, directory);
    String path = inline ? "--naming-convention" : stated;
    // An object of texts is written alike in JSON and in Python.
    SourceFile file = new SourceFile(path, NAME + " = " + text.strip());
    Value value = new Evaluator(NOTHING, Host.SILENT).evaluate(NAME, file, false).names().get(NAME);
    ProblemLog problems = new ProblemLog();
    if (!(value instanceof Value.DictOf)) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE, "the naming convention in " + path + " is no JSON object", HELP);
    }
    NamingConvention convention = NamingConvention.read(value, problems, file.at(new Span(0, 0)));
    if (!problems.all().isEmpty()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE, path + ": " + problems.all().getFirst().message(), HELP);
    }
    return convention;
  }

  private static String text(String stated, Path directory) {
    try {
      Path inside = directory.resolve(stated);
      return Files.readString(Files.isRegularFile(inside) ? inside : Path.of(stated));
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE, "cannot read the naming convention " + stated, HELP, e);
    }
  }
}
