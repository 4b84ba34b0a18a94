package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.SMALLINT;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.descending;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
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
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
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
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A schema, created in a real server and read back, has one normal form on both sides. */
@Tag("postgres")
class SchemaRoundTripTest {
  private static final SqlType ZONED = new SqlType.Timestamp(true, Optional.empty());
  private static final SqlType JSONB = new SqlType.Json(true);
  private static final SqlType UUID = new SqlType.Uuid(true);

  @TestFactory
  Stream<DynamicTest> createdAndReadBackIsTheSame() {
    Map<String, Schema> schemas = new LinkedHashMap<>();
    schemas.put("types", types());
    schemas.put("synonyms", synonyms());
    schemas.put("defaults", defaults());
    schemas.put("generated", generated());
    schemas.put("unnamed", unnamed());
    schemas.put("long names", longNames());
    schemas.put("constraints", constraints());
    schemas.put("circle", circle());
    schemas.put("indexes", indexes());
    schemas.put("objects", objects());
    schemas.put("options", tableOptions());
    schemas.put("quoting", quoting());
    List<DynamicTest> tests = new ArrayList<>();
    for (int major : List.of(13, 15, 18)) {
      schemas.forEach(
          (title, schema) ->
              tests.add(
                  DynamicTest.dynamicTest(major + ": " + title, () -> roundTrip(major, schema))));
    }
    return tests.stream();
  }

