package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import limbeck.database.Rows;
import limbeck.database.Session;
import limbeck.dialect.Dialect;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Every row of a few small tables, as text.
 *
 * @param tables rows by table, each a value by column; empty for NULL
 */
record RowSnapshot(SortedMap<TableName, List<Map<ColumnName, Optional<String>>>> tables) {

  /** Reads all rows of the tables. */
  static RowSnapshot take(Session session, Dialect dialect, Schema schema) {
    SortedMap<TableName, List<Map<ColumnName, Optional<String>>>> result = new TreeMap<>();
    for (Table table : schema.tables().values()) {
      if (!table.columns().isEmpty()) {
        result.put(table.name(), rows(session, dialect, table));
      }
    }
    return new RowSnapshot(result);
  }

  private static List<Map<ColumnName, Optional<String>>> rows(
      Session session, Dialect dialect, Table table) {
    List<ColumnName> names = table.columns().stream().map(Column::name).toList();
    String columns =
        names.stream()
            .map(name -> dialect.quote(name.text()) + "::text")
            .collect(Collectors.joining(", "));
    Rows rows = session.query("SELECT " + columns + " FROM " + qualified(dialect, table.name()));
    List<Map<ColumnName, Optional<String>>> result = new ArrayList<>();
    for (List<Optional<String>> row : rows.values()) {
      Map<ColumnName, Optional<String>> values = new TreeMap<>();
      for (int i = 0; i < names.size(); i++) {
        values.put(names.get(i), row.get(i));
      }
      result.add(values);
    }
    return result;
  }

  static String qualified(Dialect dialect, TableName name) {
    String table = dialect.quote(name.name());
    return name.schema().map(it -> dialect.quote(it) + "." + table).orElse(table);
  }

  /** Returns how many rows there are in all. */
  int size() {
    return tables.values().stream().mapToInt(List::size).sum();
  }

  /** Returns the rows of a table; none when it is not there. */
  List<Map<ColumnName, Optional<String>>> rows(TableName table) {
    return tables.getOrDefault(table, List.of());
  }
}
