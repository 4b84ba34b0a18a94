package limbeck.dialect;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.SMALLINT;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.add;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.computed;
import static limbeck.dialect.Make.creation;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.options;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.starting;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.varchar;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.SequenceName;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlType;

/** Types, defaults and generated columns. */
final class TypeCases {
  private TypeCases() {}

  static Map<String, LowerCase> all() {
    return Map.of(
        "types", types(),
        "types-postgresql", postgresql(),
        "types-mysql", mysql(),
        "defaults", defaults(),
        "autoincrement", autoincrement(),
        "generated", generated());
  }

  private static SqlType.Numeric numeric(Integer... parts) {
    return new SqlType.Numeric(
        parts.length > 0 ? Optional.of(parts[0]) : Optional.empty(),
        parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
  }

  private static SqlType collated(int length, String collation) {
    return new SqlType.Varchar(Optional.of(length), Optional.of(collation));
  }

  private static SqlType variant(SqlType base, Map<DialectName, SqlType> variants) {
    return new SqlType.Variant(base, new TreeMap<>(variants));
  }

  private static LowerCase types() {
    return LowerCase.of(
        creation(
            "numbers",
            column("a", SMALLINT),
            column("b", INTEGER),
            column("c", BIGINT),
            column("d", numeric()),
            column("e", numeric(10)),
            column("f", numeric(10, 2)),
            column("g", new SqlType.Floating(Optional.empty())),
            column("h", new SqlType.Floating(Optional.of(24))),
            column("i", new SqlType.DoublePrecision()),
            column("j", new SqlType.Real())),
        creation(
            "texts",
            column("a", varchar(10)),
            column("b", TEXT),
            column("c", new SqlType.Char(Optional.of(3), Optional.empty())),
            column("d", new SqlType.Char(Optional.empty(), Optional.empty())),
            column("e", varchar(5)),
            column("f", TEXT),
            column("g", collated(10, "german"))),
        creation("unlimited", column("a", new SqlType.Varchar(Optional.empty(), Optional.empty()))),
        creation(
            "others",
            column("a", BOOLEAN),
            column("b", new SqlType.Date()),
            column("c", new SqlType.Time(false, Optional.empty())),
            column("d", DATETIME),
            column("e", new SqlType.Timestamp(true, Optional.empty())),
            column("f", new SqlType.Time(true, Optional.empty())),
            column("g", new SqlType.Binary(Optional.empty())),
            column("h", new SqlType.Json(false)),
            column("i", new SqlType.Uuid(true)),
            column("j", new SqlType.Uuid(false)),
            column("k", new SqlType.Interval(Optional.empty(), Optional.empty()))),
        creation(
            "labels",
            column("a", new SqlType.TextEnum(List.of("x", "longer"), 6)),
            column("b", new SqlType.TextEnum(List.of("x"), 40))),
        creation(
            "mixed",
            column(
                "a",
                variant(
                    new SqlType.Json(false),
                    Map.of(DialectName.POSTGRESQL, new SqlType.Json(true)))),
            column("b", variant(BIGINT, Map.of(DialectName.SQLITE, INTEGER))),
            column(
                "c",
                variant(varchar(9), Map.of(DialectName.MYSQL, TEXT, DialectName.MARIADB, TEXT)))));
  }

  private static LowerCase postgresql() {
    return LowerCase.of(
        creation(
            "arrays",
            column("a", new SqlType.ArrayOf(INTEGER, 1)),
            column("b", new SqlType.ArrayOf(varchar(5), 2)),
            column("c", new SqlType.ArrayOf(collated(5, "C"), 1))),
        creation(
            "own",
            column("a", named("inet")),
            column("b", named("cidr")),
            column("c", named("tsvector")),
            column("d", named("citext")),
            column("e", named("hstore")),
            column("f", named("int4range")),
            column("g", named("tstzrange")),
            column("h", named("oid")),
            column("i", named("money")),
            column("j", named("bit", "8")),
            column("k", named("bit varying", "9")),
            column("l", named("macaddr")),
            column("m", named("bit varying")),
            column("n", named("jsonpath")),
            column("o", named("datemultirange"))),
        creation("binary", column("a", new SqlType.Json(true))),
        creation(
            "times",
            column("a", new SqlType.Timestamp(false, Optional.of(3))),
            column("b", new SqlType.Timestamp(true, Optional.of(0))),
            column("c", new SqlType.Time(true, Optional.of(2))),
            column("d", new SqlType.Interval(Optional.empty(), Optional.of(3))),
            column("e", new SqlType.Interval(Optional.of("DAY TO SECOND"), Optional.empty())),
            column("f", new SqlType.Interval(Optional.of("YEAR"), Optional.empty()))));
  }

  private static LowerCase mysql() {
    return LowerCase.of(
        creation(
            "own",
            column("a", named("tinyint", "1")),
            column("b", named("bigint unsigned", "20")),
            column("c", named("integer unsigned")),
            column("d", named("longtext")),
            column("e", new SqlType.Timestamp(false, Optional.of(6))),
            column("f", named("set", "'a'", "'b'")),
            column("g", named("year")),
            column("h", named("mediumblob")),
            column("i", new SqlType.Binary(Optional.of(300)))));
  }

  private static LowerCase defaults() {
    Column now = filled("a", DATETIME, new Default.Now()).withNullable(false);
    return LowerCase.of(
        creation(
            "t",
            filled("a", varchar(10), literal("x")),
            filled("b", varchar(10), literal("it's")),
            filled("c", varchar(10), literal("a\\b")),
            filled("d", INTEGER, literal("0")),
            filled("e", INTEGER, expression("42")).withNullable(false),
            filled("f", varchar(40), expression("'2020-01-01'")),
            filled("g", varchar(10), literal(""))),
        creation(
            "functions",
            now,
            filled("b", DATETIME, expression("now()")),
            filled("c", DATETIME, expression("CURRENT_TIMESTAMP")),
            filled("d", new SqlType.Uuid(true), expression("gen_random_uuid()")),
            filled("e", INTEGER, expression("1 + 1")),
            filled("f", INTEGER, expression("(1 + 1)"))),
        creation(
            "booleans",
            filled("a", BOOLEAN, new Default.BooleanConstant(true)).withNullable(false),
            filled("b", BOOLEAN, new Default.BooleanConstant(false)),
            filled("c", BOOLEAN, expression("true"))),
        creation(
            "sequences",
            filled("a", INTEGER, new Default.NextValue(SequenceName.of("counter"))),
            filled("b", INTEGER, new Default.NextValue(SequenceName.of("s", "Order")))));
  }

  private static LowerCase autoincrement() {
    return LowerCase.of(
        creation("a", key("id", INTEGER), column("n", INTEGER), primary("", "id")),
        creation("b", key("id", BIGINT), primary("", "id")),
        creation("c", key("id", SMALLINT), primary("", "id")),
        creation("d", required("id", INTEGER), primary("", "id")),
        creation(
            "e",
            key("id", variant(BIGINT, Map.of(DialectName.SQLITE, INTEGER))),
            primary("", "id")),
        creation("f", required("x", INTEGER), required("y", INTEGER), primary("", "x", "y")),
        new TableOperation.CreateTable(
            options(
                table("g", key("id", INTEGER), column("v", TEXT), primary("", "id")),
                Map.of("sqlite_autoincrement", "True")),
            false),
        add("h", key("id", INTEGER)));
  }

  private static LowerCase generated() {
    SequenceOptions all =
        new SequenceOptions(
            Optional.of(5L),
            Optional.of(2L),
            Optional.of(1L),
            Optional.of(99L),
            Optional.of(true),
            Optional.of(3L));
    return LowerCase.of(
        creation(
            "a",
            required("id", INTEGER).withGeneration(Optional.of(identity(false))),
            required("m", INTEGER).withGeneration(Optional.of(new Generation.Identity(true, all))),
            column("n", INTEGER)
                .withGeneration(Optional.of(new Generation.Identity(false, starting(1))))),
        creation(
            "b",
            column("w", INTEGER),
            column("x", INTEGER).withGeneration(Optional.of(computed("w * 2", Optional.of(true)))),
            required("y", INTEGER)
                .withGeneration(Optional.of(computed("w + 1", Optional.empty())))),
        creation(
            "c",
            column("w", INTEGER),
            column("z", INTEGER)
                .withGeneration(Optional.of(computed("w * 2", Optional.of(false))))),
        creation(
            "d",
            required("id", INTEGER).withGeneration(Optional.of(identity(false))),
            primary("", "id")));
  }
}
