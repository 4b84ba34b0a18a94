package limbeck.database.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Deferral;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Test;

/** What the inspector finds of constraints and indexes in the wide script. */
class InspectorConstraintsTest extends WideScript {
  @Test
  void readsConstraints() {
    assertThat(table("parent").column(new ColumnName("code")).flatMap(Column::comment))
        .contains("short");
    assertThat(table("parent").constraints())
        .containsExactly(
            new Constraint.PrimaryKey(named("pk_parent"), names("id"), Deferral.NOT_DEFERRABLE),
            new Constraint.Unique(
                named("uq_code"),
                names("region", "code"),
                List.of(),
                false,
                Deferral.NOT_DEFERRABLE),
            new Constraint.Unique(
                named("uq_deferred"),
                names("region", "id"),
                List.of(),
                false,
                Deferral.INITIALLY_DEFERRED),
            new Constraint.Unique(
                named("uq_include"),
                names("code"),
                names("region"),
                false,
                Deferral.NOT_DEFERRABLE));
    assertThat(
            schema.table(TableName.of("app", "child")).orElseThrow().columns().stream()
                .map(Column::name))
        .containsExactlyElementsOf(
            names("id", "Mixed Case", "parent_id", "region", "code", "price", "during", "room"));
    assertThat(schema.table(TableName.of("app", "child")).orElseThrow().constraints())
        .containsExactly(
            new Constraint.PrimaryKey(named("child_pk"), names("code", "id"), Deferral.DEFERRABLE),
            check("check_later", "id <> 0", false),
            check(
                "either",
                "((price > (0)::numeric) AND (room > 0)) OR (code = ANY (ARRAY['a)'::text, 'b'::text]))",
                true),
            check("no_inherit", "room > 0", true),
            check("price_positive", "price > (0)::numeric", true),
            new Constraint.Exclude(
                named("no_overlap"),
                "gist",
                List.of(
                    new Constraint.ExcludeElement(IndexElement.of(new ColumnName("room")), "="),
                    new Constraint.ExcludeElement(IndexElement.of(new ColumnName("during")), "&&")),
                Optional.of(new SqlText("room > 0")),
                Deferral.INITIALLY_DEFERRED),
            new Constraint.ForeignKey(
                named("child_parent_id_fkey"),
                names("parent_id"),
                TableName.of("parent"),
                names("id"),
                ReferentialAction.NO_ACTION,
                ReferentialAction.NO_ACTION,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE,
                true),
            new Constraint.ForeignKey(
                named("fk_code"),
                names("region", "code"),
                TableName.of("parent"),
                names("region", "code"),
                ReferentialAction.CASCADE,
                ReferentialAction.SET_NULL,
                Optional.of("FULL"),
                Deferral.DEFERRABLE,
                true),
            new Constraint.ForeignKey(
                named("fk_later"),
                names("room"),
                TableName.of("parent"),
                names("id"),
                ReferentialAction.SET_DEFAULT,
                ReferentialAction.RESTRICT,
                Optional.empty(),
                Deferral.NOT_DEFERRABLE,
                false));
    // What a parent or a partitioned table hands down is stated there only.
    assertThat(table("base").constraints()).hasSize(1);
    assertThat(table("derived").constraints()).isEmpty();
    assertThat(table("measured").constraints()).hasSize(1);
    assertThat(table("measured_2026").constraints()).isEmpty();
    assertThat(table("measured_2026").indexes()).isEmpty();
    assertThat(table("refers").constraints()).hasSize(1);
  }

  private static Constraint check(String name, String condition, boolean validated) {
    return new Constraint.Check(named(name), new SqlText(condition), validated);
  }

  @Test
  void readsIndexes() {
    IndexElement a = IndexElement.of(new ColumnName("a"));
    IndexElement b = IndexElement.of(new ColumnName("b"));
    IndexElement d = IndexElement.of(new ColumnName("d"));
    assertThat(table("indexed").indexes())
        .containsExactly(
            index("ix_brin", List.of(a), "brin", "postgresql_with.pages_per_range", "32"),
            Index.of("ix_expression", false, List.of())
                .withElements(
                    List.of(
                        IndexElement.of(new SqlText("lower(b)")),
                        IndexElement.of(new SqlText("a + 1")),
                        IndexElement.of(new SqlText("c ->> 'k'::text")))),
            index(
                "ix_gin",
                List.of(
                    operatorClass(IndexElement.of(new ColumnName("c")), "jsonb_path_ops"),
                    IndexElement.of(new ColumnName("e"))),
                "gin"),
            index("ix_hash", List.of(b), "hash"),
            new Index(
                Optional.of(new IndexName("ix_include")),
                List.of(a),
                false,
                Optional.empty(),
                names("b", "d"),
                Optional.empty(),
                false,
                new TreeMap<>(Map.of("postgresql_with.fillfactor", "70")),
                true),
            Index.of("ix_order", false, List.of())
                .withElements(
                    List.of(
                        ordered(a, true, Optional.empty()),
                        ordered(b, false, Optional.of(true)),
                        ordered(d, true, Optional.of(false)))),
            new Index(
                Optional.of(new IndexName("ix_partial")),
                List.of(a),
                false,
                Optional.empty(),
                List.of(),
                Optional.of(new SqlText("(b IS NOT NULL) AND (a > 0)")),
                false,
                new TreeMap<>(),
                true),
            Index.of("ix_pattern", false, List.of())
                .withElements(
                    List.of(
                        operatorClass(b, "text_pattern_ops"),
                        collated(d, "POSIX"),
                        collated(IndexElement.of(new SqlText("lower(b)")), "C"))),
            Index.of("ix_plain", false, names("a")),
            index("ix_trigram", List.of(operatorClass(b, "gin_trgm_ops")), "gin"),
            Index.of("ix_unique", true, names("b", "a")));
  }

  private static Index index(
      String name, List<IndexElement> elements, String method, String... option) {
    return new Index(
        Optional.of(new IndexName(name)),
        elements,
        false,
        Optional.of(method),
        List.of(),
        Optional.empty(),
        false,
        option.length == 0 ? new TreeMap<>() : new TreeMap<>(Map.of(option[0], option[1])),
        true);
  }

  private static IndexElement operatorClass(IndexElement element, String name) {
    return new IndexElement(
        element.target(), Optional.of(name), Optional.empty(), false, Optional.empty());
  }

  private static IndexElement collated(IndexElement element, String name) {
    return new IndexElement(
        element.target(), Optional.empty(), Optional.of(name), false, Optional.empty());
  }

  private static IndexElement ordered(
      IndexElement element, boolean descending, Optional<Boolean> nullsFirst) {
    return new IndexElement(
        element.target(), Optional.empty(), Optional.empty(), descending, nullsFirst);
  }
}
