package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import limbeck.database.Session;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** The columns of all tables. */
final class Columns {
  /**
   * An array's type is told apart from others with elements, such as {@code point}, by category.
   */
  private static final String QUERY =
      """
      SELECT a.attrelid AS relation, a.attnum AS number, a.attname AS name,
             NOT a.attnotnull AS nullable,
             e.typtype AS type_kind, en.nspname AS type_schema, e.typname AS type_name,
             format_type(e.oid, a.atttypmod) AS type_text,
             format_type(a.atttypid, a.atttypmod) AS printed_type, a.atttypmod AS modifier,
             CASE WHEN e.oid = t.oid THEN 0 ELSE greatest(a.attndims, 1) END AS dimensions,
             l.collname AS collation, ln.nspname AS collation_schema,
             a.attidentity AS identity, a.attgenerated AS generated,
             pg_get_expr(d.adbin, d.adrelid) AS expression, q.refobjid AS sequence,
             col_description(a.attrelid, a.attnum) AS comment
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        JOIN pg_type e ON e.oid = CASE WHEN t.typcategory = 'A' AND t.typelem <> 0
                                       THEN t.typelem ELSE t.oid END
        JOIN pg_namespace en ON en.oid = e.typnamespace
        LEFT JOIN pg_collation l
          ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
        LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN LATERAL (
               SELECT u.refobjid FROM pg_depend u JOIN pg_sequence s ON s.seqrelid = u.refobjid
                WHERE u.classid = 'pg_attrdef'::regclass AND u.objid = d.oid
                  AND u.refclassid = 'pg_class'::regclass LIMIT 1) q ON true
       WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't'
         AND a.attnum > 0 AND NOT a.attisdropped AND %s
       ORDER BY a.attrelid, a.attnum
      """
          .formatted(Catalog.IN_USER_SCHEMA);

  private final Types types;
  private final Sequences sequences;
  private final SortedSet<String> beyond;
  private final Map<String, List<Column>> byRelation = new LinkedHashMap<>();
  private final Map<String, ColumnName> byNumber = new HashMap<>();

  private Columns(Names names, Sequences sequences, SortedSet<String> beyond) {
    this.types = new Types(names);
    this.sequences = sequences;
    this.beyond = beyond;
  }

  /** Puts the columns into their tables. */
  static Columns read(
      Session session,
      Names names,
      Relations relations,
      Sequences sequences,
      SortedSet<String> beyond) {
    Columns result = new Columns(names, sequences, beyond);
    CatalogRow.each(session, QUERY, row -> result.add(row, relations));
    result.byRelation.forEach(
        (id, columns) ->
            relations.find(id).ifPresent(it -> relations.replace(id, it.withColumns(columns))));
    return result;
  }

  /** Returns the column of a table by the catalog's numbers. */
  ColumnName name(String relation, int number) {
    ColumnName name = byNumber.get(relation + "." + number);
    if (name == null) {
      throw new IllegalStateException("no column " + number + " in relation " + relation);
    }
    return name;
  }

  /** Returns several columns of a table. */
  List<ColumnName> names(String relation, List<Integer> numbers) {
    return numbers.stream().map(it -> name(relation, it)).toList();
  }

  private void add(CatalogRow row, Relations relations) {
    String relation = row.text("relation");
    String number = relation + "." + row.text("number");
    ColumnName name = new ColumnName(row.text("name"));
    byNumber.put(number, name);
    relations
        .find(relation)
        .ifPresent(
            table -> {
              Column column = column(row, name, number);
              if (row.find("collation").isPresent() && !Types.holdsCollation(column.type())) {
                beyond.add(
                    "collation of column %s.%s: %s"
                        .formatted(table.name(), name, row.text("collation")));
              }
              byRelation.computeIfAbsent(relation, _ -> new ArrayList<>()).add(column);
            });
  }

  private Column column(CatalogRow row, ColumnName name, String number) {
    SqlType type = types.read(row);
    Optional<Generation> generation = generation(row, number);
    boolean serial = isNextValue(row) && sequences.takeAsSerial(row.text("sequence"), number);
    Optional<Default> serverDefault =
        serial || generation.isPresent()
            ? Optional.empty()
            : row.find("expression").map(it -> serverDefault(row, it, type));
    return new Column(
        name, type, row.flag("nullable"), serverDefault, generation, serial, row.find("comment"));
  }

  private Optional<Generation> generation(CatalogRow row, String number) {
    String identity = row.text("identity");
    if (!identity.isEmpty()) {
      return Optional.of(
          new Generation.Identity(identity.equals("a"), sequences.identityOptions(number)));
    }
    String generated = row.text("generated");
    if (generated.isEmpty()) {
      return Optional.empty();
    }
    SqlText expression = row.expression("expression").orElseThrow();
    return Optional.of(new Generation.Computed(expression, Optional.of(generated.equals("s"))));
  }

  private static boolean isNextValue(CatalogRow row) {
    return row.find("sequence").isPresent()
        && row.find("expression").filter(Defaults::isNextValue).isPresent();
  }

  private Default serverDefault(CatalogRow row, String expression, SqlType type) {
    return isNextValue(row)
        ? new Default.NextValue(sequences.name(row.text("sequence")))
        : Defaults.read(expression, type, row.text("printed_type"));
  }
}
