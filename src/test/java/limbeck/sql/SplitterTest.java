package limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitterTest {
  private static List<String> split(String text) {
    return Splitter.split(text).stream().map(SqlStatement::text).toList();
  }

  @Test
  void cutsAtSemicolons() {
    assertThat(split("a ; b;\n c\n")).containsExactly("a", "b", "c");
  }

  @Test
  void leavesOutWhatIsEmpty() {
    assertThat(split(" ;; -- a; b\n /* ; */ ; ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'a;b'",
        "SELECT E'a\\';b'",
        "SELECT \"a;b\"",
        "DO $$ BEGIN a; b; END $$",
        "DO $x$ $$ ; $$ $x$",
        "SELECT 1 /* ; /* ; */ ; */ + 1",
        "SELECT 1 -- ;\n + 1",
        "CREATE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2)",
        "CREATE OR REPLACE RULE r AS ON DELETE TO t DO (SELECT 1; SELECT 2)",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; SELECT 2; END"
      })
  void keepsSemicolonsThatEndNoStatement(String statement) {
    assertThat(split(statement + "; next")).containsExactly(statement, "next");
  }

  @Test
  void aParenthesisThatIsNotClosedHidesNothing() {
    assertThat(split("SELECT (1; SELECT 2")).containsExactly("SELECT (1", "SELECT 2");
  }

  @Test
  void saysWhereAStatementStands() {
    String text = "-- first\nSELECT 1 ; /* x */ SELECT 2 -- last\n;";
    assertThat(Splitter.split(text))
        .hasSize(2)
        .allSatisfy(it -> assertThat(text.substring(it.start(), it.end())).isEqualTo(it.text()));
    assertThat(split(text)).containsExactly("SELECT 1", "SELECT 2");
  }
}
