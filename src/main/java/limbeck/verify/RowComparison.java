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
 * @param dropped columns and tables that steps dropped, with the number of values they held
 * @param differences what is missing or changed though no step says so, each one sentence
 */
record RowComparison(int kept, Map<String, Integer> dropped, List<String> differences) {

  /**
   * Looks for the values of one snapshot in a later one.
   *
   * @param trail where each column went in between
   */
  static RowComparison between(RowSnapshot before, RowSnapshot after, ColumnTrail trail) {
    int kept = 0;
    Map<String, Integer> dropped = new TreeMap<>();
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
          dropped.put(table + "." + column, values.size());
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
