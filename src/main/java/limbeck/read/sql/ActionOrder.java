package limbeck.read.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;

/**
 * The order in which PostgreSQL takes the actions of one {@code ALTER TABLE}, whatever the order
 * they are written in (the passes of ATPrepCmd in its source).
 */
final class ActionOrder {
  private static final int DROP = 0;
  private static final int TYPE = 1;
  private static final int ADD_COLUMN = 2;
  private static final int REST = 3;

  private ActionOrder() {}

  /** Returns the operations in order, changes of one column in a row as one. */
  static List<Operation> of(List<Operation> actions) {
    List<Operation> result = new ArrayList<>();
    actions.stream()
        .sorted(Comparator.comparingInt(ActionOrder::pass))
        .forEach(it -> add(result, it));
    return result;
  }

  private static void add(List<Operation> result, Operation next) {
    if (!result.isEmpty()
        && next instanceof ColumnOperation.AlterColumn after
        && result.getLast() instanceof ColumnOperation.AlterColumn before
        && before.table().equals(after.table())
        && before.column().equals(after.column())) {
      List<ColumnChange> changes = new ArrayList<>(before.changes());
      changes.addAll(after.changes());
      result.set(
          result.size() - 1,
          new ColumnOperation.AlterColumn(before.table(), before.column(), changes));
    } else {
      result.add(next);
    }
  }

  private static int pass(Operation operation) {
    if (operation instanceof ColumnOperation.DropColumn
        || operation instanceof ObjectOperation
        || operation instanceof ConstraintOperation.DropConstraint) {
      return DROP;
    }
    if (operation instanceof ColumnOperation.AddColumn) {
      return ADD_COLUMN;
    }
    return operation instanceof ColumnOperation.AlterColumn alter
        ? pass(alter.changes().getFirst())
        : REST;
  }

  private static int pass(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType _ -> TYPE;
      case ColumnChange.SetNullable(boolean nullable) -> nullable ? DROP : REST;
      case ColumnChange.SetDefault(_, var to) -> to.isEmpty() ? DROP : REST;
      case ColumnChange.SetGeneration(_, var to) -> to.isEmpty() ? DROP : REST;
      case ColumnChange.SetAutoincrement _, ColumnChange.SetComment _, ColumnChange.Rename _ ->
          REST;
    };
  }
}
