package limbeck.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.report.SchemaSql;
import limbeck.workflow.cache.CacheFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts that use the application are read with it as it was. What Alembic does at each of these
 * commits was looked at with the real one: {@code alembic upgrade --sql} in a checkout of the
 * commit.
 */
class ApplicationThenTest {
  private static final String HEAD =
      """
      from alembic import op
      import sqlalchemy as sa
      """;

  @TempDir private Path directory;
  private boolean cached;

  private Path project() {
    return directory.resolve("project");
  }

  @BeforeEach
  void begin() {
    file("app/__init__.py", "");
  }

  private void file(String name, String text) {
    Path path = project().resolve(name);
    try {
      Files.createDirectories(path.resolveSibling("."));
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void revision(String id, String parent, String imports, String upgrade) {
    revision("versions/" + id + ".py", id, parent, imports, upgrade);
  }

  private void revision(String path, String id, String parent, String imports, String upgrade) {
    String down = parent.isEmpty() ? "None" : "'" + parent + "'";
    file(
        path,
        HEAD
            + imports
            + "\nrevision = '%s'\ndown_revision = %s\n".formatted(id, down)
            + "def upgrade():\n"
            + upgrade.indent(4)
            + "def downgrade():\n    pass\n");
  }

  private void git(String... words) {
    List<String> command = new ArrayList<>(List.of("git", "-C", project().toString()));
    command.addAll(List.of("-c", "user.name=a", "-c", "user.email=a@b.c"));
    command.addAll(List.of("-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(said).isZero();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void commit(String message) {
    if (!Files.exists(project().resolve(".git"))) {
      git("init", "-q");
    }
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  private ProjectRequest request() {
    return new ProjectRequest(
        project(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        ProjectRequest.ModelSource.CONFIGURED,
        List.of(project().resolve("versions")),
        Optional.of("{}"),
        cached
            ? Optional.of(new CacheFolder(directory.resolve("cache"), "build"))
            : Optional.empty());
  }

  private SchemaOf.Result result() {
    return SchemaOf.run(request(), new SchemaOf.Source.OfHistory(Optional.empty()));
  }

  private String schema() {
    SchemaOf.Result result = result();
    assertThat(result.problems()).isEmpty();
    return SchemaSql.write(result.schema(), result.dialect());
  }

  private ApplicationAsOf asOf(String revision) {
    return ExplainRevisions.run(request(), revision).explanations().getFirst().asOf();
  }

  private void enumThatGrows() {
    file("app/kinds.py", "import enum\nclass Mood(enum.Enum):\n    sad = 1\n    glad = 2\n");
    revision(
        "a1",
        "",
        "from app.kinds import Mood",
        "op.create_table('t', sa.Column('mood', sa.Enum(Mood, name='mood')))");
    commit("a table");
    file(
        "app/kinds.py",
        "import enum\nclass Mood(enum.Enum):\n    sad = 1\n    glad = 2\n    bored = 3\n");
    revision("a2", "a1", "", "op.execute(\"ALTER TYPE mood ADD VALUE 'bored'\")");
    commit("a mood more");
  }

  @Test
  void aLabelThatALaterRevisionAddsIsNotThereBefore() {
    enumThatGrows();
    assertThat(schema()).contains("CREATE TYPE mood AS ENUM ('sad', 'glad', 'bored')");
    assertThat(asOf("a1"))
        .isInstanceOfSatisfying(
            ApplicationAsOf.Commit.class,
            it -> assertThat(it.changed()).containsExactly("app.kinds:Mood"));
    assertThat(asOf("a2")).isEqualTo(new ApplicationAsOf.Unchanged());
  }

  @Test
  void withTheCacheItIsTheSame() {
    enumThatGrows();
    String expected = schema();
    cached = true;
    assertThat(schema()).isEqualTo(expected);
    assertThat(schema()).isEqualTo(expected);
    file("app/kinds.py", "import enum\nclass Mood(enum.Enum):\n    sad = 1\n");
    assertThat(schema()).isEqualTo(expected);
    commit("fewer moods, for which there is no revision");
    assertThat(schema()).isEqualTo(expected);
  }

  @Test
  void withoutGitTheApplicationIsTakenAsItIsAndThatIsSaid() {
    enumThatGrows();
    FileTrees.delete(project().resolve(".git"));
    assertThat(asOf("a1")).isEqualTo(new ApplicationAsOf.Today(List.of("app.kinds:Mood")));
    assertThat(result().asOfToday()).hasSize(1).first().asString().endsWith("versions/a1.py");
    assertThat(result().problems()).anyMatch(it -> it.message().contains("bored"));
  }

  @Test
  void whatIsNotCommittedYetUsesTheApplicationOfToday() {
    file("app/kinds.py", "LENGTH = 20\n");
    revision("a1", "", "", "op.create_table('t', sa.Column('id', sa.Integer()))");
    commit("a table");
    file("app/kinds.py", "LENGTH = 30\n");
    revision(
        "a2",
        "a1",
        "from app.kinds import LENGTH",
        "op.add_column('t', sa.Column('name', sa.String(LENGTH)))");
    assertThat(schema()).contains("name VARCHAR(30)");
    assertThat(asOf("a2")).isEqualTo(new ApplicationAsOf.Unchanged());
  }

  @Test
  void whatChangesElsewhereInTheFileDoesNotCount() {
    file("app/kinds.py", "BASE = 10\nLENGTH = BASE * 2\nOTHER = 1\n");
    revision(
        "a1",
        "",
        "from app.kinds import LENGTH",
        "op.create_table('t', sa.Column('name', sa.String(LENGTH)))");
    commit("a table");
    file("app/kinds.py", "BASE = 10\nLENGTH = BASE * 2\nOTHER = 2\n");
    commit("something else");
    assertThat(asOf("a1")).isEqualTo(new ApplicationAsOf.Unchanged());
    file("app/kinds.py", "BASE = 15\nLENGTH = BASE * 2\nOTHER = 2\n");
    commit("what the length is made of");
    assertThat(schema()).contains("name VARCHAR(20)");
  }

  @Test
  void aHelperReachedThroughPackagesAndOtherNames() {
    file("app/tools/__init__.py", "from .columns import stamp as made\n");
    file(
        "app/tools/columns.py",
        """
        import sqlalchemy as sa
        from ..limits import size
        def stamp(name):
            return sa.Column(name, sa.String(size()))
        """);
    file("app/limits.py", "def size():\n    return 8\n");
    revision("a1", "", "from app import tools", "op.create_table('t', tools.made('a'))");
    commit("a table");
    file("app/limits.py", "def size():\n    return 9\n");
    commit("another size");
    assertThat(schema()).contains("a VARCHAR(8)");
  }

  @Test
  void aModuleThatIsGoneIsFoundWhereItWas() {
    file("app/kinds.py", "LENGTH = 20\n");
    revision(
        "a1",
        "",
        "from app.kinds import LENGTH",
        "op.create_table('t', sa.Column('name', sa.String(LENGTH)))");
    commit("a table");
    FileTrees.delete(project().resolve("app/kinds.py"));
    commit("without it");
    assertThat(schema()).contains("name VARCHAR(20)");
  }

  @Test
  void scriptsThatHaveMovedKeepTheirTime() {
    file("app/kinds.py", "LENGTH = 20\n");
    revision(
        "old/versions/a1.py",
        "a1",
        "",
        "from app.kinds import LENGTH",
        "op.create_table('t', sa.Column('name', sa.String(LENGTH)))");
    commit("a table");
    file("app/kinds.py", "LENGTH = 30\n");
    git("mv", "old/versions", "versions");
    commit("in another place");
    assertThat(schema()).contains("name VARCHAR(20)");
  }

  @Test
  void tablesMadeFromModelsAreMadeFromThoseOfThen() {
    file(
        "app/models.py",
        """
        import sqlalchemy as sa
        from sqlalchemy.orm import declarative_base
        Base = declarative_base()
        class Note(Base):
            __tablename__ = "notes"
            id = sa.Column(sa.Integer, primary_key=True)
        """);
    revision("a1", "", "from app.models import Base", "Base.metadata.create_all(op.get_bind())");
    file(
        "env.py",
        """
        from alembic import context
        from app.models import Base
        context.configure(target_metadata=Base.metadata)
        """);
    commit("all tables");
    file(
        "app/models.py",
        """
        import sqlalchemy as sa
        from sqlalchemy.orm import declarative_base
        Base = declarative_base()
        class Note(Base):
            __tablename__ = "notes"
            id = sa.Column(sa.Integer, primary_key=True)
            text = sa.Column(sa.Text)
        """);
    revision("a2", "a1", "", "op.add_column('notes', sa.Column('text', sa.Text()))");
    commit("a column more");
    assertThat(schema()).containsOnlyOnce("text TEXT");
  }
}
