package limbeck.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
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
  private static Optional<String> mode(Location call) {
    String text = call.file().text();
    int start = call.span().start();
    Optional<String> result = Optional.empty();
    Matcher block = BLOCK.matcher(text);
    while (block.find() && block.end() <= start) {
      if (text.startsWith(block.group(2) + ".", start)) {
        Matcher stated = RECREATE.matcher(block.group(1));
        result = Optional.of(stated.find() ? stated.group(1) : "auto");
      }
    }
    return result;
  }

  /** What "auto" takes for possible in place: new columns and indexes. */
  private static boolean recreates(String mode, Operation operation) {
    if (mode.equals("never")) {
      return false;
    }
    return switch (operation) {
      case ColumnOperation.DropColumn _,
          ColumnOperation.AlterColumn _,
          ConstraintOperation _,
          TableOperation.SetTableComment _ ->
          true;
      case ColumnOperation.AddColumn _,
          IndexOperation _,
          TableOperation.CreateTable _,
          TableOperation.DropTable _,
          TableOperation.RenameTable _,
          TableOperation.OrderColumns _ ->
          mode.equals("always");
      case TypeOperation _, ObjectOperation _, DataOperation _, Opaque _ -> false;
    };
  }
}
