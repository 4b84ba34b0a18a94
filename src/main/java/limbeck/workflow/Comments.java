package limbeck.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import limbeck.diff.Change;
import limbeck.diff.Difference;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Describe;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.plan.Plan;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Which reasons of a plan become comments in a script: those that tell a choice. That a new column
 * is new, or that a step undoes another, the code says itself.
 */
final class Comments {
  private final Set<String> plain = new HashSet<>();

  Comments(Difference difference, Plan plan) {
    Set<TableName> created = created(difference);
    difference.changes().stream()
        .filter(it -> it.operations().stream().noneMatch(op -> tellsMore(op, created)))
        .map(Change::because)
        .forEach(plain::add);
    plan.upgrade().stream()
        .map(it -> "undoes: " + Describe.describe(it.operation()))
        .forEach(plain::add);
  }

  private static Set<TableName> created(Difference difference) {
    Set<TableName> result = new HashSet<>();
    for (Operation operation : difference.operations()) {
      if (operation instanceof TableOperation.CreateTable(Table table, boolean _)) {
        result.add(table.name());
      }
    }
    return result;
  }

  /** A rename might have been a drop, and a constraint of a new table might stand in the table. */
  private static boolean tellsMore(Operation operation, Set<TableName> created) {
    return switch (operation) {
      case TableOperation.RenameTable _, TypeOperation.RenameType _ -> true;
      case TypeOperation.RenameEnumLabel _ -> true;
      case ColumnOperation.AlterColumn it ->
          it.changes().stream().anyMatch(ColumnChange.Rename.class::isInstance);
      case ConstraintOperation.AddConstraint it -> created.contains(it.table());
      default -> false;
    };
  }

  /** Returns the steps with the reasons that are worth a comment. */
  List<Step> chosen(List<Step> steps) {
    return steps.stream().map(this::chosen).toList();
  }

  private Step chosen(Step step) {
    return step.origin() instanceof Origin.Generated(String because) && plain.contains(because)
        ? new Step(step.operation(), new Origin.Generated(""), step.autocommit())
        : step;
  }
}
