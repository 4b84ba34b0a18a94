package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import limbeck.database.Session;
import limbeck.schema.Index;
import limbeck.schema.IndexName;

/**
 * The indexes that no constraint made. Those that a partition has from its parent are the parent's.
 */
final class Indexes {
  private Indexes() {}

  /** Puts the indexes into their tables. */
  static void read(
      Session session,
      int version,
      Relations relations,
      Columns columns,
      IndexElements elements,
      SortedSet<String> beyond) {
    Map<String, List<Index>> byRelation = new HashMap<>();
    CatalogRow.each(
        session,
        query(version),
        row -> {
          String relation = row.text("relation");
          if (relations.find(relation).isPresent()) {
            byRelation
                .computeIfAbsent(relation, _ -> new ArrayList<>())
                .add(index(row, columns, elements));
          } else if (row.text("kind").equals("m")) {
            beyond.add("index of a materialized view: " + row.text("definition"));
          }
        });
    byRelation.forEach(
        (id, indexes) ->
            relations.find(id).ifPresent(it -> relations.replace(id, it.withIndexes(indexes))));
  }

  private static String query(int version) {
    return """
    SELECT i.indexrelid AS id, i.indrelid AS relation, x.relname AS index_name,
           i.indisunique AS is_unique, i.indisvalid AS valid, %s AS nulls_not_distinct,
           i.indkey AS columns, i.indnkeyatts AS key_columns, m.amname AS method,
           pg_get_expr(i.indpred, i.indrelid) AS predicate,
           array_to_string(x.reloptions, E'\\n') AS storage, s.spcname AS tablespace,
           c.relkind AS kind, pg_get_indexdef(i.indexrelid) AS definition
      FROM pg_index i
      JOIN pg_class x ON x.oid = i.indexrelid
      JOIN pg_class c ON c.oid = i.indrelid
      JOIN pg_namespace n ON n.oid = x.relnamespace
      JOIN pg_am m ON m.oid = x.relam
      LEFT JOIN pg_tablespace s ON s.oid = x.reltablespace
     WHERE NOT x.relispartition AND c.relpersistence <> 't'
       AND NOT EXISTS (SELECT FROM pg_constraint k
                        WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
       AND %s AND %s
     ORDER BY i.indrelid, x.relname
    """
        .formatted(
            version >= 150_000 ? "i.indnullsnotdistinct" : "false",
            Catalog.IN_USER_SCHEMA,
            Catalog.notOfExtension("pg_class", "c.oid"));
  }

  private static Index index(CatalogRow row, Columns columns, IndexElements elements) {
    String relation = row.text("relation");
    List<Integer> numbers = row.numbers("columns");
    SortedMap<String, String> options = new TreeMap<>();
    row.find("tablespace").ifPresent(it -> options.put("postgresql_tablespace", it));
    Catalog.addStorageParameters(options, row.lines("storage"));
    return new Index(
        Optional.of(new IndexName(row.text("index_name"))),
        elements.of(row.text("id"), relation),
        row.flag("is_unique"),
        Optional.of(row.text("method")).filter(it -> !it.equals("btree")),
        columns.names(relation, numbers.subList(row.number("key_columns"), numbers.size())),
        row.expression("predicate"),
        row.flag("nulls_not_distinct"),
        options,
        row.flag("valid"));
  }
}
