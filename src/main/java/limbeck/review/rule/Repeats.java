package limbeck.review.rule;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.review.StepReview;
import limbeck.sql.BatchedBlock;
import limbeck.sql.SqlToken;

/**
 * Which steps of a revision can run a second time, when they have run before it failed: those that
 * say so themselves, and those whose object an earlier step drops if it is there.
 */
final class Repeats {
  private static final Pattern GOES_ON =
      Pattern.compile(
          "(?is)UPDATE\\b.*\\bWHERE\\b.*\\bIS NULL\\b.*|INSERT\\b.*\\bON CONFLICT\\b.*");

  private final Set<String> cleared = new HashSet<>();

  /** Returns whether a step can; steps are asked in their order. */
  boolean isRepeatable(StepReview step) {
    // No shortcut: every part is looked at for what it clears.
    return step.parts().stream().map(it -> isRepeatable(it.operation())).toList().stream()
        .allMatch(it -> it);
  }

  private boolean isRepeatable(Operation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex it ->
          it.ifNotExists()
              || it.index().name().filter(name -> cleared.contains(name.text())).isPresent();
      case IndexOperation.DropIndex it -> it.ifExists() && clears(it.name().text());
      case IndexOperation.RenameIndex _ -> false;
      case ConstraintOperation.AddConstraint it ->
          it.constraint().name().filter(name -> cleared.contains(name.text())).isPresent();
      case ConstraintOperation.DropConstraint it -> it.ifExists() && clears(it.name().text());
      case ConstraintOperation.ValidateConstraint _, ConstraintOperation.SetDeferral _ -> true;
      case ConstraintOperation.RenameConstraint _ -> false;
      case ColumnOperation.AddColumn it -> it.ifNotExists();
      case ColumnOperation.DropColumn it -> it.ifExists();
      case ColumnOperation.AlterColumn it ->
          it.changes().stream().noneMatch(ColumnChange.Rename.class::isInstance);
      case TypeOperation.AddEnumLabel it -> it.ifNotExists();
      case TypeOperation.CreateEnum it -> it.ifNotExists();
      case TypeOperation.DropEnum it -> it.ifExists();
      case DataOperation.ExecuteSql it -> isRepeatable(it);
      case DataOperation.Backfill _, DataOperation.RequireNoRows _ -> true;
      case DataOperation.InsertRows _ -> false;
      case TableOperation.SetTableComment _, TableOperation.OrderColumns _ -> true;
      case TableOperation.CreateTable it -> it.ifNotExists();
      case TableOperation.DropTable it -> it.ifExists();
      case ObjectOperation it -> isRepeatable(it);
      case TableOperation.RenameTable _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          TypeOperation _,
          Opaque _ ->
          false;
    };
  }

  /**
   * Batches that fill what is still NULL, or copy what is not there yet, and write nothing else go
   * on where they ended.
   */
  private static boolean goesOn(BatchedBlock block) {
    List<String> written =
        Stream.of("update", "insert", "delete")
            .flatMap(it -> block.statement(it).stream())
            .map(it -> it.stream().map(SqlToken::text).collect(Collectors.joining(" ")))
            .toList();
    return written.size() == 1 && GOES_ON.matcher(written.getFirst()).matches();
  }

  private boolean isRepeatable(ObjectOperation operation) {
    return switch (operation) {
      case ObjectOperation.CreateNamespace it -> it.ifNotExists();
      case ObjectOperation.DropNamespace it -> it.ifExists();
      case ObjectOperation.CreateSequence it -> it.ifNotExists();
      case ObjectOperation.DropSequence it -> it.ifExists();
      case ObjectOperation.CreateObject it ->
          it.replace() || cleared.contains(it.object().name().name());
      case ObjectOperation.DropObject it -> it.ifExists() && clears(it.name().name());
      case ObjectOperation.AlterSequence _ -> true;
      case ObjectOperation.RenameSequence _, ObjectOperation.RenameObject _ -> false;
    };
  }

  private boolean clears(String name) {
    cleared.add(name);
    return true;
  }

  /** An UPDATE of what is still NULL finds nothing the second time, nor does a DELETE. */
  private static boolean isRepeatable(DataOperation.ExecuteSql sql) {
    return sql.writes().isEmpty()
        || BatchedBlock.of(sql.statement().text()).filter(Repeats::goesOn).isPresent()
        || sql.statement()
            .text()
            .matches("(?is)\\s*(DELETE\\b.*|UPDATE\\b.*\\bWHERE\\b.*\\bIS\\s+NULL\\b.*)");
  }
}
