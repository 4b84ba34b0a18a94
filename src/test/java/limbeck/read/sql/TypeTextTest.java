package limbeck.read.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTextTest {
  private static final Schema SCHEMA =
      Schema.of(
          List.of(),
          List.of(
              new EnumType(TypeName.of("mood"), List.of()),
              new EnumType(TypeName.of("app", "Mixed"), List.of())));

  static Stream<Arguments> types() {
    SqlType integer = new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
    return Stream.of(
        Arguments.of("INT", integer),
        Arguments.of("pg_catalog.int4", integer),
        Arguments.of("int8", new SqlType.IntegerType(SqlType.IntegerSize.BIG)),
        Arguments.of("numeric(10)", new SqlType.Numeric(Optional.of(10), Optional.of(0))),
        Arguments.of("decimal(5, -2)", new SqlType.Numeric(Optional.of(5), Optional.of(-2))),
        Arguments.of("float(24)", new SqlType.Real()),
        Arguments.of("float(25)", new SqlType.DoublePrecision()),
        Arguments.of("double  precision", new SqlType.DoublePrecision()),
        Arguments.of(
            "character varying(20)", new SqlType.Varchar(Optional.of(20), Optional.empty())),
        Arguments.of(
            "varchar (3) COLLATE \"C\"", new SqlType.Varchar(Optional.of(3), Optional.of("C"))),
        Arguments.of("char", new SqlType.Char(Optional.of(1), Optional.empty())),
        Arguments.of("\"char\"", new SqlType.Named("\"char\"", List.of())),
        Arguments.of("bpchar", new SqlType.Named("bpchar", List.of())),
        Arguments.of("timestamp(3) with time zone", new SqlType.Timestamp(true, Optional.of(3))),
        Arguments.of("timestamptz", new SqlType.Timestamp(true, Optional.empty())),
        Arguments.of("time without time zone", new SqlType.Time(false, Optional.empty())),
        Arguments.of(
            "interval day to second(4)",
            new SqlType.Interval(Optional.of("DAY TO SECOND"), Optional.of(4))),
        Arguments.of("bit", new SqlType.Named("bit", List.of("1"))),
        Arguments.of("bit varying (8)", new SqlType.Named("bit varying", List.of("8"))),
        Arguments.of("jsonb", new SqlType.Json(true)),
        Arguments.of("int[][]", new SqlType.ArrayOf(integer, 2)),
        Arguments.of("int ARRAY[4]", new SqlType.ArrayOf(integer, 1)),
        Arguments.of("mood", new SqlType.EnumReference(TypeName.of("mood"))),
        Arguments.of("public.mood", new SqlType.EnumReference(TypeName.of("mood"))),
        Arguments.of(
            "app.\"Mixed\"[]",
            new SqlType.ArrayOf(new SqlType.EnumReference(TypeName.of("app", "Mixed")), 1)),
        Arguments.of("app.mixed", new SqlType.Named("app.mixed", List.of())),
        Arguments.of(
            "public.geometry(Point, 4326)",
            new SqlType.Named("geometry", List.of("Point", "4326"))),
        Arguments.of("VECTOR(3)", new SqlType.Named("vector", List.of("3"))));
  }

  @ParameterizedTest
  @MethodSource("types")
  void readsATypeAsTheInspectorDoes(String text, SqlType type) {
    assertThat(TypeText.read(text, SCHEMA)).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "int int", "numeric(", "double", "varchar(x)", "'text'", "not null"})
  void saysWhatIsNoType(String text) {
    assertThat(TypeText.read(text, SCHEMA)).isInstanceOf(SqlType.Unknown.class);
  }
}
