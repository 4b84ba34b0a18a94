package limbeck.review.rule;

import java.util.HashSet;
import java.util.Set;
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

/**
 * Which steps of a revision can run a second time, when they have run before it failed: those that
 * say so themselves, and those whose object an earlier step drops if it is there.
 */
final class Repeats {
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
      case DataOperation.ExecuteSql it -> isRepeatable(it);
      case DataOperation.Backfill _, DataOperation.RequireNoRows _ -> true;
      case DataOperation.InsertRows _ -> false;
      case TableOperation.SetTableComment _, TableOperation.OrderColumns _ -> true;
      case TableOperation.CreateTable _,
          TableOperation.DropTable _,
          TableOperation.RenameTable _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          TypeOperation _,
          ObjectOperation _,
          Opaque _ ->
          false;
    };
  }

  private boolean clears(String name) {
    cleared.add(name);
    return true;
  }

  /** An UPDATE of what is still NULL finds nothing the second time, nor does a DELETE. */
  private static boolean isRepeatable(DataOperation.ExecuteSql sql) {
    return sql.writes().isEmpty()
        || sql.statement()
            .text()
            .matches("(?is)\\s*(DELETE\\b.*|UPDATE\\b.*\\bWHERE\\b.*\\bIS\\s+NULL\\b.*)");
  }
}
