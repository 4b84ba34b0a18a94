package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code limbeck stats} and what a review says with the file it writes. */
class StatsCommandTest {
  @TempDir private Path folder;

  private record Run(int code, String out, String err) {}

  private Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("-C", folder.toString(), "--no-cache"));
    int code =
        new Program(
                new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Map.of(),
                    false))
            .run(all.toArray(String[]::new));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void project() throws IOException {
    Path versions = Files.createDirectories(folder.resolve("migrations/versions"));
    Files.writeString(folder.resolve("alembic.ini"), "[alembic]\nscript_location = migrations\n");
    Files.writeString(folder.resolve("migrations/env.py"), "target_metadata = None\n");
    Files.writeString(
        versions.resolve("a.py"),
        """
        import sqlalchemy as sa
        from alembic import op

        revision = "a"
        down_revision = None


        def upgrade():
            op.create_table("task", sa.Column("id", sa.BigInteger(), primary_key=True), sa.Column("n", sa.Integer()))
        """);
    Files.writeString(
        versions.resolve("b.py"),
        """
        from alembic import op

        revision = "b"
        down_revision = "a"


        def upgrade():
            op.create_check_constraint("ck_task_n", "task", "n > 0")
        """);
  }

  @Test
  @Tag("postgres")
  void sizesAreWrittenAndRead() throws IOException {
    project();
    try (EmbeddedPostgres server = EmbeddedPostgres.start(16, EmbeddedPostgres.Flags.FAST);
        ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      session.execute("CREATE TABLE task (id bigint PRIMARY KEY, n int)");
      session.execute("INSERT INTO task SELECT i, 1 FROM generate_series(1, 20000) i");
      session.execute("CREATE SCHEMA other");
      session.execute("CREATE TABLE other.never (id bigint PRIMARY KEY)");
      session.execute("ANALYZE task");
      Run run = run("stats", "--url", database.url().sqlalchemy());
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).contains("limbeck-stats.json: 2 tables, 1 never analyzed");
    }
    assertThat(Files.readString(folder.resolve("limbeck-stats.json")))
        .contains("\"task\"", "\"rows\" : 20000", "\"other.never\"", "\"rows\" : null");
    assertThat(run("review", "b").out())
        .contains("(less than 1 s under ACCESS EXCLUSIVE on 20 k rows of task)");
    assertThat(run("review", "b", "--format", "json").out())
        .contains("\"rows\" : 20000", "\"seconds\" : 0.");
  }

  @Test
  void aReviewSaysHowLongAndOnHowManyRows() throws IOException {
    project();
    Path file = folder.resolve("sizes.json");
    Files.writeString(
        file,
        """
        {"schema_version": 1,
         "tables": {"task": {"rows": 80000000, "bytes": 4000000000, "index_bytes": 1}}}
        """);
    assertThat(run("review", "b", "--stats", file.toString()).out())
        .contains("about 40 s under ACCESS EXCLUSIVE on 80 M rows of task");
    assertThat(run("review", "b").out()).doesNotContain("80 M rows");
    Files.writeString(file, "{\"schema_version\": 2}");
    assertThat(run("review", "b", "--stats", file.toString()).code()).isEqualTo(ExitCode.UNUSABLE);
    Files.writeString(file, "not JSON");
    assertThat(run("review", "b", "--stats", file.toString()).err()).contains("cannot read");
    assertThat(run("review", "b", "--stats", "absent.json").code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run("stats").code()).isEqualTo(ExitCode.UNUSABLE);
  }
}
