package limbeck.plan;

import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Which tables a statement of PostgreSQL locks so that others wait. */
final class LockedTables {
  private LockedTables() {}

  /** Returns the tables; a foreign key that comes or goes locks the one it refers to as well. */
  static SortedSet<TableName> of(Operation operation, Schema before) {
    SortedSet<TableName> result = new TreeSet<>();
    Touched.table(operation).ifPresent(result::add);
    switch (operation) {
      case ConstraintOperation.AddConstraint it -> target(it.constraint(), result);
      case ConstraintOperation.DropConstraint it ->
          before
              .table(it.table())
              .flatMap(table -> table.constraint(it.name()))
              .ifPresent(constraint -> target(constraint, result));
      case TableOperation.DropTable it ->
          before.table(it.table()).map(Table::foreignKeys).stream()
              .flatMap(keys -> keys.stream())
              .forEach(key -> result.add(key.target()));
      case ObjectOperation.CreateObject it ->
          onTable(it.object().kind(), it.object().name()).ifPresent(result::add);
      case ObjectOperation.RenameObject it ->
          onTable(it.from().kind(), it.from().name()).ifPresent(result::add);
      case ObjectOperation.DropObject it -> onTable(it.kind(), it.name()).ifPresent(result::add);
      default -> {} // nothing else is about two tables
    }
    return result;
  }

  private static void target(Constraint constraint, SortedSet<TableName> result) {
    if (constraint instanceof Constraint.ForeignKey key) {
      result.add(key.target());
    }
  }

  private static Optional<TableName> onTable(CarriedObject.Kind kind, ObjectName name) {
    int dot = name.name().lastIndexOf('.');
    return kind == CarriedObject.Kind.TRIGGER && dot > 0
        ? Optional.of(new TableName(name.schema(), name.name().substring(0, dot)))
        : Optional.empty();
  }
}
