package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The foreign keys a plan has dropped: when one comes back with another action, all rows refer to
 * something, because they did so under the old one.
 */
final class HeldReferences {
  /** A key that held, and the types of its columns then. */
  private record Held(TableName table, Constraint.ForeignKey key, List<SqlType> types) {}

  private final List<Held> dropped = new ArrayList<>();

  /**
   * Remembers a key that is about to be dropped, if it is one.
   *
   * @param named its table, with the names the database gives
   */
  void drop(ConstraintName name, Table named) {
    if (named.constraint(name).orElse(null) instanceof Constraint.ForeignKey key
        && key.validated()) {
      dropped.add(new Held(named.name(), key, types(named, key.columns())));
    }
  }

  /** Returns whether rows are known to satisfy a key, because one that asked for as much held. */
  boolean hold(TableName name, Constraint.ForeignKey key, Schema now) {
    Optional<Table> table = now.table(name);
    return table.isPresent()
        && dropped.stream()
            .anyMatch(
                it ->
                    it.table().equals(name)
                        && it.key().columns().equals(key.columns())
                        && it.key().target().equals(key.target())
                        && it.key().targetColumns().equals(key.targetColumns())
                        && it.key().match().equals(key.match())
                        && it.types().equals(types(table.get(), key.columns())));
  }

  private static List<SqlType> types(Table table, List<ColumnName> columns) {
    return columns.stream().flatMap(it -> table.column(it).stream()).map(Column::type).toList();
  }
}
