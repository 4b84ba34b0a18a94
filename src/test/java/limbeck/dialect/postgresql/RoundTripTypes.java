package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.SMALLINT;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.name;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.starting;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.varchar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** Columns of every type, with every form of a default, generated in every way. */
final class RoundTripTypes {
  private static final SqlType ZONED = new SqlType.Timestamp(true, Optional.empty());
  private static final SqlType JSONB = new SqlType.Json(true);
  private static final SqlType UUID = new SqlType.Uuid(true);

  private RoundTripTypes() {}

  static Schema types() {
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

  static Schema synonyms() {
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

  static Schema defaults() {
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
    all.add(Map.entry(ZONED, literal("2024-01-01 00:00:00+00")));
    all.add(Map.entry(ZONED, literal("2024-01-01T10:30Z")));
    all.add(Map.entry(ZONED, expression("'2024-01-01 00:00:00.250+05:30'::timestamptz")));
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

  static Schema generated() {
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
}
