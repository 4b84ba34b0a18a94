package limbeck.plan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Rows that refer to what a downgrade brings back empty: a table or a key column that was dropped.
 * Before the foreign key comes back they must let go.
 */
final class LostReferences {
  private final Draft draft;
  private final Set<TableName> emptyTables = new HashSet<>();
  private final Set<ColumnPlace> emptyColumns = new HashSet<>();

  LostReferences(Draft draft) {
    this.draft = draft;
  }

  /** Takes note of a step of the downgrade. */
  void pass(Operation operation) {
    switch (operation) {
      case TableOperation.CreateTable it -> {
        if (draft.archive().table(it.table().name()).isEmpty()) {
          emptyTables.add(it.table().name());
        }
      }
      case ColumnOperation.AddColumn it -> {
        ColumnPlace place = new ColumnPlace(it.table(), it.column().name());
        if (draft.archive().column(place).isEmpty()) {
          emptyColumns.add(place);
        }
      }
      default -> {} // nothing else brings back what was dropped
    }
  }

  /** Returns what must be done about rows before this foreign key comes back. */
  List<Operation> before(TableName table, Constraint.ForeignKey key, Schema schema) {
    boolean lost =
        emptyTables.contains(key.target())
            || key.targetColumns().stream()
                .anyMatch(it -> emptyColumns.contains(new ColumnPlace(key.target(), it)));
    boolean fresh =
        emptyTables.contains(table)
            || key.columns().stream()
                .anyMatch(it -> emptyColumns.contains(new ColumnPlace(table, it)));
    Optional<Table> holder = schema.table(table);
    if (!lost || fresh || holder.isEmpty()) {
      return List.of();
    }
    List<ColumnName> nullable =
        key.columns().stream()
            .filter(it -> holder.orElseThrow().column(it).map(Column::nullable).orElse(false))
            .toList();
    boolean all = nullable.size() == key.columns().size();
    if (nullable.isEmpty() || (key.match().isPresent() && !all)) {
      draft.note(
          SafetyNote.Kind.HUMAN,
          "The downgrade stops when "
              + table
              + " has rows: what they refer to in "
              + key.target()
              + " is lost.");
      return List.of(
          new DataOperation.RequireNoRows(
              table,
              draft.sql().anyRow(table),
              "Rows of "
                  + table
                  + " refer to rows of "
                  + key.target()
                  + " that were dropped; remove them first."));
    }
    List<Operation> result = new ArrayList<>();
    for (ColumnName column : key.match().isPresent() ? nullable : nullable.subList(0, 1)) {
      result.add(
          new DataOperation.Backfill(
              table,
              column,
              new SqlText("NULL"),
              Optional.of(new SqlText(draft.sql().column(column) + " IS NOT NULL"))));
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "The downgrade empties "
              + new ColumnPlace(table, column)
              + ": what it refers to in "
              + key.target()
              + " is lost.");
    }
    return result;
  }
}
