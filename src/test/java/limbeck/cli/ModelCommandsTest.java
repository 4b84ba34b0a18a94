package limbeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models against history on the command line, without a database. */
class ModelCommandsTest {
  private static final String HERO =
      """
      from sqlmodel import Field, SQLModel


      class Hero(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          name: str
      """;

  @TempDir Path directory;

  /** What a run printed and returned. */
  private record Run(int code, String out, String err) {}

  @BeforeEach
  void begin() throws IOException {
    Files.createDirectory(directory.resolve(".git"));
    file("alembic.ini", "[alembic]\nscript_location = m\nsqlalchemy.url = postgresql://h/d\n");
    file("models.py", HERO);
    file(
        "m/env.py",
        """
        from alembic import context
        from sqlmodel import SQLModel
        import models

        def run(connection):
            context.configure(connection=connection, target_metadata=SQLModel.metadata)

        run(None)
        """);
  }

  private void file(String name, String text) {
    try {
      Path path = directory.resolve(name);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("SOURCE_DATE_EPOCH", "1800000000"),
            false);
    String[] all =
        Stream.concat(Stream.of("-C", directory.toString()), Stream.of(words))
            .toArray(String[]::new);
    int code = new Program(console).run(all);
    return new Run(code, text(out), text(err));
  }

  private String text(ByteArrayOutputStream stream) {
    return stream.toString(StandardCharsets.UTF_8).replace(directory.toString(), "DIR");
  }

  private Run generate(String... more) {
    return run(
        Stream.concat(Stream.of("generate", "-m", "change", "--no-verify"), Stream.of(more))
            .toArray(String[]::new));
  }

