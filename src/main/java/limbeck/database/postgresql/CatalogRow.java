package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import limbeck.database.Rows;
import limbeck.database.Session;
import limbeck.schema.SqlText;

/** One row of a catalog query, by column names. */
final class CatalogRow {
  private final Map<String, Integer> positions;
  private final List<Optional<String>> values;

  private CatalogRow(Map<String, Integer> positions, List<Optional<String>> values) {
    this.positions = positions;
    this.values = values;
  }

  /** Runs a query and hands over its rows in order. */
  static void each(Session session, String sql, Consumer<CatalogRow> taker) {
    Rows rows = session.query(sql);
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      positions.put(rows.columns().get(i), i);
    }
    rows.values().forEach(values -> taker.accept(new CatalogRow(positions, values)));
  }

  /** Returns a value that may be NULL. */
  Optional<String> find(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException("the query has no column " + column);
    }
    return values.get(position);
  }

  /** Returns a value that the catalog never leaves NULL. */
  String text(String column) {
    return find(column)
        .orElseThrow(() -> new IllegalStateException("the catalog has NULL as " + column));
  }

  boolean flag(String column) {
    return text(column).equals("t");
  }

  int number(String column) {
    return Integer.parseInt(text(column));
  }

  long longNumber(String column) {
    return Long.parseLong(text(column));
  }

  /** Returns the numbers of an {@code int2[]} or {@code int2vector}. */
  List<Integer> numbers(String column) {
    List<Integer> result = new ArrayList<>();
    for (String number : find(column).orElse("").split("[{}, ]+")) {
      if (!number.isEmpty()) {
        result.add(Integer.parseInt(number));
      }
    }
    return result;
  }

  /** Returns the lines of a text, none for NULL. */
  List<String> lines(String column) {
    return find(column).map(it -> it.lines().toList()).orElse(List.of());
  }

  /** Returns an expression without the parentheses that the server puts around it as a whole. */
  Optional<SqlText> expression(String column) {
    return find(column).map(it -> new SqlText(Parentheses.strip(it)));
  }
}
