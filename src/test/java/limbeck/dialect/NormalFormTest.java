package limbeck.dialect;

import static limbeck.dialect.Make.BIGINT;
import static limbeck.dialect.Make.BOOLEAN;
import static limbeck.dialect.Make.DATETIME;
import static limbeck.dialect.Make.INTEGER;
import static limbeck.dialect.Make.TEXT;
import static limbeck.dialect.Make.check;
import static limbeck.dialect.Make.column;
import static limbeck.dialect.Make.expression;
import static limbeck.dialect.Make.filled;
import static limbeck.dialect.Make.foreign;
import static limbeck.dialect.Make.identity;
import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.key;
import static limbeck.dialect.Make.literal;
import static limbeck.dialect.Make.named;
import static limbeck.dialect.Make.over;
import static limbeck.dialect.Make.primary;
import static limbeck.dialect.Make.required;
import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.varchar;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which tables are one to a database, and which are not. */
class NormalFormTest {
  private static final EnumType MOOD = new EnumType(TypeName.of("mood"), List.of("a", "b"));
  private static final SqlType MOOD_TYPE = new SqlType.EnumReference(MOOD.name());

  private static Schema schema(Table table) {
    return Schema.of(List.of(table), List.of(MOOD));
  }

  private static Schema schema(Column column) {
    return schema(table("t", column));
  }

  private static Schema type(SqlType type) {
    return schema(column("c", type));
  }

  private static Schema value(SqlType type, Default value) {
    return schema(filled("c", type, value));
  }

  private record Pair(String title, Schema left, Schema right) {}

