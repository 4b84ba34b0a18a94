package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/**
 * Keeps the order of a primary key as a history has it. SQLAlchemy puts the counting column of a
 * composite key first when it creates the table of a model, but Alembic writes the key in the order
 * of the columns: no project means that difference.
 */
final class KeyOrder {
  private KeyOrder() {}

  /** Returns the models with the keys in the order they have before, where only that differs. */
  static Schema kept(Schema models, Schema before) {
    Schema result = models;
    for (Table table : models.tables().values()) {
      Optional<Constraint.PrimaryKey> present =
          before.table(table.name()).flatMap(Table::primaryKey);
      Optional<Constraint.PrimaryKey> wanted = table.primaryKey();
      if (present.isPresent()
          && wanted.isPresent()
          && isCountingFirst(table, wanted.get().columns(), present.get().columns())) {
        List<Constraint> constraints = new ArrayList<>(table.constraints());
        constraints.replaceAll(
            it ->
                it instanceof Constraint.PrimaryKey key
                    ? new Constraint.PrimaryKey(key.name(), present.get().columns(), key.deferral())
                    : it);
        result = result.with(table.withConstraints(constraints));
      }
    }
    return result;
  }

  private static boolean isCountingFirst(
      Table table, List<ColumnName> wanted, List<ColumnName> present) {
    if (wanted.size() < 2 || wanted.equals(present)) {
      return false;
    }
    ColumnName first = wanted.getFirst();
    List<ColumnName> others = new ArrayList<>(present);
    return table.column(first).filter(KeyOrder::counts).isPresent()
        && others.remove(first)
        && others.equals(wanted.subList(1, wanted.size()));
  }

  private static boolean counts(Column column) {
    return column.autoincrement()
        || column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }
}
