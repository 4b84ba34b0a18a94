package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
  @TempDir Path directory;

  /** What a run printed and returned. */
  private record Run(int code, String out, String err) {}

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectory(directory.resolve(".git"));
  }

  private Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of(),
            false);
    int code = new Program(console).run(words);
    return new Run(
        code,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(directory.toString(), "DIR"));
  }

  private void file(String name, String text) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void revision(String id, String header) {
    file(
        "m/versions/" + id + ".py",
        "\"\"\"message of "
            + id
            + "\n\nCreate Date: today\n\"\"\"\nrevision = '"
            + id
            + "'\n"
            + header);
  }

  private void project() {
    file("alembic.ini", "[alembic]\nscript_location = m\n");
    file("m/env.py", "");
    revision("aaaa1", "down_revision = None\n");
    revision("bbbb1", "down_revision: str = 'aaaa1'\nbranch_labels = ('side',)\n");
    revision("cccc1", "down_revision = ['aaaa1']\ndepends_on = 'bbbb1'\n");
    revision("dddd1", "down_revision = ('bbbb1', 'cccc1')\n");
  }

  private String dir() {
    return directory.toString();
  }

  @Test
  void revisionsAreListedAsAlembicDoes() {
    project();
    assertThat(run("heads", "-C", dir())).isEqualTo(new Run(0, "dddd1 (side) (head)\n", ""));
    assertThat(run("history", "-C", dir()).out())
        .isEqualTo(
            """
            bbbb1, cccc1 -> dddd1 (side) (head) (mergepoint), message of dddd1
            aaaa1 (bbbb1) -> cccc1, message of cccc1
            aaaa1 -> bbbb1 (side), message of bbbb1
            <base> -> aaaa1 (branchpoint), message of aaaa1
            """);
    assertThat(run("-C", dir(), "history", "-r", "aaaa1:bbbb").out())
        .startsWith("aaaa1 -> bbbb1 (side), message");
    assertThat(run("branches", "-C", dir()).out())
        .isEqualTo("aaaa1 (branchpoint)\n      -> bbbb1 (side)\n      -> cccc1\n\n");
  }

  @Test
  void aRevisionIsShownInFull() {
    project();
    assertThat(run("show", "-C", dir(), "head").out().replace(dir(), "DIR"))
        .isEqualTo(
            """
            Rev: dddd1 (head) (mergepoint)
            Merges: bbbb1, cccc1
            Branch names: side
            Path: DIR/m/versions/dddd1.py

                message of dddd1
               \s
                Create Date: today


            Upgrade on postgresql
              nothing to do

            There is no downgrade.

            """);
  }

  @Test
  void jsonIsAloneOnStandardOutput() throws IOException {
    project();
    revision("eeee1", "down_revision = 'nowhere'\n");
    Run run = run("heads", "-C", dir(), "--format", "json");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).isEmpty();
    assertThat(JSON.std.mapFrom(run.out()))
        .containsEntry("format", "limbeck-revisions")
        .containsKeys("version", "revisions", "problems");
  }

  @Test
  void problemsOfTheGraphAreSaidWithTheWayOut() {
    project();
    revision("eeee1", "down_revision = 'nowhere'\n");
    Run run = run("heads", "-C", dir());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).isEqualTo("dddd1 (side) (head)\neeee1 (head)\n");
    assertThat(run.err())
        .isEqualTo(
            """
            error: DIR/m/versions/eeee1.py: down_revision nowhere of revision eeee1 does not exist
              help: fetch the missing script (another branch may have it), or correct down_revision
            """);
  }

  @Test
  void aSyntaxErrorIsShownWithItsPlace() {
    project();
    file("m/versions/zzzz.py", "revision = 'zzzz1'\ndown_revision = (\n");
    Run run = run("heads", "-C", dir());
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("zzzz.py:2:").contains("2 | down_revision = (").contains("^");
  }

  @Test
  void aModuleWithoutARevisionIsNamed() {
    project();
    file("m/versions/helper.py", "x = 1\n");
    assertThat(run("heads", "-C", dir()).err())
        .contains("helper.py:1:1: error: the script has no revision identifier");
  }

  @Test
  void whatIsNotUtf8IsNamed() throws IOException {
    project();
    Files.write(directory.resolve("m/versions/latin.py"), new byte[] {'#', ' ', (byte) 0xE4, '\n'});
    Run run = run("heads", "-C", dir());
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).startsWith("limbeck: DIR/m/versions/latin.py: ").contains("UTF-8");
  }

  @Test
  void twoLinesSayWhatIsWrongAndHowToMendIt() {
    assertThat(run("heads", "-C", dir()))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                limbeck: found no alembic.ini and no [tool.alembic] in or near DIR
                         name the project with -C DIR, or start one with: alembic init migrations
                """));
    assertThat(run("show", "-C", dir() + "/nowhere").code()).isEqualTo(2);
    assertThat(run("histroy"))
        .isEqualTo(
            new Run(
                2,
                "",
                """
                limbeck: Unmatched argument at index 0: 'histroy'
                         did you mean history?
                """));
    assertThat(run("heads", "--nonsense").err()).contains("see: limbeck heads --help");
    assertThat(run("generate", "--onlin", "-m", "x").err())
        .contains("did you mean --online? see: limbeck generate --help");
  }

  @Test
  void anEmptyProjectHasNoRevisions() {
    file("alembic.ini", "[alembic]\nscript_location = m\n");
    file("m/env.py", "");
    assertThat(run("heads", "-C", dir())).isEqualTo(new Run(0, "", ""));
    assertThat(run("history", "-C", dir())).isEqualTo(new Run(0, "", ""));
  }

  @Test
  void helpVersionAndCompletionAreResults() {
    assertThat(run("--help").out()).contains("Commands:").contains("history");
    assertThat(run("heads", "--help").out()).startsWith("Usage: limbeck heads");
    assertThat(run("--version").out()).startsWith("limbeck ");
    assertThat(run("completion").out()).startsWith("#!/usr/bin/env bash");
    assertThat(run().code()).isEqualTo(2);
  }
}
