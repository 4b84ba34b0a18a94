package limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PsqlScriptTest {
  private static List<String> parts(String text) {
    return PsqlScript.parts(text).stream()
        .peek(
            it ->
                assertThat(text.substring(it.statement().start(), it.statement().end()))
                    .isEqualTo(it.statement().text()))
        .map(it -> (it.command() ? "psql: " : "") + it.statement().text())
        .toList();
  }

  @Test
  void endsACommandWithItsLine() {
    assertThat(parts("\\connect x\r\nSELECT 1;\n  \\copy t FROM 'x'\nDROP TABLE t;"))
        .containsExactly(
            "psql: \\connect x", "SELECT 1", "psql: \\copy t FROM 'x'", "DROP TABLE t");
  }

  @Test
  void leavesOutTheRowsBehindCopy() {
    assertThat(
            parts(
                """
                COPY t (a, b) FROM stdin;
                1\tit's
                \\N\tDROP TABLE u;
                \\.
                DROP TABLE t;
                """))
        .containsExactly("COPY t (a, b) FROM stdin", "DROP TABLE t");
  }

  @Test
  void takesRowsWithoutAnEndForTheRest() {
    assertThat(parts("COPY t FROM STDIN WITH (FORMAT csv);\n1,2\n"))
        .containsExactly("COPY t FROM STDIN WITH (FORMAT csv)");
  }

  @Test
  void leavesALineInsideATextAlone() {
    assertThat(parts("SELECT 'a\n\\b';\nDO $$\n\\c\n$$;\n/*\n\\d\n*/ SELECT 2"))
        .containsExactly("SELECT 'a\n\\b'", "DO $$\n\\c\n$$", "SELECT 2");
  }

  @Test
  void isTheSameWithoutPsql() {
    assertThat(parts("a; b;\n c\n")).containsExactly("a", "b", "c");
    assertThat(parts("")).isEmpty();
  }
}
