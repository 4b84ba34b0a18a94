package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/**
 * What became of rows.
 *
 * @param kept values found again
 * @param dropped columns that steps dropped, alone or with their table, and what became of the
 *     values
 * @param differences what is missing or changed though no step says so, each one sentence
 */
record RowComparison(int kept, Map<String, Dropped> dropped, List<String> differences) {
  /**
   * What became of the values of a column that was dropped.
   *
   * @param values how many there were
   * @param back how many of them are there again, where the column is
   */
  record Dropped(int values, Optional<Integer> back) {}

  /**
   * Looks for the values of one snapshot in a later one.
   *
   * @param trail where each column went in between
   */
  static RowComparison between(RowSnapshot before, RowSnapshot after, ColumnTrail trail) {
    int kept = 0;
    Map<String, Dropped> dropped = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    for (TableName table : before.tables().keySet()) {
      List<Map<ColumnName, Optional<String>>> rows = before.rows(table);
      if (rows.isEmpty()) {
        continue;
      }
      for (ColumnName column : rows.getFirst().keySet()) {
        List<String> values = present(rows, column);
        Optional<ColumnTrail.Place> place = trail.now(table, column);
        if (place.isEmpty()) {
          dropped.put(
              table + "." + column, new Dropped(values.size(), back(values, table, column, after)));
        } else if (!trail.rewrites(place.get()) && !trail.writes(place.get().table())) {
          List<String> found = present(after.rows(place.get().table()), place.get().column());
          List<String> lost = minus(values, found);
          kept += values.size() - lost.size();
          if (!lost.isEmpty()) {
            differences.add(
                "%s.%s: %d of %d values are gone or changed, such as %s"
                    .formatted(table, column, lost.size(), values.size(), lost.getFirst()));
          }
        }
      }
    }
    return new RowComparison(kept, dropped, differences);
  }

  private static Optional<Integer> back(
      List<String> values, TableName table, ColumnName column, RowSnapshot after) {
    List<Map<ColumnName, Optional<String>>> rows = after.rows(table);
    return rows.isEmpty() || !rows.getFirst().containsKey(column)
        ? Optional.empty()
        : Optional.of(values.size() - minus(values, present(rows, column)).size());
  }

  private static List<String> present(
      List<Map<ColumnName, Optional<String>>> rows, ColumnName column) {
    return rows.stream()
        .flatMap(row -> row.getOrDefault(column, Optional.empty()).stream())
        .toList();
  }

  private static List<String> minus(List<String> values, List<String> found) {
    List<String> left = new ArrayList<>(values);
    found.forEach(left::remove);
    return left;
  }
}
