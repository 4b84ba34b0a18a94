package limbeck.workflow;

import java.util.List;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;

/**
 * What the models state and no revision makes, or the other way round. Only tables, columns and
 * whether these may be NULL: how expressions are spelled takes a database to compare, which {@code
 * check} asks.
 */
final class Uncovered {
  private Uncovered() {}

  static List<String> of(Workspace workspace) {
    boolean unsure =
        !workspace.stated().partial().isEmpty()
            || !workspace.stated().doubtful().isEmpty()
            || workspace.obstacles().stream()
                .anyMatch(it -> it.severity() == Problem.Severity.ERROR);
    return unsure
        ? List.of()
        : Comparison.asRead(workspace, workspace.scripts().graph().effectiveHeads())
            .difference(workspace, List.of())
            .operations()
            .stream()
            .filter(Uncovered::isPlain)
            .map(Describe::describe)
            .toList();
  }

  private static boolean isPlain(Operation operation) {
    return switch (operation) {
      case TableOperation.CreateTable _,
          TableOperation.DropTable _,
          ColumnOperation.AddColumn _,
          ColumnOperation.DropColumn _ ->
          true;
      case ColumnOperation.AlterColumn alter ->
          alter.changes().stream().allMatch(ColumnChange.SetNullable.class::isInstance);
      case TableOperation.RenameTable _,
          TableOperation.SetTableComment _,
          TableOperation.OrderColumns _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          ConstraintOperation _,
          IndexOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          false;
    };
  }
}
