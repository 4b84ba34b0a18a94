package limbeck.database.postgresql;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import limbeck.database.Session;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Deferral;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Table;

/**
 * The constraints of all tables. Those that a partition or a child table has from its parent are
 * the parent's; NOT NULL constraints, which PostgreSQL 18 names, are their columns'.
 */
final class Constraints {
  private final Names names;
  private final Columns columns;
  private final IndexElements elements;
  private final SortedSet<String> beyond;

  private Constraints(
      Names names, Columns columns, IndexElements elements, SortedSet<String> beyond) {
    this.names = names;
    this.columns = columns;
    this.elements = elements;
    this.beyond = beyond;
  }

  /** Puts the constraints into their tables. */
  static void read(
      Session session,
      int version,
      Names names,
      Relations relations,
      Columns columns,
      IndexElements elements,
      SortedSet<String> beyond) {
    Constraints reader = new Constraints(names, columns, elements, beyond);
    Map<String, List<Constraint>> byRelation = new HashMap<>();
    CatalogRow.each(
        session,
        query(version),
        row -> {
          String relation = row.text("relation");
          relations
              .find(relation)
              .ifPresent(
                  table ->
                      byRelation
                          .computeIfAbsent(relation, _ -> new ArrayList<>())
                          .add(reader.constraint(row, table)));
        });
    byRelation.forEach(
        (id, constraints) ->
            relations
                .find(id)
                .ifPresent(it -> relations.replace(id, it.withConstraints(constraints))));
  }

  private static String query(int version) {
    return """
    SELECT c.oid AS id, c.conrelid AS relation, c.conname AS constraint_name,
           c.contype AS kind, c.condeferrable AS deferrable, c.condeferred AS deferred,
           c.convalidated AS validated, c.connoinherit AS not_inherited,
           c.conkey AS columns, c.confrelid AS target, c.confkey AS target_columns,
           tn.nspname AS schema, t.relname AS name,
           c.confupdtype AS on_update, c.confdeltype AS on_delete, c.confmatchtype AS match,
           pg_get_expr(c.conbin, c.conrelid) AS condition,
           i.indexrelid AS index, i.indkey AS index_columns, i.indnkeyatts AS key_columns,
           pg_get_expr(i.indpred, i.indrelid) AS predicate, m.amname AS method,
           %s AS nulls_not_distinct, %s AS set_columns, %s AS not_enforced, %s AS temporal
      FROM pg_constraint c
      JOIN pg_namespace n ON n.oid = c.connamespace
      LEFT JOIN pg_class t ON t.oid = c.confrelid
      LEFT JOIN pg_namespace tn ON tn.oid = t.relnamespace
      LEFT JOIN pg_index i ON i.indexrelid = c.conindid AND c.contype IN ('p', 'u', 'x')
      LEFT JOIN pg_class x ON x.oid = i.indexrelid
      LEFT JOIN pg_am m ON m.oid = x.relam
     WHERE c.contype IN ('p', 'u', 'f', 'c', 'x') AND c.conrelid <> 0
       AND c.conparentid = 0 AND (c.conislocal OR c.coninhcount = 0) AND %s
     ORDER BY c.conrelid, c.conname
    """
        .formatted(
            version >= 150_000 ? "coalesce(i.indnullsnotdistinct, false)" : "false",
            version >= 150_000 ? "c.confdelsetcols" : "NULL",
            version >= 180_000 ? "NOT c.conenforced" : "false",
            version >= 180_000 ? "c.conperiod" : "false",
            Catalog.IN_USER_SCHEMA);
  }

  private Constraint constraint(CatalogRow row, Table table) {
    noteBeyond(row, table);
    Optional<ConstraintName> name = Optional.of(new ConstraintName(row.text("constraint_name")));
    String relation = row.text("relation");
    return switch (row.text("kind")) {
      case "p" -> new Constraint.PrimaryKey(name, own(row), deferral(row));
      case "u" ->
          new Constraint.Unique(
              name, own(row), payload(row), row.flag("nulls_not_distinct"), deferral(row));
      case "f" -> foreignKey(row, name);
      case "c" ->
          new Constraint.Check(
              name, row.expression("condition").orElseThrow(), row.flag("validated"));
      case "x" ->
          new Constraint.Exclude(
              name,
              row.text("method"),
              elements.ofExclusion(row.text("index"), relation),
              row.expression("predicate"),
              deferral(row));
      default -> throw new IllegalStateException("not asked for: " + row.text("kind"));
    };
  }

  private Constraint foreignKey(CatalogRow row, Optional<ConstraintName> name) {
    return new Constraint.ForeignKey(
        name,
        own(row),
        names.table(row),
        columns.names(row.text("target"), row.numbers("target_columns")),
        action(row.text("on_delete")),
        action(row.text("on_update")),
        switch (row.text("match")) {
          case "f" -> Optional.of("FULL");
          case "p" -> Optional.of("PARTIAL");
          default -> Optional.empty();
        },
        deferral(row),
        row.flag("validated"));
  }

  private List<ColumnName> own(CatalogRow row) {
    return columns.names(row.text("relation"), row.numbers("columns"));
  }

  private List<ColumnName> payload(CatalogRow row) {
    List<Integer> all = row.numbers("index_columns");
    return columns.names(row.text("relation"), all.subList(row.number("key_columns"), all.size()));
  }

  private static Deferral deferral(CatalogRow row) {
    if (!row.flag("deferrable")) {
      return Deferral.NOT_DEFERRABLE;
    }
    return row.flag("deferred") ? Deferral.INITIALLY_DEFERRED : Deferral.DEFERRABLE;
  }

  private static ReferentialAction action(String letter) {
    return switch (letter) {
      case "r" -> ReferentialAction.RESTRICT;
      case "c" -> ReferentialAction.CASCADE;
      case "n" -> ReferentialAction.SET_NULL;
      case "d" -> ReferentialAction.SET_DEFAULT;
      default -> ReferentialAction.NO_ACTION;
    };
  }

  private void noteBeyond(CatalogRow row, Table table) {
    String which =
        "constraint %s of table %s: ".formatted(row.text("constraint_name"), table.name());
    if (row.text("kind").equals("c") && row.flag("not_inherited")) {
      beyond.add(which + "NO INHERIT");
    }
    if (row.text("kind").equals("p") && !payload(row).isEmpty()) {
      beyond.add(which + "INCLUDE " + payload(row));
    }
    if (row.find("set_columns").isPresent()) {
      beyond.add(
          which
              + "ON DELETE sets only "
              + columns.names(row.text("relation"), row.numbers("set_columns")));
    }
    if (row.flag("not_enforced")) {
      beyond.add(which + "NOT ENFORCED");
    }
    if (row.flag("temporal")) {
      beyond.add(which + (row.text("kind").equals("f") ? "PERIOD" : "WITHOUT OVERLAPS"));
    }
  }
}
