package limbeck.database.postgresql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import limbeck.database.Session;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The tables without what is in them, by the catalog's numbers. */
final class Relations {
  private static final String QUERY =
      """
      SELECT c.oid AS id, n.nspname AS schema, c.relname AS name,
             c.relpersistence = 'u' AS unlogged,
             obj_description(c.oid, 'pg_class') AS comment,
             pg_get_partkeydef(c.oid) AS partition_key,
             pg_get_expr(c.relpartbound, c.oid) AS partition_bound,
             (SELECT string_agg(i.inhparent::regclass::text, ', ' ORDER BY i.inhseqno)
                FROM pg_inherits i WHERE i.inhrelid = c.oid) AS parents,
             array_to_string(c.reloptions, E'\\n') AS storage,
             s.spcname AS tablespace,
             c.relrowsecurity AS row_security, c.relforcerowsecurity AS forced_row_security
        FROM pg_class c
        JOIN pg_namespace n ON n.oid = c.relnamespace
        LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
       WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND %s AND %s
      """
          .formatted(Catalog.IN_USER_SCHEMA, Catalog.notOfExtension("pg_class", "c.oid"));

  private final Map<String, Table> tables = new LinkedHashMap<>();

  /** Reads the tables that are not ignored. */
  static Relations read(Session session, Names names, Scope scope, SortedSet<String> beyond) {
    Relations result = new Relations();
    CatalogRow.each(
        session,
        QUERY,
        row -> {
          TableName name = names.table(row);
          if (!scope.ignoredTables().contains(name)) {
            result.tables.put(
                row.text("id"),
                new Table(
                    name, List.of(), List.of(), List.of(), row.find("comment"), options(row)));
            noteRowSecurity(row, name, beyond);
          }
        });
    return result;
  }

  Optional<Table> find(String id) {
    return Optional.ofNullable(tables.get(id));
  }

  void replace(String id, Table table) {
    tables.put(id, table);
  }

  Iterable<Table> all() {
    return tables.values();
  }

  private static SortedMap<String, String> options(CatalogRow row) {
    SortedMap<String, String> options = new TreeMap<>();
    if (row.flag("unlogged")) {
      options.put("prefixes", "UNLOGGED");
    }
    row.find("partition_key").ifPresent(it -> options.put("postgresql_partition_by", it));
    Optional<String> parents = row.find("parents");
    Optional<String> bound = row.find("partition_bound");
    if (bound.isPresent()) {
      // SQLAlchemy has no keyword for it; the key follows its habit.
      options.put("postgresql_partition_of", parents.orElse("") + " " + bound.get());
    } else {
      parents.ifPresent(it -> options.put("postgresql_inherits", it));
    }
    row.find("tablespace").ifPresent(it -> options.put("postgresql_tablespace", it));
    Catalog.addStorageParameters(options, row.lines("storage"));
    return options;
  }

  private static void noteRowSecurity(CatalogRow row, TableName name, SortedSet<String> beyond) {
    if (row.flag("row_security")) {
      beyond.add("row level security of table " + name + ": enabled");
    }
    if (row.flag("forced_row_security")) {
      beyond.add("row level security of table " + name + ": forced on its owner");
    }
  }
}
