package limbeck.read.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.schema.Default;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.TypeName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultTextTest {
  private static final Schema SCHEMA =
      Schema.of(List.of(), List.of(new EnumType(TypeName.of("mood"), List.of("ok"))));

  private static Optional<Default> read(String text, String type) {
    return DefaultText.read(new SqlText(text), TypeText.read(type, SCHEMA), SCHEMA);
  }

  static Stream<Arguments> defaults() {
    return Stream.of(
        Arguments.of("now()", "timestamptz", new Default.Now()),
        Arguments.of("(CURRENT_TIMESTAMP)", "timestamp", new Default.Now()),
        Arguments.of("true", "boolean", new Default.BooleanConstant(true)),
        Arguments.of("'f'::boolean", "boolean", new Default.BooleanConstant(false)),
        Arguments.of("'x'", "text", new Default.Literal("x")),
        Arguments.of("'it''s'::text", "varchar(9)", new Default.Literal("it's")),
        Arguments.of("CAST('x' AS varchar(9))", "varchar(9)", new Default.Literal("x")),
        Arguments.of("'ok'::mood", "mood", new Default.Literal("ok")),
        Arguments.of("'ok'::public.mood", "mood", new Default.Literal("ok")),
        Arguments.of("'{}'::jsonb", "jsonb", new Default.Literal("{}")),
        Arguments.of("'{}'::text[]", "text[]", new Default.Literal("{}")),
        Arguments.of("'{}'::json", "jsonb", expression("'{}'::json")),
        Arguments.of("0", "integer", expression("0")),
        Arguments.of("- 1", "integer", expression("-1")),
        Arguments.of("'7'", "integer", expression("7")),
        Arguments.of("'1.5'::numeric", "numeric(4,2)", expression("1.5")),
        Arguments.of("true", "text", expression("true")),
        Arguments.of("(1 + 2)", "integer", expression("(1 + 2)")),
        Arguments.of("CURRENT_TIMESTAMP(3)", "timestamp", expression("CURRENT_TIMESTAMP(3)")),
        Arguments.of("now()::date", "date", expression("now()::date")),
        Arguments.of(
            "NULL::character varying", "varchar(9)", expression("NULL::character varying")),
        Arguments.of(
            "nextval('public.\"Odd\"'::regclass)",
            "bigint",
            new Default.NextValue(SequenceName.of("Odd"))),
        Arguments.of(
            "nextval('app.s')", "bigint", new Default.NextValue(SequenceName.of("app", "s"))),
        Arguments.of("nextval(a)", "bigint", expression("nextval(a)")));
  }

  private static Default expression(String sql) {
    return new Default.Expression(new SqlText(sql));
  }

  @ParameterizedTest
  @MethodSource("defaults")
  void readsADefaultAsTheInspectorDoes(String text, String type, Default value) {
    assertThat(read(text, type)).contains(value);
  }

  @ParameterizedTest
  @CsvSource({"NULL, text", "null, varchar(9)", "NULL::text, text"})
  void nullIsNoDefault(String text, String type) {
    assertThat(read(text, type)).isEmpty();
  }
}
