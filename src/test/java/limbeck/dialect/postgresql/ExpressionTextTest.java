package limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import limbeck.dialect.postgresql.expression.ColumnTypes;
import limbeck.dialect.postgresql.expression.ExpressionText;
import limbeck.dialect.standard.Quoting;
import limbeck.schema.SqlText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must stay different, and what is not parsed. */
class ExpressionTextTest {
  private static final ColumnTypes COLUMNS =
      new ColumnTypes(
          "t",
          Map.of(
              "i",
              "integer",
              "b",
              "bigint",
              "n",
              "numeric",
              "r",
              "real",
              "v",
              "text",
              "c",
              "character",
              "flag",
              "boolean"));

  private static String canonical(String text) {
    return new ExpressionText(new Quoting('"', Set.of("select")))
        .canonical(new SqlText(text), COLUMNS)
        .text();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "i / 2 > 1 => i / 2::numeric > 1",
        "i::numeric / b::numeric > 1 => i / b > 1",
        "r > 0.1 => r > 0.1::real",
        "v = 'x' => v = 'X'",
        "v = '1' => v = 1",
        "c = 'x' => c::text = 'x'",
        "NOT (flag AND i > 0) => NOT flag AND i > 0",
        "i > 0 AND (b > 0 OR n > 0) => i > 0 AND b > 0 OR n > 0",
        "i - (b - n) > 0 => i - b - n > 0",
        "i::bigint * 2 > 0 => i * 2 > 0",
        "v::varchar(3) = 'abc' => v = 'abc'",
        "i IN (1, 2) => i IN (2, 1)",
        "i NOT IN (1, 2) => i IN (1, 2)",
        "v LIKE 'a%' => v ILIKE 'a%'",
        "\"Mixed\" > 0 => Mixed > 0",
        "lower(v) = 'x' => upper(v) = 'x'",
        "i > 0 => i > 00.5",
        "substring(v from 2) = 'a' => substring(v for 2) = 'a'",
        "trim(leading 'x' from v) = v => trim(v) = v",
        "other.i > 0 => i > 0",
        "v || 'a' = 'b' => v || 'b' = 'a'",
        "coalesce(i, 0) > 0 => coalesce(b, 0) > 0",
      })
  void keepsApartWhatMayDiffer(String left, String right) {
    assertThat(canonical(left)).isNotEqualTo(canonical(right));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "EXISTS (SELECT 1  FROM x) => exists ( select 1 from x )",
        "i > 0 garbage => i > 0 garbage",
        "i > => i >",
        "(i > 0 => ( i > 0",
        "'open => 'open",
      })
  void leavesWhatItDoesNotParse(String text, String spaced) {
    assertThat(canonical(text)).isEqualTo(spaced);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))"
            + " => status::text IN ('a', 'b')",
        "(((v)::text = ANY ((ARRAY['a'::character varying])::text[]))) => v IN ('a')",
        "(n > (0)::numeric) AND (b <> 5) => (n > 0) AND (b <> 5)",
        "CURRENT_TIMESTAMP => now()",
        "CASE WHEN (i>0) THEN 'a'::text ELSE 'b' END => CASE WHEN i > 0 THEN 'a' ELSE 'b' END",
        "\"select\" > '-1'::integer => \"select\" > (-1)",
      })
  void writesOneForm(String text, String form) {
    assertThat(canonical(text)).isEqualTo(form);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      quoteCharacter = '`',
      value = {
        "((status)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[]))",
        "i NOT BETWEEN 1 AND 10",
        "CASE i WHEN 1 THEN 'a' ELSE 'c' END = v",
        "trim(both 'x' from v) = position('a' in v)::text",
        "NOT flag IS NOT TRUE",
        "v || ' ' || v ~* '^a' COLLATE \"C\"",
        "now() AT TIME ZONE 'UTC' > '2020-01-01'::timestamp(3)",
      })
  void aFormIsItsOwnForm(String text) {
    String once = canonical(text);
    assertThat(canonical(once)).isEqualTo(once);
  }
}
