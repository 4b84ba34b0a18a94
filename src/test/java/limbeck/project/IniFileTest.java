package limbeck.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.Test;

class IniFileTest {
  private static IniFile parse(String text) {
    return IniFile.parse(new SourceFile("alembic.ini", text), Map.of("here", "/project"));
  }

  private static String value(String text, String key) {
    return parse(text).value("alembic", key).orElseThrow();
  }

  @Test
  void keysAreReadWithoutCaseAndWithEitherDelimiter() {
    IniFile file = parse("[alembic]\nScript_Location = a\nsqlalchemy.url: sqlite:///x.db\n");
    assertThat(file.value("alembic", "script_location")).contains("a");
    assertThat(file.value("alembic", "sqlalchemy.url")).contains("sqlite:///x.db");
  }

  @Test
  void variablesAreFilledInAndPercentSignsUnescaped() {
    String text =
        """
        [DEFAULT]
        root = %(here)s/db
        [alembic]
        script_location = %(root)s/m
        file_template = %%(rev)s_%%(slug)s
        """;
    assertThat(value(text, "script_location")).isEqualTo("/project/db/m");
    assertThat(value(text, "file_template")).isEqualTo("%(rev)s_%(slug)s");
  }

  @Test
  void valuesGoOnOverIndentedLinesAndCommentsAreNoPartOfThem() {
    String text =
        """
        [alembic]
        version_locations =
            one
            # not this

            two
        ; nor this
        x = ; kept
        """;
    assertThat(value(text, "version_locations")).isEqualTo("\none\n\ntwo");
    assertThat(value(text, "x")).isEqualTo("; kept");
  }

  @Test
  void aLonePercentSignIsNamedWithItsLine() {
    IniFile file = parse("[alembic]\n\nfile_template = %Y_%(rev)s\n");
    assertThatThrownBy(() -> file.value("alembic", "file_template"))
        .isInstanceOf(ToolFailure.class)
        .hasMessage(
            "alembic.ini:3: the value of file_template holds a lone % (write %% for the character"
                + " itself)");
  }

  @Test
  void endlessVariablesAreRefused() {
    IniFile file = parse("[alembic]\na = %(b)s\nb = %(a)s\n");
    assertThatThrownBy(() -> file.value("alembic", "a"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("refer to each other without end");
  }

  @Test
  void whatIsNoIniFileIsRefusedWithItsLine() {
    assertThatThrownBy(() -> parse("[alembic]\nscript_location\n"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageStartingWith("alembic.ini:2: ");
    assertThatThrownBy(() -> parse("a = b\n"))
        .isInstanceOf(ToolFailure.class)
        .hasMessageStartingWith("alembic.ini:1: ");
    assertThatThrownBy(() -> parse("[a]\nx=1\nX=2\n"))
        .isInstanceOf(ToolFailure.class)
        .hasMessage("alembic.ini:3: x is given twice in [a]");
    assertThatThrownBy(() -> parse("[a]\n[b]\n[a]\n"))
        .isInstanceOf(ToolFailure.class)
        .hasMessage("alembic.ini:3: the section [a] appears twice");
  }
}
