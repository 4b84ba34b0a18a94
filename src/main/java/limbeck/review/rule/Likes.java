package limbeck.review.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** Tells whether what goes with a column has its like over other ones, so that nothing is lost. */
final class Likes {
  private Likes() {}

  /** Whether another constraint says the same without the column. */
  static boolean hasLike(Table table, Constraint one, ColumnName column) {
    return table.constraints().stream()
        .filter(it -> !it.equals(one) && it.getClass().equals(one.getClass()))
        .filter(it -> !Dependents.uses(it, column))
        .anyMatch(
            it ->
                areAlike(
                    table.withConstraints(List.of(one)),
                    columns(table, name -> Dependents.uses(one, name)),
                    columns(table, name -> Dependents.uses(it, name)),
                    renamed -> sameButName(renamed.constraints().getFirst(), it)));
  }

  /** Whether another index finds the same without the column. */
  static boolean hasLike(Table table, Index one, ColumnName column) {
    return table.indexes().stream()
        .filter(it -> !it.equals(one) && !Dependents.uses(it, column))
        .anyMatch(
            it ->
                areAlike(
                    table.withIndexes(List.of(one)),
                    columns(table, name -> Dependents.uses(one, name)),
                    columns(table, name -> Dependents.uses(it, name)),
                    renamed ->
                        renamed
                            .indexes()
                            .getFirst()
                            .withName(Optional.empty())
                            .equals(it.withName(Optional.empty()))));
  }

  private static boolean sameButName(Constraint one, Constraint other) {
    return one.withName(Optional.empty()).equals(other.withName(Optional.empty()));
  }

  private static List<ColumnName> columns(Table table, Predicate<ColumnName> used) {
    return table.columns().stream().map(Column::name).filter(used).toList();
  }

  /** Whether the one is the other when its columns take the names of those only the other has. */
  private static boolean areAlike(
      Table alone, List<ColumnName> ones, List<ColumnName> others, Predicate<Table> same) {
    List<ColumnName> from = without(ones, others);
    List<ColumnName> to = without(others, ones);
    BiPredicate<List<ColumnName>, List<ColumnName>> fits =
        (names, become) -> same.test(renamed(alone, names, become));
    return from.size() == to.size() && (fits.test(from, to) || fits.test(from, to.reversed()));
  }

  private static List<ColumnName> without(List<ColumnName> names, List<ColumnName> others) {
    List<ColumnName> result = new ArrayList<>(names);
    result.removeAll(others);
    return result;
  }

  private static Table renamed(Table table, List<ColumnName> from, List<ColumnName> to) {
    List<Column> columns = table.columns().stream().filter(it -> !to.contains(it.name())).toList();
    Schema schema = Schema.EMPTY.with(table.withColumns(columns));
    for (int i = 0; i < from.size(); i++) {
      schema =
          Apply.after(
              new AlterColumn(
                  table.name(), from.get(i), List.of(new ColumnChange.Rename(to.get(i)))),
              schema);
    }
    return schema.table(table.name()).orElseThrow();
  }
}