  private static void roundTrip(int major, Schema schema) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    Schema stated = dialect.normalize(supported(schema, major));
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      SchemaScript script = SchemaScript.of(supported(schema, major), dialect);
      assertThat(script.omitted()).isEmpty();
      for (Statement statement : script.statements()) {
        Outcome outcome = session.execute(statement.sql().text());
        assertThat(outcome).as(statement.sql().text()).isInstanceOf(Outcome.Done.class);
      }
      Schema read = dialect.normalize(Inspector.inspect(session, Scope.everything()).schema());
      for (Table table : stated.tables().values()) {
        assertThat(lines(read.table(table.name()).orElseThrow())).isEqualTo(lines(table));
      }
      assertThat(read).isEqualTo(stated);
    }
    assertThat(dialect.normalize(stated)).as("a normal form is its own").isEqualTo(stated);
  }

  private static String lines(Table table) {
    return table
        .toString()
        .replaceAll("(Column|Index|Check|Unique|PrimaryKey|ForeignKey)\\[name", "\n$0");
  }

  /** NULLS NOT DISTINCT is new in 15. */
  private static Schema supported(Schema schema, int major) {
    if (major >= 15) {
      return schema;
    }
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      result =
          result.with(
              table
                  .withConstraints(
                      table.constraints().stream()
                          .map(
                              it ->
                                  it instanceof Constraint.Unique unique
                                      ? new Constraint.Unique(
                                          unique.name(),
                                          unique.columns(),
                                          unique.include(),
                                          false,
                                          unique.deferral())
                                      : it)
                          .map(Constraint.class::cast)
                          .toList())
                  .withIndexes(
                      table.indexes().stream()
                          .map(
                              it ->
                                  with(
                                      it,
                                      it.method().orElse(""),
                                      it.include(),
                                      it.where().map(SqlText::text).orElse(""),
                                      false,
                                      it.options()))
                          .toList()));
    }
    return result;
  }

  private static Schema types() {
    EnumType mood = new EnumType(TypeName.of("mood"), List.of("happy", "it's ok", "Sad"));
    SqlType moodType = new SqlType.EnumReference(mood.name());
    List<SqlType> all =
        List.of(
            SMALLINT,
            INTEGER,
            BIGINT,
            new SqlType.Numeric(Optional.empty(), Optional.empty()),
            new SqlType.Numeric(Optional.of(10), Optional.empty()),
            new SqlType.Numeric(Optional.of(10), Optional.of(2)),
            new SqlType.Floating(Optional.empty()),
            new SqlType.Floating(Optional.of(24)),
            new SqlType.Floating(Optional.of(25)),
            new SqlType.DoublePrecision(),
            new SqlType.Real(),
            varchar(10),
            new SqlType.Varchar(Optional.empty(), Optional.empty()),
            new SqlType.Varchar(Optional.of(5), Optional.of("C")),
            new SqlType.Char(Optional.of(3), Optional.empty()),
            new SqlType.Char(Optional.empty(), Optional.empty()),
            TEXT,
            new SqlType.Text(Optional.of("POSIX")),
            BOOLEAN,
            new SqlType.Date(),
            new SqlType.Time(false, Optional.empty()),
            new SqlType.Time(true, Optional.of(3)),
            DATETIME,
            ZONED,
            new SqlType.Timestamp(true, Optional.of(0)),
            new SqlType.Timestamp(false, Optional.of(6)),
            new SqlType.Interval(Optional.empty(), Optional.empty()),
            new SqlType.Interval(Optional.empty(), Optional.of(3)),
            new SqlType.Interval(Optional.of("day to second"), Optional.empty()),
            new SqlType.Interval(Optional.of("YEAR TO MONTH"), Optional.empty()),
            new SqlType.Binary(Optional.of(100)),
            new SqlType.Json(false),
            JSONB,
            UUID,
            new SqlType.Uuid(false),
            moodType,
            new SqlType.TextEnum(List.of("a", "b"), 9),
            new SqlType.ArrayOf(INTEGER, 1),
            new SqlType.ArrayOf(varchar(5), 2),
            new SqlType.ArrayOf(moodType, 1),
            named("inet"),
            named("cidr"),
            named("macaddr"),
            named("tsvector"),
            named("bit", "8"),
            named("bit varying", "9"),
            named("int4range"),
            named("tstzrange"),
            named("money"),
            named("oid"),
            named("xml"),
            named("point"));
    return Schema.of(List.of(table("t", numbered(all))), List.of(mood));
  }

  private static Object[] numbered(List<SqlType> types) {
    Object[] columns = new Object[types.size()];
    for (int i = 0; i < types.size(); i++) {
      columns[i] = column("c" + i, types.get(i));
    }
    return columns;
  }

  private static Schema synonyms() {
    List<SqlType> all =
        Stream.of(
                named("int4"),
                named("int8"),
                named("int2"),
                named("int"),
                named("bool"),
                named("character varying", "10"),
                named("varchar", "10"),
                named("varchar"),
                named("char", "4"),
                named("bpchar", "4"),
                named("float8"),
                named("float4"),
                named("decimal", "8", "3"),
                named("timestamptz"),
                named("timestamptz", "3"),
                named("timestamp with time zone"),
                named("timestamp"),
                named("time"),
                named("timetz"),
                named("varbit", "3"),
                named("bit"),
                named("text[]"))
            .map(SqlType.class::cast)
            .toList();
    return Schema.of(List.of(table("t", numbered(all))), List.of());
  }

  private static Schema defaults() {
    EnumType mood = new EnumType(TypeName.of("mood"), List.of("happy", "sad"));
    SqlType moodType = new SqlType.EnumReference(mood.name());
    List<Column> columns = new ArrayList<>();
    List<Map.Entry<SqlType, Default>> all = new ArrayList<>();
    all.add(Map.entry(varchar(20), literal("x")));
    all.add(Map.entry(varchar(20), literal("it's \\ \"%\"")));
    all.add(Map.entry(varchar(20), literal("")));
    all.add(Map.entry(varchar(20), expression("'x'")));
    all.add(Map.entry(varchar(20), expression("'x'::character varying")));
    all.add(Map.entry(varchar(20), expression("'x'::varchar(20)")));
    all.add(Map.entry(varchar(20), expression("5")));
    all.add(Map.entry(varchar(20), expression("NULL")));
    all.add(Map.entry(varchar(20), expression("current_user")));
    all.add(Map.entry(TEXT, literal("now()")));
    all.add(Map.entry(TEXT, expression("lower('X')")));
    all.add(Map.entry(TEXT, expression("md5(random()::text)")));
    all.add(Map.entry(TEXT, expression("'a' || 'b'")));
    all.add(Map.entry(new SqlType.Char(Optional.of(3), Optional.empty()), literal("ab")));
    all.add(Map.entry(INTEGER, literal("0")));
    all.add(Map.entry(INTEGER, literal("-1")));
    all.add(Map.entry(INTEGER, expression("42")));
    all.add(Map.entry(INTEGER, expression("-7")));
    all.add(Map.entry(INTEGER, expression("(1 + 1)")));
    all.add(Map.entry(BIGINT, expression("5")));
    all.add(Map.entry(BIGINT, literal("9999999999")));
    all.add(Map.entry(SMALLINT, literal("3")));
    all.add(Map.entry(BIGINT, expression("'5'::bigint")));
    SqlType money = new SqlType.Numeric(Optional.of(10), Optional.of(2));
    all.add(Map.entry(money, literal("0")));
    all.add(Map.entry(money, expression("0.5")));
    all.add(Map.entry(money, literal("1.50")));
    all.add(Map.entry(money, expression("-0.5")));
    all.add(Map.entry(new SqlType.DoublePrecision(), literal("1.5")));
    all.add(Map.entry(new SqlType.DoublePrecision(), expression("0")));
    all.add(Map.entry(new SqlType.DoublePrecision(), expression("0.1")));
    all.add(Map.entry(new SqlType.DoublePrecision(), literal("1.0")));
    all.add(Map.entry(new SqlType.Floating(Optional.empty()), literal("2.50")));
    all.add(Map.entry(new SqlType.Real(), literal("1.5")));
    all.add(Map.entry(BOOLEAN, new Default.BooleanConstant(true)));
    all.add(Map.entry(BOOLEAN, new Default.BooleanConstant(false)));
    all.add(Map.entry(BOOLEAN, literal("true")));
    all.add(Map.entry(BOOLEAN, literal("f")));
    all.add(Map.entry(BOOLEAN, literal("0")));
    all.add(Map.entry(BOOLEAN, expression("FALSE")));
    all.add(Map.entry(DATETIME, new Default.Now()));
    all.add(Map.entry(DATETIME, expression("now()")));
    all.add(Map.entry(ZONED, expression("CURRENT_TIMESTAMP")));
    all.add(Map.entry(ZONED, expression("timezone('utc', now())")));
    all.add(Map.entry(DATETIME, expression("(now() at time zone 'utc')")));
    all.add(Map.entry(DATETIME, expression("localtimestamp")));
    all.add(Map.entry(DATETIME, literal("2020-01-01")));
    all.add(Map.entry(DATETIME, expression("'2020-01-01 10:00:00'")));
    all.add(Map.entry(new SqlType.Date(), new Default.Now()));
    all.add(Map.entry(new SqlType.Date(), expression("CURRENT_DATE")));
    all.add(Map.entry(new SqlType.Date(), literal("2020-01-01")));
    all.add(Map.entry(UUID, expression("gen_random_uuid()")));
    all.add(Map.entry(UUID, literal("00000000-0000-0000-0000-00000000000A")));
    all.add(Map.entry(JSONB, literal("{}")));
    all.add(Map.entry(JSONB, expression("'[]'::jsonb")));
    all.add(Map.entry(new SqlType.Json(false), literal("{\"a\": 1}")));
    all.add(Map.entry(JSONB, expression("jsonb_build_object()")));
    all.add(Map.entry(moodType, literal("happy")));
    all.add(Map.entry(moodType, expression("'sad'::mood")));
    all.add(Map.entry(new SqlType.ArrayOf(TEXT, 1), literal("{}")));
    all.add(Map.entry(new SqlType.ArrayOf(TEXT, 1), expression("'{}'::text[]")));
    all.add(Map.entry(new SqlType.ArrayOf(varchar(9), 1), literal("{}")));
    all.add(Map.entry(new SqlType.ArrayOf(INTEGER, 1), expression("ARRAY[1, 2]")));
    all.add(Map.entry(new SqlType.Interval(Optional.empty(), Optional.empty()), literal("1 day")));
    all.add(Map.entry(INTEGER, new Default.NextValue(SequenceName.of("counter"))));
    all.add(Map.entry(INTEGER, expression("nextval('counter')")));
    all.add(Map.entry(INTEGER, expression("nextval('counter'::regclass)")));
    for (int i = 0; i < all.size(); i++) {
      columns.add(filled("c" + i, all.get(i).getKey(), all.get(i).getValue()));
    }
    return Schema.of(List.of(table("t", columns.toArray())), List.of(mood))
        .with(new Sequence(SequenceName.of("counter"), Optional.empty(), SequenceOptions.NONE));
  }

  private static Column generated(String name, SqlType type, Generation generation) {
    return required(name, type).withGeneration(Optional.of(generation));
  }

  private static Schema generated() {
    SequenceOptions all =
        new SequenceOptions(
            Optional.of(5L),
            Optional.of(2L),
            Optional.of(1L),
            Optional.of(99L),
            Optional.of(true),
            Optional.of(3L));
    SequenceOptions usual =
        new SequenceOptions(
            Optional.of(1L),
            Optional.of(1L),
            Optional.of(1L),
            Optional.of((long) Integer.MAX_VALUE),
            Optional.of(false),
            Optional.of(1L));
    return Schema.of(
        List.of(
            table("a", generated("id", INTEGER, identity(false)), primary("", "id")),
            table("b", generated("id", BIGINT, identity(true)), primary("", "id")),
            table("c", generated("id", INTEGER, new Generation.Identity(true, all))),
            table("d", generated("id", INTEGER, new Generation.Identity(false, usual))),
            table("e", generated("id", SMALLINT, new Generation.Identity(false, starting(1)))),
            table("f", key("id", INTEGER), primary("", "id")),
            table("g", key("id", BIGINT), primary("", "id")),
            table("h", key("id", SMALLINT), primary("", "id")),
            table(
                "i",
                column("w", INTEGER),
                column("first", varchar(9)),
                column("x", INTEGER)
                    .withGeneration(Optional.of(computed("w * 2", Optional.of(true)))),
                column("y", INTEGER)
                    .withGeneration(Optional.of(computed("w + 1", Optional.empty()))),
                column("z", TEXT)
                    .withGeneration(
                        Optional.of(computed("lower(first) || 'x'", Optional.of(true)))))),
        List.of());
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