  private static Stream<DynamicTest> tests(
      DialectName name, List<Pair> equal, List<Pair> different) {
    Dialect dialect = Dialects.of(name);
    List<DynamicTest> tests = new ArrayList<>();
    for (Pair pair : equal) {
      tests.add(
          DynamicTest.dynamicTest(
              pair.title(),
              () ->
                  assertThat(dialect.normalize(pair.left()))
                      .isEqualTo(dialect.normalize(pair.right()))));
    }
    for (Pair pair : different) {
      tests.add(
          DynamicTest.dynamicTest(
              "not " + pair.title(),
              () ->
                  assertThat(dialect.normalize(pair.left()))
                      .isNotEqualTo(dialect.normalize(pair.right()))));
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> postgresql() {
    SqlType variant =
        new SqlType.Variant(BIGINT, new TreeMap<>(Map.of(DialectName.POSTGRESQL, INTEGER)));
    return tests(
        DialectName.POSTGRESQL,
        List.of(
            new Pair("variant", type(variant), type(INTEGER)),
            new Pair(
                "default schema",
                schema(table("public.t", column("c", INTEGER))),
                schema(table("t", column("c", INTEGER)))),
            new Pair("enum by name", type(named("mood")), type(MOOD_TYPE)),
            new Pair(
                "SERIAL and its default",
                schema(key("c", INTEGER)),
                schema(key("c", INTEGER).withServerDefault(Optional.of(literal("1"))))),
            new Pair(
                "key columns",
                schema(table("t", column("c", INTEGER), primary("t_pkey", "c"))),
                schema(table("t", required("c", INTEGER), primary("", "c")))),
            new Pair(
                "no comment", schema(column("c", TEXT).withComment(Optional.of(""))), type(TEXT)),
            new Pair("boolean", value(BOOLEAN, literal("1")), value(BOOLEAN, expression("true"))),
            new Pair("null", value(TEXT, expression("null::text")), type(TEXT)),
            new Pair(
                "unnamed index",
                schema(
                    table(
                        "t",
                        column("c", TEXT),
                        index("x", over("lower(c)")).withName(Optional.empty()))),
                schema(table("t", column("c", TEXT), index("t_lower_idx", over("lower(c)"))))),
            new Pair(
                "check of one column",
                schema(table("t", column("c", INTEGER), check("", "c>0"))),
                schema(table("t", column("c", INTEGER), check("t_c_check", "(c > 0)"))))),
        List.of(
            new Pair("length", type(varchar(5)), type(varchar(6))),
            new Pair("zone", type(DATETIME), type(new SqlType.Timestamp(true, Optional.empty()))),
            new Pair("text and number", value(TEXT, literal("0")), value(TEXT, literal("1"))),
            new Pair("now as text", value(TEXT, literal("now()")), value(TEXT, new Default.Now())),
            new Pair(
                "identity and serial",
                schema(key("c", INTEGER)),
                schema(required("c", INTEGER).withGeneration(Optional.of(identity(false))))),
            new Pair(
                "constraint's name",
                schema(table("t", column("c", INTEGER), unique("u", "c"))),
                schema(table("t", column("c", INTEGER), unique("", "c"))))));
  }

  @TestFactory
  Stream<DynamicTest> sqlite() {
    return tests(
        DialectName.SQLITE,
        List.of(
            new Pair(
                "uuid",
                type(new SqlType.Uuid(true)),
                type(new SqlType.Char(Optional.of(32), Optional.empty()))),
            new Pair(
                "decimal",
                type(new SqlType.Named("DECIMAL", List.of("5", "2"))),
                type(new SqlType.Numeric(Optional.of(5), Optional.of(2)))),
            new Pair("number", value(INTEGER, literal("1.0")), value(INTEGER, expression("1"))),
            new Pair(
                "boolean",
                value(BOOLEAN, new Default.BooleanConstant(true)),
                value(BOOLEAN, expression("(1)"))),
            new Pair(
                "now",
                value(DATETIME, new Default.Now()),
                value(DATETIME, expression("(CURRENT_TIMESTAMP)"))),
            new Pair(
                "comment", schema(column("c", TEXT).withComment(Optional.of("x"))), type(TEXT)),
            new Pair(
                "rowid",
                schema(table("t", key("c", INTEGER), primary("", "c"))),
                schema(table("t", required("c", INTEGER), primary("", "c"))))),
        List.of(
            new Pair("text and number", type(TEXT), type(INTEGER)),
            new Pair("lengths", type(varchar(5)), type(varchar(6))),
            new Pair("sizes", type(BIGINT), type(INTEGER)),
            new Pair("dates", type(DATETIME), type(BOOLEAN)),
            new Pair(
                "rowid and BIGINT",
                schema(table("t", key("c", BIGINT), primary("", "c"))),
                schema(table("t", key("c", INTEGER), primary("", "c")))),
            new Pair(
                "name",
                schema(table("t", column("c", TEXT), unique("u", "c"))),
                schema(table("t", column("c", TEXT), unique("", "c"))))));
  }

  @TestFactory
  Stream<DynamicTest> mysql() {
    Table first =
        table(
            "t",
            column("c", INTEGER),
            unique("", "c"),
            check("", "c > 0"),
            foreign("", "c", "o", "id", ReferentialAction.RESTRICT));
    Table second =
        table(
            "t",
            column("c", INTEGER),
            unique("c", "c"),
            check("t_chk_1", "(C>0)"),
            foreign("t_ibfk_1", "c", "o", "id"));
    return tests(
        DialectName.MYSQL,
        List.of(
            new Pair("boolean", type(BOOLEAN), type(named("tinyint", "1"))),
            new Pair("width", type(named("int", "11")), type(INTEGER)),
            new Pair("uuid", type(new SqlType.Uuid(true)), type(new SqlType.Uuid(false))),
            new Pair("enum", type(MOOD_TYPE), type(named("enum", "'a'", "'b'"))),
            new Pair(
                "float",
                type(new SqlType.Floating(Optional.of(30))),
                type(new SqlType.DoublePrecision())),
            new Pair("number", value(INTEGER, literal("5")), value(INTEGER, expression("5"))),
            new Pair(
                "now", value(DATETIME, new Default.Now()), value(DATETIME, expression("(NOW())"))),
            new Pair("names", schema(first), schema(second)),
            new Pair(
                "key's name",
                schema(table("t", column("c", INTEGER), primary("pk", "c"))),
                schema(table("t", column("c", INTEGER), primary("", "c"))))),
        List.of(
            new Pair("length", type(varchar(5)), type(varchar(6))),
            new Pair("sign", type(named("int unsigned")), type(INTEGER)),
            new Pair(
                "comment", schema(column("c", TEXT).withComment(Optional.of("x"))), type(TEXT))));
  }

  @Test
  void aNormalFormIsItsOwn() {
    Schema schema =
        schema(
            table(
                "t",
                key("id", INTEGER),
                column("m", MOOD_TYPE),
                filled("b", BOOLEAN, new Default.BooleanConstant(true)),
                filled("at", DATETIME, new Default.Now()),
                column("u", new SqlType.Uuid(true)),
                column("j", new SqlType.Json(false)),
                column("f", new SqlType.Floating(Optional.of(30))),
                primary("", "id"),
                unique("", "m"),
                check("", "m IN ('a', 'b')"),
                index("ix", over("lower(u)"))));
    for (DialectName name : DialectName.values()) {
      Dialect dialect = Dialects.of(name);
      Schema once = dialect.normalize(schema);
      assertThat(dialect.normalize(once)).as("%s", name).isEqualTo(once);
    }
  }
}
