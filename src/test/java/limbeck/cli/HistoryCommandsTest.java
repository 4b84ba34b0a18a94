package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bare folders of scripts on the command line, and what is said of a revision. */
class HistoryCommandsTest {
  private static final String HEAD = "from alembic import op\nimport sqlalchemy as sa\n";

  @TempDir Path directory;

  private record Run(int code, String out, String err) {}

  @BeforeEach
  void begin() {
    revision(
        "old/2023/a1.py",
        "a1",
        "None",
        "op.create_table('t', sa.Column('id', sa.Integer(), primary_key=True),"
            + " sa.Column('n', sa.Integer(), nullable=False))",
        "op.drop_table('t')");
    revision(
        "new/a2.py",
        "a2",
        "'a1'",
        "op.create_unique_constraint(None, 't', ['n'])\n    op.drop_column('t', 'id')",
        "op.add_column('t', sa.Column('id', sa.Integer()))");
  }

  private void file(String name, String text) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revision(String name, String id, String parent, String up, String down) {
    file(
        name,
        HEAD
            + "revision = '%s'\ndown_revision = %s\n".formatted(id, parent)
            + "def upgrade():\n    %s\ndef downgrade():\n    %s\n".formatted(up, down));
  }

  private Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Map.of(),
            false);
    int code = new Program(console).run(words);
    console.out().flush();
    console.err().flush();
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run bare(String... words) {
    String[] all = new String[words.length + 6];
    System.arraycopy(words, 0, all, 0, words.length);
    String[] more = {"-C", directory.toString(), "--scripts", "old", "--scripts", "new"};
    System.arraycopy(more, 0, all, words.length, more.length);
    return run(all);
  }

  @Test
  void severalFoldersAreOneHistory() {
    assertThat(bare("history").out()).isEqualTo("a1 -> a2 (head), \n<base> -> a1, \n");
    assertThat(bare("schema", "--from", "history", "--format", "sql").out())
        .contains("n INTEGER NOT NULL")
        .contains("UNIQUE (n)");
  }

  @Test
  void aStatedConventionNamesWhatScriptsLeaveUnnamed() {
    String convention = "{\"uq\": \"uq_%(table_name)s_%(column_0_name)s\"}";
    assertThat(
            bare("schema", "--at", "a2", "--format", "sql", "--naming-convention", convention)
                .out())
        .contains("CONSTRAINT uq_t_n UNIQUE (n)");
    file("names.json", convention);
    assertThat(
            bare("schema", "--at", "a2", "--format", "sql", "--naming-convention", "names.json")
                .out())
        .contains("CONSTRAINT uq_t_n UNIQUE (n)");
  }

  @Test
  void whatIsNoConventionIsRefused() {
    Run run = bare("schema", "--from", "history", "--naming-convention", "{\"uq\": 5}");
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("naming convention");
    assertThat(bare("heads", "-c", "alembic.ini").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void aMissingFolderIsNamed() {
    Run run = run("heads", "-C", directory.toString(), "--scripts", "nowhere");
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("there is no folder nowhere");
  }

  @Test
  void aRevisionIsExplainedBothWays() {
    assertThat(bare("show", "a2").out())
        .contains(
            """
            Upgrade on postgresql
              add unique constraint (n) to t (line 6)
                  ALTER TABLE t ADD UNIQUE (n)
            """)
        .contains("drop column t.id (line 7)")
        .contains("data is gone: all values of t.id")
        .contains("The downgrade does not restore the schema. It would still take:");
    assertThat(bare("show", "a1").out())
        .contains("The downgrade leaves the schema as it was before the upgrade.");
  }

  @Test
  void onAnotherDatabaseTheSqlIsAnother() {
    assertThat(bare("show", "a1", "--dialect", "mysql").out())
        .contains("Upgrade on mysql")
        .contains("id INTEGER NOT NULL AUTO_INCREMENT");
  }

  @Test
  void aWayBackThatIsNotUnderstoodIsNotCalledGood() {
    revision("new/a3.py", "a3", "'a2'", "pass", "op.execute('FROBNICATE THE TABLE t')");
    assertThat(bare("show", "a3").out())
        .contains("Whether the downgrade restores the schema cannot be told:")
        .contains("FROBNICATE")
        .doesNotContain("leaves the schema as it was");
    assertThat(bare("show", "a3", "--format", "json").out())
        .containsPattern("\"downgrade_is_inverse\" ?: ?false")
        .contains("downgrade_doubts");
  }

  @Test
  void whatADowngradeLeavesIsListed() {
    assertThat(bare("show", "a2").out())
        .contains("The downgrade does not restore the schema. It would still take:")
        .contains("t.id");
    assertThat(bare("show", "a1").out())
        .contains("The downgrade leaves the schema as it was before the upgrade.");
  }
}
