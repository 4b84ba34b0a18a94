package limbeck.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Columns of the wanted schema of which only the name is known. They, and the keys and indexes over
 * them, are taken to be as they are: whatever else was assumed would come out as a change.
 */
final class UnreadColumns {
  private final Collected found;

  UnreadColumns(Collected found) {
    this.found = found;
  }

  /** Returns the wanted schema with its unread columns as the present schema has them. */
  Schema asPresent(Schema present, Schema wanted) {
    SortedMap<TableName, Table> tables = new TreeMap<>(wanted.tables());
    boolean any = false;
    for (Table table : wanted.tables().values()) {
      Optional<Table> before = present.table(table.name());
      if (before.isPresent() && table.columns().stream().anyMatch(Column::isUnread)) {
        tables.put(table.name(), settled(before.get(), table));
        any = true;
      }
    }
    return any ? wanted.withTables(tables) : wanted;
  }

  private Table settled(Table before, Table wanted) {
    Table result = wanted;
    for (Column column : wanted.columns()) {
      Optional<Column> present = before.column(column.name());
      if (column.isUnread() && present.isPresent()) {
        found.note(
            "column "
                + wanted.name()
                + "."
                + column.name()
                + " could not be read, so it is left as it is");
        result = settled(before, result, present.get());
      }
    }
    return result;
  }

  private static Table settled(Table before, Table wanted, Column present) {
    ColumnName name = present.name();
    List<Column> columns =
        wanted.columns().stream().map(it -> it.name().equals(name) ? present : it).toList();
    List<Constraint> constraints = new ArrayList<>(wanted.constraints());
    for (Constraint constraint : before.constraints()) {
      if (Dependents.uses(constraint, name) && !constraints.contains(constraint)) {
        if (constraint instanceof Constraint.PrimaryKey) {
          constraints.removeIf(Constraint.PrimaryKey.class::isInstance);
        }
        constraints.add(constraint);
      }
    }
    List<Index> indexes = new ArrayList<>(wanted.indexes());
    for (Index index : before.indexes()) {
      if (Dependents.uses(index, name) && !indexes.contains(index)) {
        indexes.removeIf(it -> it.name().isPresent() && it.name().equals(index.name()));
        indexes.add(index);
      }
    }
    return wanted.withColumns(columns).withConstraints(constraints).withIndexes(indexes);
  }
}
