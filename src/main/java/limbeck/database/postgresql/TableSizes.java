package limbeck.database.postgresql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import limbeck.database.Session;
import limbeck.schema.TableName;

/** How large the tables of a database are. Nothing is written, and no table is read. */
public final class TableSizes {
  private static final String QUERY =
      """
      SELECT n.nspname, c.relname, c.reltuples::bigint, pg_table_size(c.oid),
             pg_indexes_size(c.oid), n.nspname = current_schema()
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'm', 'p')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema')
        AND n.nspname NOT LIKE 'pg\\_t%'
      ORDER BY 1, 2
      """;

  private TableSizes() {}

  /**
   * A table's size.
   *
   * @param rows as the server believes; empty when the table was never analyzed
   * @param bytes of the table, with what is stored aside
   * @param indexBytes of its indexes
   */
  public record Size(OptionalLong rows, long bytes, long indexBytes) {}

  /** Reads them, in a transaction that may only read. */
  public static Map<TableName, Size> read(Session session) {
    session.begin();
    session.execute("SET TRANSACTION READ ONLY");
    Map<TableName, Size> result = new TreeMap<>();
    for (List<Optional<String>> row : session.query(QUERY).values()) {
      boolean usual = row.get(5).orElse("f").startsWith("t");
      long rows = Long.parseLong(row.get(2).orElse("-1"));
      result.put(
          new TableName(usual ? Optional.empty() : row.get(0), row.get(1).orElseThrow()),
          new Size(
              rows < 0 ? OptionalLong.empty() : OptionalLong.of(rows),
              Long.parseLong(row.get(3).orElse("0")),
              Long.parseLong(row.get(4).orElse("0"))));
    }
    session.rollback();
    return result;
  }
}
