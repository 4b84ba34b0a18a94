package limbeck.review.rule;

import java.util.Optional;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** Tells whether what goes with a column has its like over another one, so that nothing is lost. */
final class Likes {
  private Likes() {}

  /** Whether one constraint says of another column what the first says of this one. */
  static boolean overAnother(Table table, Constraint one, Constraint other, ColumnName column) {
    return !one.equals(other)
        && one.getClass().equals(other.getClass())
        && table.columns().stream()
            .map(Column::name)
            .filter(it -> !it.equals(column))
            .anyMatch(
                it ->
                    renamed(table.withConstraints(java.util.List.of(one)), column, it)
                        .constraints()
                        .getFirst()
                        .withName(Optional.empty())
                        .equals(other.withName(Optional.empty())));
  }

  /** The same for indexes. */
  static boolean overAnother(Table table, Index one, Index other, ColumnName column) {
    return !one.equals(other)
        && table.columns().stream()
            .map(Column::name)
            .filter(it -> !it.equals(column))
            .anyMatch(
                it ->
                    renamed(table.withIndexes(java.util.List.of(one)), column, it)
                        .indexes()
                        .getFirst()
                        .withName(Optional.empty())
                        .equals(other.withName(Optional.empty())));
  }

  private static Table renamed(Table table, ColumnName from, ColumnName to) {
    Table without =
        table.withColumns(table.columns().stream().filter(it -> !it.name().equals(to)).toList());
    return Apply.after(
            new AlterColumn(
                table.name(), from, java.util.List.of(new ColumnChange.Rename(to))),
            Schema.EMPTY.with(without))
        .table(table.name())
        .orElseThrow();
  }
}
