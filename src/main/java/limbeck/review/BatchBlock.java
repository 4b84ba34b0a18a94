package limbeck.review;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableRecreation;
import limbeck.schema.DialectName;
import limbeck.text.Location;

/** What a batch block makes of its calls on SQLite, as the text of the script shows it. */
final class BatchBlock {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)\\bbatch_alter_table\\((.*?)\\)\\s+as\\s+(\\w+)\\s*:");
  private static final Pattern RECREATE = Pattern.compile("\\brecreate\\s*=\\s*[\"'](\\w+)[\"']");

  private BatchBlock() {}

  /** Returns whether Alembic makes the table anew for an operation, by copying all its rows. */
  static boolean isRecreated(StepFacts part) {
    return part.location()
        .flatMap(it -> mode(it))
        .filter(it -> recreates(it, part.operation()))
        .isPresent();
  }

  /** The parameter {@code recreate} of the block that a call belongs to, told by its name. */
  private static Optional<TableRecreation.Mode> mode(Location call) {
    String text = call.file().text();
    int start = call.span().start();
    Optional<TableRecreation.Mode> result = Optional.empty();
    Matcher block = BLOCK.matcher(text);
    while (block.find() && block.end() <= start) {
      if (text.startsWith(block.group(2) + ".", start)) {
        Matcher stated = RECREATE.matcher(block.group(1));
        Optional<String> word = stated.find() ? Optional.of(stated.group(1)) : Optional.empty();
        result = Optional.of(TableRecreation.Mode.of(word));
      }
    }
    return result;
  }

  private static boolean recreates(TableRecreation.Mode mode, Operation operation) {
    // What a block executes is no part of what it does to its table.
    return !(operation instanceof DataOperation || operation instanceof Opaque)
        && TableRecreation.happens(mode, DialectName.SQLITE, List.of(operation));
  }
}
