package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.descending;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.name;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.names;
import static limbeck.dialect.Make.on;
import static limbeck.dialect.Make.options;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.starting;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.uniqueIndex;
import static limbeck.dialect.Make.varchar;
import static limbeck.dialect.Make.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.schema.CarriedObject;
import limbeck.schema.Constraint;
import limbeck.schema.Deferral;
import limbeck.schema.EnumType;
import limbeck.schema.IndexElement;
import limbeck.schema.ObjectName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;

/** Schemas with every type, option and form of a default. */
final class RoundTripSchemas {
  private static final SqlType JSONB = new SqlType.Json(true);

  private RoundTripSchemas() {}

  static Map<String, Schema> all() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put("types", RoundTripTypes.types());
    schemas.put("synonyms", RoundTripTypes.synonyms());
    schemas.put("defaults", RoundTripTypes.defaults());
    schemas.put("generated", RoundTripTypes.generated());
    schemas.put("unnamed", unnamed());
    schemas.put("long names", longNames());
    schemas.put("constraints", constraints());
    schemas.put("circle", circle());
    schemas.put("indexes", indexes());
    schemas.put("objects", objects());
    schemas.put("options", tableOptions());
    schemas.put("quoting", quoting());
    return schemas;
  }

  private static Schema unnamed() {
    return Schema.of(
        List.of(
            table(
                "o",
                required("id", INTEGER),
                column("x", INTEGER),
                primary("", "id"),
                unique("", "id", "x")),
            table(
                "t",
                required("id", INTEGER),
                column("a", INTEGER),
                column("b", INTEGER),
                primary("", "id"),
                unique("", "a"),
                unique("", "a", "b"),
                check("", "a > 0"),
                check("", "b > 0 AND b < 10"),
                check("", "a > b"),
                check("", "a <> b"),
                foreign("", "a", "o", "id"),
                foreign("", "a,b", "o", "id,x"),
                foreign("", "b", "public.o", "id"))),
        List.of());
  }

  private static Schema longNames() {
    String table = "a_table_with_a_name_that_is_rather_long_for_postgresql_to_bear";
    String column = "and_a_column_whose_name_is_no_shorter_than_that_of_its_table_is";
    String accents = "ä".repeat(40);
    return Schema.of(
        List.of(
            table(
                table,
                required("id", INTEGER),
                column(column, INTEGER),
                primary("", "id"),
                unique("", column),
                check("", column + " > 0"),
                foreign("", column, table, "id"),
                index(
                    "an_index_whose_name_is_longer_than_what_postgresql_stores_in_its_catalog",
                    column)),
            table("s", column(accents, INTEGER), unique("", accents))),
        List.of());
  }

  private static Schema constraints() {
    Constraint deferred =
        new Constraint.Unique(
            name("uq_d"), names("a"), List.of(), false, Deferral.INITIALLY_DEFERRED);
    Constraint loose =
        new Constraint.Unique(name("uq_n"), names("b"), names("c"), true, Deferral.NOT_DEFERRABLE);
    Constraint.ForeignKey full =
        foreign(
            "fk_full",
            "a",
            "o",
            "id",
            ReferentialAction.SET_NULL,
            ReferentialAction.CASCADE,
            Optional.of("FULL"),
            Deferral.DEFERRABLE);
    Constraint.ForeignKey simple =
        foreign(
            "fk_simple",
            "b",
            "o",
            "id",
            ReferentialAction.RESTRICT,
            ReferentialAction.SET_DEFAULT,
            Optional.of("simple"),
            Deferral.NOT_DEFERRABLE);
    Constraint exclude =
        new Constraint.Exclude(
            name("ex"),
            "gist",
            List.of(new Constraint.ExcludeElement(on("during"), "&&")),
            Optional.of(new SqlText("a > 0")),
            Deferral.NOT_DEFERRABLE);
    return Schema.of(
        List.of(
            table("o", required("id", INTEGER), primary("pk_o", "id")),
            table(
                "t",
                column("a", INTEGER),
                column("b", INTEGER),
                column("c", varchar(20)),
                column("during", named("int4range")),
                deferred,
                loose,
                full,
                simple,
                exclude,
                foreign("fk_later", "b", "o", "id").withValidated(false),
                new Constraint.Check(name("ck_later"), new SqlText("b > 0"), false),
                check("ck_in", "c IN ('x', 'y')"),
                check("ck_length", "length(c) > 0"),
                check("ck_or", "a > 0 or b > 0"))),
        List.of());
  }

  private static Schema circle() {
    return Schema.of(
        List.of(
            table(
                "a",
                required("id", INTEGER),
                column("b", INTEGER),
                primary("", "id"),
                foreign("", "b", "b", "id")),
            table(
                "b",
                required("id", INTEGER),
                column("a", INTEGER),
                column("self", INTEGER),
                primary("", "id"),
                foreign("fk_a", "a", "a", "id"),
                foreign("", "self", "b", "id"))),
        List.of());
  }

  private static Schema indexes() {
    TreeMap<String, String> none = new TreeMap<>();
    TreeMap<String, String> filled =
        new TreeMap<>(Map.of("postgresql_with.fillfactor", "70", "mysql_length", "9"));
    IndexElement patterns =
        new IndexElement(
            on("v").target(),
            Optional.of("varchar_pattern_ops"),
            Optional.empty(),
            false,
            Optional.empty());
    IndexElement usual =
        new IndexElement(
            on("a").target(), Optional.of("int4_ops"), Optional.empty(), false, Optional.of(false));
    IndexElement minmax =
        new IndexElement(
            on("a").target(),
            Optional.of("int4_minmax_ops"),
            Optional.empty(),
            false,
            Optional.empty());
    IndexElement ranges =
        new IndexElement(
            on("r").target(), Optional.of("range_ops"), Optional.empty(), false, Optional.empty());
    Constraint exclude =
        new Constraint.Exclude(
            name("ex_r"),
            "gist",
            List.of(new Constraint.ExcludeElement(ranges, "&&")),
            Optional.empty(),
            Deferral.NOT_DEFERRABLE);
    IndexElement collated =
        new IndexElement(
            on("v").target(), Optional.empty(), Optional.of("C"), true, Optional.of(false));
    return Schema.of(
        List.of(
            table(
                "t",
                column("a", INTEGER),
                column("b", INTEGER),
                column("v", varchar(20)),
                column("j", JSONB),
                column("ts", DATETIME),
                column("r", named("int4range")),
                exclude,
                index("i1", "a"),
                uniqueIndex("i2", "a", "b"),
                index("i3", descending("a"), on("b")),
                index("i4", over("lower(v)")),
                index("i5", over("(a + b)"), on("v")),
                index("i6", over("a")),
                with(index("i7", "j"), "gin", List.of(), "", false, none),
                with(index("i8", "a"), "hash", List.of(), "", false, none),
                with(index("i9", "a"), "BTREE", names("b"), "v IS NOT NULL", false, filled),
                with(uniqueIndex("i10", "a"), "", List.of(), "b > 0 and v = 'x'", true, none),
                index("i11", patterns),
                index("i12", usual),
                index("i13", collated),
                index("i14", over("coalesce(v, '')")),
                index("i15", over("j ->> 'k'")),
                index("i16", over("date_trunc('day', ts)")),
                index("i17", over("v COLLATE \"C\"")),
                with(index("i18", minmax), "brin", List.of(), "", false, none),
                with(index("i19", ranges), "gist", List.of(), "", false, none),
                with(index("i20", ranges), "spgist", List.of(), "", false, none),
                with(
                    index("i21", over("to_tsvector('english', v)")),
                    "gin",
                    List.of(),
                    "",
                    false,
                    none),
                index("i22", over("((lower((v))))")),
                with(index("x", "a"), "", List.of(), "", false, none).withName(Optional.empty()),
                index("x", over("lower(v)"), on("a")).withName(Optional.empty()))),
        List.of());
  }

  private static Schema objects() {
    EnumType kind = new EnumType(TypeName.of("App", "Kind"), List.of("A", "B"));
    SequenceOptions down =
        new SequenceOptions(
            Optional.empty(),
            Optional.of(-1L),
            Optional.empty(),
            Optional.empty(),
            Optional.of(true),
            Optional.empty());
    Schema base =
        Schema.of(
            List.of(
                table("App.t", column("k", new SqlType.EnumReference(kind.name()))),
                table("public.u", column("a", INTEGER), foreign("", "a", "App.v", "id")),
                table("App.v", key("id", INTEGER), primary("", "id"))),
            List.of(kind));
    return base.withNamespaces(new java.util.TreeSet<>(List.of(new SchemaName("App"))))
        .with(new Sequence(SequenceName.of("s1"), Optional.of(INTEGER), starting(5)))
        .with(new Sequence(SequenceName.of("App", "s2"), Optional.of(BIGINT), down))
        .with(
            new CarriedObject(
                CarriedObject.Kind.EXTENSION, ObjectName.of("citext"), new SqlText("citext")));
  }

  private static Schema tableOptions() {
    Table parent =
        options(
            table("p", column("x", INTEGER), column("y", INTEGER), index("ix_p", "x")),
            Map.of("postgresql_partition_by", "range(x)", "mysql_engine", "InnoDB"));
    Table partition =
        options(
            table("p1", column("x", INTEGER), column("y", INTEGER), check("ck_p1", "y > 0")),
            Map.of("postgresql_partition_of", "p FOR VALUES FROM (1) TO (10)"));
    Table packed =
        options(
            table("q", column("x", INTEGER).withComment(Optional.of("it's"))),
            Map.of("postgresql_with.fillfactor", "70", "prefixes", "unlogged"));
    return Schema.of(
        List.of(parent, partition, packed.withComment(Optional.of("a \\ b"))), List.of());
  }

  private static Schema quoting() {
    return Schema.of(
        List.of(
            table(
                "user",
                required("order", INTEGER),
                column("Mixed", varchar(5)),
                column("with space", INTEGER),
                column("q\"q", INTEGER),
                column("a.b", INTEGER),
                primary("Pk", "order"),
                check("Ck", "\"Mixed\" = 'a' AND \"with space\" > 0"),
                index("Ix", "Mixed", "q\"q"),
                foreign("", "with space", "user", "order"))),
        List.of());
  }
}
