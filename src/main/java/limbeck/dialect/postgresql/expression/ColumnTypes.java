package limbeck.dialect.postgresql.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.Table;

/**
 * The types of the columns an expression may mention.
 *
 * @param table the table's name, which may qualify them; empty when there is no table
 * @param byName the columns' types as {@link TypeNames} knows them
 */
public record ColumnTypes(String table, Map<String, String> byName) {
  /** No column at all, as in a server default. */
  public static final ColumnTypes NONE = new ColumnTypes("", Map.of());

  /** Copies the map. */
  public ColumnTypes {
    byName = Map.copyOf(byName);
  }

  /** Returns the columns of a table whose types are in normal form. */
  public static ColumnTypes of(Table table) {
    Map<String, String> types = new HashMap<>();
    for (Column column : table.columns()) {
      types.put(column.name().text(), TypeNames.of(column.type()));
    }
    return new ColumnTypes(table.name().name(), types);
  }

  Optional<String> type(String column) {
    return Optional.ofNullable(byName.get(column)).filter(it -> !it.isEmpty());
  }
}