  private List<String> revisions() {
    Path versions = directory.resolve("m/versions");
    if (!Files.isDirectory(versions)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(versions)) {
      return files.map(it -> it.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRevisionIsWrittenOnceAndThenNothingIsLeftToDo() {
    assertThat(run("check").code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(generate("--rev-id", "a1").code()).isEqualTo(ExitCode.FINE);
    assertThat(revisions()).containsExactly("a1_change.py");
    assertThat(run("check")).isEqualTo(new Run(0, "No changes detected\n", ""));
    assertThat(generate().code()).isEqualTo(ExitCode.FINE);
    assertThat(revisions()).containsExactly("a1_change.py");
  }

  @Test
  void aDryRunWritesNothing() {
    Run run = generate("--dry-run");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.out()).contains("op.create_table(\n        \"hero\",");
    assertThat(revisions()).isEmpty();
  }

  @Test
  void aRevisionIsDescribedAsJsonAlone() {
    Run run = generate("--rev-id", "a1", "--format", "json");
    assertThat(run.code()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith(
            """
            {
              "format" : "limbeck-generate",
              "version" : 1,
              "outcome" : "written",
              "revision" : "a1",
              "path" : "DIR/m/versions/a1_change.py",
              "script" : "\\"\\"\\"change\\n\\nRevision ID: a1\\n""")
        .contains(
            """
              "steps" : [ {
                "does" : "create table hero",
                "kind" : "additive",
                "reason" : "the table is new"
              } ],
              "questions" : [ ],
            """)
        .endsWith("}\n");
  }

  @Test
  void anEnvironmentThatIsNoPythonIsShownWithItsPlace() {
    file("m/env.py", "from alembic import context\n\ndef run(:\n    pass\n");
    Run run = generate();
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("m/env.py:3:9").contains("def run(:");
    assertThat(revisions()).isEmpty();
  }

  @Test
  void anExistingFileIsLeftAlone() {
    assertThat(generate("--rev-id", "a1").code()).isEqualTo(ExitCode.FINE);
    file("models.py", HERO + "    power: str | None = None\n");
    file("m/versions/b1_change.py", "# mine\nrevision = 'zz'\ndown_revision = 'a1'\n");
    Run run = generate("--rev-id", "b1");
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(directory.resolve("m/versions/b1_change.py")).content().startsWith("# mine");
    assertThat(revisions()).containsExactly("a1_change.py", "b1_change.py");
  }

  @Test
  void aQuestionIsAskedBeforeAnythingIsWritten() {
    assertThat(generate("--rev-id", "a1").code()).isEqualTo(ExitCode.FINE);
    file("models.py", HERO.replace("name: str", "title: str"));
    Run run = generate();
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("--rename hero.name:title");
    assertThat(revisions()).containsExactly("a1_change.py");
    Run answered = generate("--rename", "hero.name:title", "--dry-run");
    assertThat(answered.code()).isEqualTo(ExitCode.FINE);
    assertThat(answered.out()).contains("new_column_name=\"title\"");
    file("models.py", HERO.replace("name: str", "names: str"));
    assertThat(generate("--assume", "safe", "--dry-run").out())
        .contains("new_column_name=\"names\"");
  }

  @Test
  void twoHeadsAreNamedWithTheWayOut() {
    file("m/versions/a.py", "revision = 'a1'\ndown_revision = None\n");
    file("m/versions/b.py", "revision = 'b1'\ndown_revision = None\n");
    Run run = generate();
    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE);
    assertThat(run.err()).contains("a1, b1").contains("alembic merge");
  }

  @Test
  void aBrokenHistoryIsRefused() {
    file("m/versions/a.py", "revision = 'a1'\ndown_revision = 'gone'\n");
    assertThat(generate())
        .isEqualTo(
            new Run(
                2,
                "",
                """
                limbeck: DIR/m/versions/a.py: down_revision gone of revision a1 does not exist
                         fetch the missing script (another branch may have it), or correct down_revision
                """));
    file("m/versions/a.py", "revision = 'a1'\ndown_revision = None\n");
    file("m/versions/b.py", "revision = 'a1'\ndown_revision = None\n");
    assertThat(generate().err()).contains("revision id a1 is used by two files");
  }

  @Test
  void aSyntaxErrorInAModelIsShownAndNothingIsWritten() {
    file("models.py", HERO + "    power: str = = 1\n");
    Run run = generate();
    assertThat(run.code()).isNotEqualTo(ExitCode.FINE);
    assertThat(run.err()).contains("models.py:7:").contains("power: str = = 1").contains("^");
    assertThat(revisions()).isEmpty();
  }

  @Test
  void aModelThatIsNotUnderstoodIsNamedAndTheRestWorks() {
    file(
        "models.py",
        HERO
            + """


            import sqlalchemy as sa


            class Villain(SQLModel, table=True):
                id: int | None = Field(default=None, primary_key=True)
                power: str = Field(sa_type=unknown_module_type())
            """);
    Run run = run("schema");
    assertThat(run.out()).contains("table hero").contains("table villain");
    assertThat(run.err()).contains("warning").contains("power");
  }

  @Test
  void tablesLeftToOthersAreNotTouched() {
    file(
        "m/env.py",
        """
        from alembic import context
        from sqlmodel import SQLModel
        import models

        def include_object(object, name, type_, reflected, compare_to):
            if type_ == "table" and name.startswith("legacy_"):
                return False
            return True

        context.configure(
            connection=None, target_metadata=SQLModel.metadata, include_object=include_object
        )
        """);
    file(
        "m/versions/a.py",
        """
        from alembic import op
        import sqlalchemy as sa
        revision = "a1"
        down_revision = None

        def upgrade():
            op.create_table("legacy_log", sa.Column("id", sa.Integer(), nullable=False))
            op.create_table(
                "hero",
                sa.Column("id", sa.Integer(), nullable=False),
                sa.Column("name", sa.String(), nullable=False),
                sa.PrimaryKeyConstraint("id"),
            )
        """);
    assertThat(run("check").out()).isEqualTo("No changes detected\n");
  }

  @Test
  void aPlanIsShownWithKindsAndAsJson() throws IOException {
    assertThat(run("plan").out()).contains("+ create table hero");
    Map<String, Object> json = JSON.std.mapFrom(run("plan", "--format", "json").out());
    assertThat(json).containsEntry("format", "limbeck-plan").containsKey("steps");
  }

  @Test
  void revisionsAreReviewed() throws IOException {
    assertThat(generate("--rev-id", "a1").code()).isEqualTo(ExitCode.FINE);
    assertThat(run("review")).isEqualTo(new Run(0, "No findings.\n", ""));
    file("models.py", HERO.replace("    name: str\n", ""));
    assertThat(generate("--rev-id", "b1").code()).isEqualTo(ExitCode.FINE);
    Run run = run("review", "a1:b1");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("b1_change.py:").contains("column-dropped");
    assertThat(JSON.std.mapFrom(run("review", "--format", "json").out()))
        .containsEntry("revisions", 1);
  }

  @Test
  void theSchemaIsStatedInThreeForms() throws IOException {
    assertThat(run("schema").out()).startsWith("table hero\n  id INTEGER");
    assertThat(run("schema", "--format", "sql").out()).startsWith("CREATE TABLE hero (");
    assertThat(JSON.std.mapFrom(run("schema", "--format", "json").out()))
        .containsEntry("format", "limbeck-schema");
    assertThat(run("schema", "--from", "history").out()).isEmpty();
    assertThat(run("schema", "--from", "thin air").code()).isEqualTo(ExitCode.UNUSABLE);
  }

  @Test
  void theSchemaTellsWhereTheModelsStateIt() throws IOException {
    Map<?, ?> places =
        (Map<?, ?>)
            Objects.requireNonNull(
                JSON.std.mapFrom(run("schema", "--format", "json").out()).get("places"));
    assertThat(String.valueOf(places.get("hero"))).endsWith("models.py:4");
    assertThat(String.valueOf(places.get("hero.name"))).endsWith("models.py:6");
  }

  @Test
  void aDomainIsNamedAsNotDefined() {
    file(
        "models.py",
        HERO.replace(
                "from sqlmodel", "from sqlalchemy.dialects.postgresql import DOMAIN\nfrom sqlmodel")
            + "    zip: str = Field(sa_type=DOMAIN(\"us_zip\", str))\n");
    assertThat(run("schema").err()).contains("domain us_zip is taken by its name");
  }

  @Test
  void anotherDatabaseIsToldApartByItsUrl() {
    file("alembic.ini", "[alembic]\nscript_location = m\nsqlalchemy.url = sqlite:///x.db\n");
    assertThat(run("schema", "--format", "sql").out()).contains("id INTEGER NOT NULL");
    assertThat(run("schema", "--format", "sql", "--dialect", "postgresql").out())
        .contains("id SERIAL NOT NULL");
    assertThat(run("schema", "--dialect", "oracle").err())
        .contains("choose one of: postgresql, sqlite, mysql, mariadb");
  }

  @Test
  void aPersonAtATerminalIsAsked() {
    run("generate", "-m", "begin", "--no-verify", "--rev-id", "001_begin");
    file("models.py", HERO + "    age: int\n");
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Iterator<String> typed = List.of("1", "age_of(name)").iterator();
    Console console =
        new Console(
            new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            Map.of("SOURCE_DATE_EPOCH", "1800000000", "NO_COLOR", "1"),
            true,
            () -> typed.hasNext() ? Optional.of(typed.next()) : Optional.empty());
    int code =
        new Program(console)
            .run("generate", "-m", "age", "--no-verify", "-C", directory.toString());
    assertThat(code).as("%s", text(err)).isZero();
    assertThat(text(err)).contains("Which one?").contains("SQL for hero.age");
    assertThat(run("check").code()).isZero();
    assertThat(run("plan").out()).doesNotContain("age");
  }

  @Test
  void onlyAPartIsWritten() {
    run("generate", "-m", "begin", "--no-verify", "--rev-id", "001_begin");
    file(
        "models.py",
        HERO.replace("name: str", "name: str = Field(index=True)")
            + "    age: int | None = None\n    rank: int | None = None\n");
    Run part = run("generate", "-m", "age", "--no-verify", "--only", "hero.age", "--dry-run");
    assertThat(part.code()).as("%s", part).isZero();
    assertThat(part.out()).contains("\"age\"").doesNotContain("rank").doesNotContain("ix_hero");
    assertThat(run("generate", "-m", "x", "--only", "hero.nothing").code()).isEqualTo(2);
  }
}
