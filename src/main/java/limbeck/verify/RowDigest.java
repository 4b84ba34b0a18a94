package limbeck.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.database.Session;

/**
 * How many rows tables hold, and a digest of the values of each column. Tables and columns are told
 * apart by their numbers, so a new name is no loss.
 *
 * @param tables by number
 */
record RowDigest(Map<String, Rows> tables) {
  private static final String COLUMNS =
      """
      SELECT c.oid, n.nspname, c.relname, a.attnum, a.attname
      FROM pg_class c
      JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND n.nspname NOT LIKE 'pg\\_t%'
      ORDER BY c.oid, a.attnum
      """;

  /** Tables in one query; more would make a statement that takes long to plan. */
  private static final int AT_ONCE = 50;

  /**
   * The rows of a table.
   *
   * @param name its name
   * @param count how many
   * @param columns by number
   */
  record Rows(String name, long count, Map<String, Values> columns) {}

  /**
   * The values of a column.
   *
   * @param name its name
   * @param count how many are not NULL
   * @param digest of all of them, in no order
   */
  record Values(String name, long count, String digest) {}

  /** Looks at all tables a session sees, in the transaction it is in. */
  static RowDigest take(Session session) {
    Map<String, List<List<Optional<String>>>> columns = new LinkedHashMap<>();
    for (List<Optional<String>> row : session.query(COLUMNS).values()) {
      columns.computeIfAbsent(row.getFirst().orElseThrow(), _ -> new ArrayList<>()).add(row);
    }
    Map<String, Rows> result = new LinkedHashMap<>();
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, List<List<Optional<String>>>> table : columns.entrySet()) {
      parts.add(query(table.getKey(), table.getValue()));
      if (parts.size() == AT_ONCE) {
        read(session, parts, columns, result);
        parts.clear();
      }
    }
    read(session, parts, columns, result);
    return new RowDigest(result);
  }

  private static String query(String number, List<List<Optional<String>>> columns) {
    StringBuilder sql = new StringBuilder("SELECT ").append(number).append(", count(*)::text");
    sql.append(", ARRAY_TO_STRING(ARRAY[");
    for (int i = 0; i < columns.size(); i++) {
      String name = quoted(columns.get(i).get(4).orElseThrow());
      sql.append(i == 0 ? "" : ", ")
          .append("count(")
          .append(name)
          .append(")::text, md5(coalesce(string_agg(")
          .append(name)
          .append("::text, '|' ORDER BY ")
          .append(name)
          .append("::text), ''))");
    }
    return sql.append("], ' ') FROM ONLY ")
        .append(quoted(columns.getFirst().get(1).orElseThrow()))
        .append('.')
        .append(quoted(columns.getFirst().get(2).orElseThrow()))
        .toString();
  }

  private static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }

  private static void read(
      Session session,
      List<String> parts,
      Map<String, List<List<Optional<String>>>> columns,
      Map<String, Rows> result) {
    if (parts.isEmpty()) {
      return;
    }
    for (List<Optional<String>> row : session.query(String.join(" UNION ALL ", parts)).values()) {
      String number = row.get(0).orElseThrow();
      List<List<Optional<String>>> names = columns.getOrDefault(number, List.of());
      String[] values = row.get(2).orElse("").split(" ", -1);
      Map<String, Values> read = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        read.put(
            names.get(i).get(3).orElseThrow(),
            new Values(
                names.get(i).get(4).orElseThrow(),
                Long.parseLong(values[2 * i]),
                values[2 * i + 1]));
      }
      result.put(
          number,
          new Rows(
              names.getFirst().get(2).orElseThrow(), Long.parseLong(row.get(1).orElse("0")), read));
    }
  }

  /** Returns what is gone in a later look, each one sentence. */
  List<String> lostUntil(RowDigest later) {
    List<String> result = new ArrayList<>();
    tables.forEach(
        (number, before) -> {
          Rows after = later.tables().get(number);
          if (after == null) {
            if (before.count() > 0) {
              result.add(before.name() + " is gone with " + before.count() + " rows");
            }
            return;
          }
          if (after.count() < before.count()) {
            result.add(before.name() + " has lost " + (before.count() - after.count()) + " rows");
          }
          before.columns().forEach((column, values) -> lost(before, column, values, after, result));
        });
    return result;
  }

  private static void lost(
      Rows before, String column, Values values, Rows after, List<String> result) {
    Values now = after.columns().get(column);
    String name = before.name() + "." + values.name();
    if (now == null) {
      if (values.count() > 0) {
        result.add(name + " is gone with " + values.count() + " values");
      }
    } else if (after.count() >= before.count() && now.count() < values.count()) {
      result.add(name + " has lost " + (values.count() - now.count()) + " values");
    }
  }

  /** Returns the columns whose values are others in a later look, though none is gone. */
  List<String> changedUntil(RowDigest later) {
    List<String> result = new ArrayList<>();
    tables.forEach(
        (number, before) -> {
          Rows after = later.tables().get(number);
          if (after != null && after.count() == before.count()) {
            before
                .columns()
                .forEach(
                    (column, values) -> {
                      Values now = after.columns().get(column);
                      if (now != null
                          && values.count() > 0
                          && now.count() >= values.count()
                          && !now.digest().equals(values.digest())) {
                        result.add(before.name() + "." + values.name() + " has other values");
                      }
                    });
          }
        });
    return result;
  }
}
