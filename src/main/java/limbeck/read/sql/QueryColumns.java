package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.sql.SqlToken;

/** The columns of a plain copy: {@code TABLE t} or {@code SELECT * or columns FROM t}. */
final class QueryColumns {
  private static final Set<String> AFTER_ONE_TABLE =
      Set.of("where", "order", "limit", "offset", "with", "fetch", "for");

  private QueryColumns() {}

  /** Returns the columns; empty when the query is anything more. */
  static Optional<List<Column>> read(Cursor cursor, Schema schema) {
    if (cursor.accept("table")) {
      return schema
          .table(cursor.qualifiedName("a table's name").table(schema))
          .map(it -> it.columns().stream().map(QueryColumns::copy).toList());
    }
    if (!cursor.accept("select")) {
      return Optional.empty();
    }
    List<Item> items = new ArrayList<>();
    do {
      Optional<Item> item = item(cursor);
      if (item.isEmpty()) {
        return Optional.empty();
      }
      items.add(item.orElseThrow());
    } while (cursor.accept(","));
    if (!cursor.accept("from") || !isName(cursor)) {
      return Optional.empty();
    }
    Optional<Table> source = schema.table(cursor.qualifiedName("a table's name").table(schema));
    cursor.accept("as");
    if (isName(cursor) && !cursor.atAny(AFTER_ONE_TABLE)) {
      cursor.name("an alias");
    }
    boolean alone = cursor.atEnd() || cursor.atAny(AFTER_ONE_TABLE);
    if (source.isEmpty() || !alone) {
      return Optional.empty();
    }
    cursor.skipRest();
    return columns(items, source.orElseThrow());
  }

  /**
   * One column of a query.
   *
   * @param source the column it shows; {@code *} for all
   * @param name what it is called
   */
  private record Item(String source, String name) {}

  private static Optional<Item> item(Cursor cursor) {
    if (cursor.accept("*")) {
      return Optional.of(new Item("*", "*"));
    }
    if (!isName(cursor)) {
      return Optional.empty();
    }
    String source = cursor.name("a column");
    if (cursor.accept(".")) {
      if (cursor.accept("*")) {
        return Optional.of(new Item("*", "*"));
      }
      source = cursor.label("a column");
    }
    String name = source;
    if (cursor.accept("as")) {
      name = cursor.label("a column");
    }
    return cursor.at(",") || cursor.at("from")
        ? Optional.of(new Item(source, name))
        : Optional.empty();
  }

  private static Optional<List<Column>> columns(List<Item> items, Table source) {
    List<Column> result = new ArrayList<>();
    for (Item item : items) {
      if (item.source().equals("*")) {
        source.columns().forEach(it -> result.add(copy(it)));
      } else {
        Optional<Column> column = source.column(new ColumnName(item.source()));
        if (column.isEmpty()) {
          return Optional.empty();
        }
        result.add(copy(column.orElseThrow()).withName(new ColumnName(item.name())));
      }
    }
    return Optional.of(result);
  }

  private static boolean isName(Cursor cursor) {
    SqlToken token = cursor.peek();
    return token.kind() == SqlToken.Kind.QUOTED_NAME
        || (token.kind() == SqlToken.Kind.WORD && !KeyWords.isReserved(token.value()));
  }

  /** A query's result keeps names and types only. */
  private static Column copy(Column column) {
    return Column.of(column.name().text(), column.type(), true);
  }
}
