package limbeck.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.database.Session;
import limbeck.dialect.LockMode;
import limbeck.schema.TableName;

/**
 * The tables and indexes of a database at a moment: their files, how often they were read in this
 * transaction, and which locks it holds.
 *
 * @param tables by number
 * @param indexes by number
 * @param locks held, each a table's number and a mode
 */
record Relations(Map<String, Relation> tables, Map<String, Relation> indexes, Set<Held> locks) {
  private static final String QUERY =
      """
      SELECT c.oid, n.nspname, c.relname, c.relkind, pg_relation_filenode(c.oid),
             pg_stat_get_xact_numscans(c.oid), i.indrelid,
             EXISTS (SELECT FROM pg_class v WHERE v.oid = i.indrelid AND v.relkind = 'm')
      FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      LEFT JOIN pg_index i ON i.indexrelid = c.oid
      WHERE c.relkind IN ('r', 'p', 'm', 'i', 'I')
        AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')
        AND n.nspname NOT LIKE 'pg_temp%'
      """;

  /**
   * A table or an index.
   *
   * @param name its name
   * @param file its file; empty where it has none
   * @param scans how often it was read
   * @param owner the number of an index's table
   * @param ofView whether it is the index of a materialized view, which schemas do not hold
   */
  record Relation(TableName name, String file, String scans, String owner, boolean ofView) {}

  /**
   * A lock.
   *
   * @param relation the number of what is locked
   * @param mode how
   */
  record Held(String relation, LockMode mode) {}

  static Relations of(Session session) {
    Map<String, Relation> tables = new HashMap<>();
    Map<String, Relation> indexes = new HashMap<>();
    for (List<Optional<String>> row : session.query(QUERY).values()) {
      String schema = row.get(1).orElseThrow();
      String name = row.get(2).orElseThrow();
      Relation relation =
          new Relation(
              schema.equals("public") ? TableName.of(name) : TableName.of(schema, name),
              row.get(4).orElse(""),
              row.get(5).orElse("0"),
              row.get(6).orElse(""),
              row.get(7).orElse("f").equals("t"));
      boolean index = row.get(3).orElseThrow().equalsIgnoreCase("i");
      (index ? indexes : tables).put(row.get(0).orElseThrow(), relation);
    }
    return new Relations(tables, indexes, locks(session, "pg_backend_pid()", " AND granted"));
  }

  /** Returns the locks of a session, seen from this or another one. */
  static Set<Held> locks(Session session, String process, String condition) {
    Set<Held> result = new HashSet<>();
    for (List<Optional<String>> row :
        session
            .query(
                "SELECT relation, mode FROM pg_locks WHERE locktype = 'relation' AND pid = %s%s"
                    .formatted(process, condition))
            .values()) {
      Optional<LockMode> mode = LockMode.ofCatalogName(row.get(1).orElseThrow());
      mode.ifPresent(it -> result.add(new Held(row.get(0).orElseThrow(), it)));
    }
    return result;
  }
}
