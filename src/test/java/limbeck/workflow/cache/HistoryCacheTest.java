package limbeck.workflow.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.report.SchemaSql;
import limbeck.workflow.Problem;
import limbeck.workflow.ProjectRequest;
import limbeck.workflow.SchemaOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With the cache, without it, and with a spoiled one: the schema is always the same. */
class HistoryCacheTest {
  private static final String HEAD =
      """
      from alembic import op
      import sqlalchemy as sa
      """;

  @TempDir private Path directory;
  private String build = "build 1";

  private void file(String name, String text) {
    Path path = directory.resolve("project").resolve(name);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revision(String id, String parent, String upgrade) {
    String down = parent.isEmpty() ? "None" : "'" + parent + "'";
    file(
        "versions/" + id + ".py",
        HEAD
            + "revision = '%s'\ndown_revision = %s\n".formatted(id, down)
            + "def upgrade():\n"
            + upgrade.indent(4)
            + "def downgrade():\n    pass\n");
  }

  private void project() {
    revision(
        "a1",
        "",
        """
        op.create_table("t", sa.Column("id", sa.Integer(), primary_key=True),
            sa.Column("mood", sa.Enum("sad", "glad", name="mood"), server_default="sad"),
            sa.Column("n", sa.Numeric(8, 2), server_default="1.5", comment="some"),
            sa.CheckConstraint("id > 0", name="positive"))
        """);
    file("app/__init__.py", "");
    file("app/kinds.py", "LENGTH = 20\n");
    revision(
        "a2",
        "a1",
        """
        from app.kinds import LENGTH
        op.add_column("t", sa.Column("kind", sa.String(LENGTH), index=True))
        op.execute("FROBNICATE THE TABLE t")
        """);
  }

  private record Seen(String sql, List<String> problems) {}

  private Seen schema(boolean cached) {
    Path project = directory.resolve("project");
    ProjectRequest request =
        new ProjectRequest(
            project,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            ProjectRequest.ModelSource.CONFIGURED,
            List.of(project.resolve("versions")),
            Optional.empty(),
            cached
                ? Optional.of(new CacheFolder(directory.resolve("cache"), build))
                : Optional.empty());
    SchemaOf.Result result = SchemaOf.run(request, new SchemaOf.Source.OfHistory(Optional.empty()));
    return new Seen(
        SchemaSql.write(result.schema(), result.dialect()),
        result.problems().stream().map(HistoryCacheTest::text).toList());
  }

  private static String text(Problem problem) {
    return problem.message() + problem.at().map(it -> it.file().path() + it.line()).orElse("");
  }

  /** Reads with the cache as it is, and compares with a reading that knows none. */
  private Seen checked() {
    Seen seen = schema(true);
    assertThat(seen).isEqualTo(schema(false));
    return seen;
  }

  private List<Path> kept() {
    try (Stream<Path> files = Files.list(directory.resolve("cache"))) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void whatIsKeptIsWhatWasFolded() {
    project();
    Seen first = checked();
    assertThat(first.sql()).contains("kind VARCHAR(20)");
    assertThat(first.problems()).anyMatch(it -> it.contains("FROBNICATE"));
    assertThat(kept()).hasSize(2);
    assertThat(checked()).isEqualTo(first);
  }

  @Test
  void aNewRevisionIsFoldedOnTopOfWhatIsKept() {
    project();
    checked();
    revision("a3", "a2", "op.drop_column('t', 'n')");
    Seen later = checked();
    assertThat(later.sql()).doesNotContain("NUMERIC");
    assertThat(later.problems()).anyMatch(it -> it.contains("FROBNICATE"));
    checked();
  }

  @Test
  void aChangedScriptIsReadAnew() {
    project();
    checked();
    revision("a2", "a1", "op.add_column('t', sa.Column('other', sa.Text()))");
    assertThat(checked().sql()).contains("other TEXT").doesNotContain("kind");
  }

  @Test
  void aChangedModuleOfTheApplicationCounts() {
    project();
    checked();
    file("app/kinds.py", "LENGTH = 30\n");
    assertThat(checked().sql()).contains("kind VARCHAR(30)");
  }

  @Test
  void aFileThatAScriptReadsCounts() {
    project();
    file("sql/1.sql", "ALTER TABLE t ADD COLUMN seen DATE;");
    revision(
        "a3",
        "a2",
        """
        from pathlib import Path
        for found in sorted((Path(__file__).parent.parent / "sql").glob("*.sql")):
            op.execute(found.read_text())
        """);
    assertThat(checked().sql()).contains("seen DATE");
    file("sql/1.sql", "ALTER TABLE t ADD COLUMN seen TIMESTAMP;");
    assertThat(checked().sql()).contains("seen TIMESTAMP");
    file("sql/2.sql", "ALTER TABLE t ADD COLUMN gone BOOLEAN;");
    assertThat(checked().sql()).contains("seen TIMESTAMP").contains("gone BOOLEAN");
  }

  @Test
  void aModuleThatAppearsCounts() throws IOException {
    project();
    Files.delete(directory.resolve("project/app/kinds.py"));
    assertThat(checked().sql()).doesNotContain("VARCHAR(20)");
    file("app/kinds.py", "LENGTH = 20\n");
    assertThat(checked().sql()).contains("VARCHAR(20)");
  }

  @Test
  void aSpoiledFileIsAsGoodAsNone() throws IOException {
    project();
    Seen first = checked();
    for (Path file : kept()) {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    }
    assertThat(checked()).isEqualTo(first);
    for (Path file : kept()) {
      Files.write(file, new byte[] {1, 2, 3});
    }
    assertThat(checked()).isEqualTo(first);
  }

  @Test
  void anotherBuildStartsAnew() throws IOException {
    project();
    checked();
    byte[] before = Files.readAllBytes(kept().getFirst());
    build = "build 2";
    checked();
    assertThat(Files.readAllBytes(kept().getFirst())).isNotEqualTo(before);
  }
}
