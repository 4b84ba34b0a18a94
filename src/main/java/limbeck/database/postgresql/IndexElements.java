package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.database.Session;
import limbeck.schema.Constraint;
import limbeck.schema.IndexElement;

/** The elements of all indexes, by the numbers of the indexes. */
final class IndexElements {
  private static final int DESCENDING = 1;
  private static final int NULLS_FIRST = 2;

  private static final String QUERY =
      """
      SELECT i.indexrelid AS index, k.position, i.indkey[k.position - 1] AS number,
             CASE WHEN i.indkey[k.position - 1] = 0
                  THEN pg_get_indexdef(i.indexrelid, k.position, false) END AS expression,
             i.indoption[k.position - 1] AS flags, pg_indexam_has_property(x.relam, 'can_order') AS ordered,
             CASE WHEN NOT o.opcdefault OR a.attoptions IS NOT NULL THEN o.opcname END AS class,
             cn.nspname AS class_schema, array_to_string(a.attoptions, ', ') AS class_options,
             l.collname AS collation, ln.nspname AS collation_schema,
             p.oprname AS operator, pn.nspname AS operator_schema
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_namespace n ON n.oid = x.relnamespace
        CROSS JOIN LATERAL generate_series(1, i.indnkeyatts) AS k (position)
        JOIN pg_attribute a ON a.attrelid = i.indexrelid AND a.attnum = k.position
        JOIN pg_type t ON t.oid = a.atttypid
        JOIN pg_opclass o ON o.oid = i.indclass[k.position - 1]
        JOIN pg_namespace cn ON cn.oid = o.opcnamespace
        LEFT JOIN pg_attribute b
          ON b.attrelid = i.indrelid AND b.attnum = i.indkey[k.position - 1] AND b.attnum > 0
        LEFT JOIN pg_collation l
          ON l.oid = i.indcollation[k.position - 1]
         AND l.oid <> coalesce(b.attcollation, t.typcollation)
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_constraint e ON e.conindid = i.indexrelid AND e.contype = 'x'
        LEFT JOIN pg_operator p ON p.oid = e.conexclop[k.position]
        LEFT JOIN pg_namespace pn ON pn.oid = p.oprnamespace
       WHERE %s
       ORDER BY i.indexrelid, k.position
      """
          .formatted(Catalog.IN_USER_SCHEMA);

  private final Names names;
  private final Columns columns;
  private final Map<String, List<CatalogRow>> rows = new HashMap<>();

  private IndexElements(Names names, Columns columns) {
    this.names = names;
    this.columns = columns;
  }

  static IndexElements read(Session session, Names names, Columns columns) {
    IndexElements result = new IndexElements(names, columns);
    CatalogRow.each(
        session,
        QUERY,
        row -> result.rows.computeIfAbsent(row.text("index"), _ -> new ArrayList<>()).add(row));
    return result;
  }

  /** Returns the elements of an index of the table. */
  List<IndexElement> of(String index, String relation) {
    return rows.getOrDefault(index, List.of()).stream().map(it -> element(it, relation)).toList();
  }

  /** Returns the elements of an exclusion constraint's index, with their operators. */
  List<Constraint.ExcludeElement> ofExclusion(String index, String relation) {
    return rows.getOrDefault(index, List.of()).stream()
        .map(it -> new Constraint.ExcludeElement(element(it, relation), operator(it)))
        .toList();
  }

  private IndexElement element(CatalogRow row, String relation) {
    int flags = row.number("flags");
    boolean ordered = row.find("ordered").equals(Optional.of("t"));
    boolean descending = ordered && (flags & DESCENDING) != 0;
    boolean nullsFirst = ordered && (flags & NULLS_FIRST) != 0;
    return new IndexElement(
        row.expression("expression")
            .<IndexElement.Target>map(IndexElement.Target.OfExpression::new)
            .orElseGet(
                () ->
                    new IndexElement.Target.OfColumn(columns.name(relation, row.number("number")))),
        row.find("class").map(it -> operatorClass(row, it)),
        row.find("collation").map(it -> names.visible(row.text("collation_schema"), it)),
        descending,
        // NULLs count as larger than all values, so they come first in descending order.
        nullsFirst == descending ? Optional.empty() : Optional.of(nullsFirst));
  }

  private String operatorClass(CatalogRow row, String name) {
    return names.visible(row.text("class_schema"), name)
        + row.find("class_options").map(it -> "(" + it + ")").orElse("");
  }

  private String operator(CatalogRow row) {
    String name = row.text("operator");
    String visible = names.visible(row.text("operator_schema"), name);
    return visible.equals(name) ? name : "OPERATOR(" + visible + ")";
  }
}
