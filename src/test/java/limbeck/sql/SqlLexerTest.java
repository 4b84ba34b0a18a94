package limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlLexerTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "'it''s', it's",
        "'back\\slash', back\\slash",
        "E'a\\nb\\\\c\\'d\\x41\\u00e9\\101', |a\nb\\c'dAéA|",
        "$$a'b$$, a'b",
        "$tag$a $$ b$tag$, a $$ b",
        "B'101', 101",
        "N'x', x",
        "|'a'\n  'b'|, ab",
        "|'a' -- comment\n 'b'|, ab"
      })
  void readsTextsWithoutQuotesAndEscapes(String sql, String value) {
    assertThat(SqlLexer.tokens(sql))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.isString()).isTrue();
              assertThat(it.value()).isEqualTo(value);
              assertThat(it.text()).isEqualTo(sql);
            });
  }

  @Test
  void twoTextsInOneLineAreTwo() {
    assertThat(SqlLexer.tokens("'a' 'b'")).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Users, users",
        "\"Users\", Users",
        "\"a\"\"b\", a\"b",
        "`Users`, Users",
        "U&\"d\\0061t\\+000061\", data",
        "_a$1, _a$1",
        "ÄÖ_X, ÄÖ_x"
      })
  void readsNamesAsPostgresqlStoresThem(String sql, String name) {
    assertThat(SqlLexer.tokens(sql))
        .singleElement()
        .satisfies(
            it -> {
              assertThat(it.isName()).isTrue();
              assertThat(it.name()).isEqualTo(name);
            });
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "a::int, a :: int",
        "a->>'b', a ->> 'b'",
        "1.5e-3+x, 1.5e-3 + x",
        "a<-1, a < - 1",
        "a@-1, a @- 1",
        "f(x)[1:2], f ( x ) [ 1 : 2 ]",
        "1..2, 1 .. 2",
        "$1+$2, $1 + $2",
        "|a--comment\n+b|, a + b",
        "a/*x/*y*/z*/b, a b",
        "x=>1, x => 1",
        "0x1F, 0x1F"
      })
  void cutsAtTheSamePlacesAsPostgresql(String sql, String tokens) {
    assertThat(SqlLexer.tokens(sql).stream().map(SqlToken::text))
        .containsExactly(tokens.split(" "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a", "E'a\\'", "\"a", "$$a", "$x$ $y$", "/* a /* b */", "U&\"a"})
  void whatNothingClosesEndsWithTheText(String sql) {
    List<SqlToken> tokens = SqlLexer.tokens("x " + sql);
    assertThat(tokens).hasSize(2);
    assertThat(tokens.getLast().isClosed()).isFalse();
    assertThat(tokens.getLast().text()).isEqualTo(sql);
  }

  @Test
  void positionsAreThoseInTheText() {
    String sql = " SELECT  'a b' ; -- x\n\"Q\"";
    assertThat(SqlLexer.tokens(sql))
        .hasSize(4)
        .allSatisfy(it -> assertThat(sql.substring(it.start(), it.end())).isEqualTo(it.text()));
  }
}
