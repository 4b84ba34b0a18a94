package limbeck.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each job of the judge on a small project; its database is SQLite, which needs no server. */
@Tag("oracle")
class PythonJudgeTest {
  private static final String MODELS =
      """
      import enum
      from sqlalchemy import MetaData, UniqueConstraint
      from sqlmodel import Field, SQLModel

      SQLModel.metadata.naming_convention = {"ix": "ix_%(column_0_label)s", "uq": "uq_%(table_name)s_%(column_0_name)s"}

      class Mood(enum.Enum):
          calm = "c"
          wild = "w"

      class Owner(SQLModel, table=True):
          id: int | None = Field(default=None, primary_key=True)
          name: str = Field(max_length=30, index=True)

      class Pet(SQLModel, table=True):
          __table_args__ = (UniqueConstraint("name"),)
          id: int | None = Field(default=None, primary_key=True)
          name: str
          mood: Mood = Field(default=Mood.calm, sa_column_kwargs={"server_default": "calm"})
          owner_id: int = Field(foreign_key="owner.id", ondelete="CASCADE")
      """;

  private static final String REVISION =
      """
      from alembic import op
      import sqlalchemy as sa

      revision = "one"
      down_revision = None

      def upgrade():
          op.create_table("owner", sa.Column("id", sa.Integer(), primary_key=True), sa.Column("name", sa.String(30), nullable=False))

      def downgrade():
          op.drop_table("owner")
      """;

  private final PythonJudge judge = PythonJudge.shared();
  @TempDir Path temporary = Path.of("");

  @Test
  void runsAHistoryUpAndDown() throws IOException {
    History history = History.in(scripts());
    String url = sqlite();

    assertThat(judge.upgrade(history, url, "head")).containsExactly("one");
    assertThat(tables(url)).containsExactly("alembic_version", "owner");
    assertThat(judge.downgrade(history, url, "base")).isEmpty();
    assertThat(tables(url)).containsExactly("alembic_version");
  }

  @Test
  void comparesModelsWithADatabase() throws IOException {
    String url = sqlite();
    judge.upgrade(History.in(scripts()), url, "head");

    assertThat(judge.compareMetadata(models(), url))
        .containsExactly("add_index owner ix_owner_name (name)", "add_table pet");
  }

  @Test
  void createsAllTablesOfTheModels() throws IOException {
    String url = sqlite();
    judge.createAll(models(), url);

    assertThat(tables(url)).containsExactly("owner", "pet");
    assertThat(judge.compareMetadata(models(), url)).isEmpty();
  }

  @Test
  void writesTheDdlOfTheModels() throws IOException {
    List<String> statements = judge.metadataDdl(models(), "postgresql");

    assertThat(statements).hasSize(4);
    assertThat(statements.get(0)).isEqualTo("CREATE TYPE mood AS ENUM ('calm', 'wild')");
    assertThat(statements.get(1)).startsWith("CREATE TABLE owner (").contains("id SERIAL NOT NULL");
    assertThat(statements.get(2)).isEqualTo("CREATE INDEX ix_owner_name ON owner (name)");
    assertThat(statements.get(3)).contains("mood mood DEFAULT 'calm' NOT NULL");
    assertThat(judge.metadataDdl(models(), "sqlite")).hasSize(3);
  }

  @Test
  void tellsTheFactsOfTheModels() throws IOException {
    Map<String, @Nullable Object> facts = judge.metadataFacts(models(), "postgresql");

    assertThat(facts.get("enums")).isEqualTo(Map.of("mood", List.of("calm", "wild")));
    assertThat(String.valueOf(facts.get("tables")))
        .contains("name=owner", "type=VARCHAR(30)", "name=ix_owner_name")
        .contains("kind=foreign_key", "ondelete=CASCADE", "name=uq_pet_name")
        .contains("default='calm'");
  }

  @Test
  void printsAHistoryAsSql() throws IOException {
    History history = History.in(scripts());

    assertThat(judge.offlineSql(history, "base:head", "postgresql"))
        .startsWith("BEGIN;")
        .contains("-- Running upgrade  -> one", "name VARCHAR(30) NOT NULL");
    assertThat(judge.offlineDowngradeSql(history, "one:base", "postgresql"))
        .contains("DROP TABLE owner;");
  }

  @Test
  void lowersOperationsStatementByStatement() {
    String operations =
        """
        op.add_column("t", sa.Column("c", sa.String(5), server_default="x"))
        op.execute("SELECT 1;\\n\\nSELECT 2")
        """;

    assertThat(judge.lower(operations, "postgresql"))
        .containsExactly(
            "ALTER TABLE t ADD COLUMN c VARCHAR(5) DEFAULT 'x'", "SELECT 1;\n\nSELECT 2");
  }

  @Test
  void appliesTheNamingConventionOfTheHistory() throws IOException {
    Path scripts = scripts();
    Files.writeString(
        scripts.resolve("two.py"),
        """
        from alembic import op
        revision = "two"
        down_revision = "one"
        def upgrade():
            op.create_check_constraint("named", "owner", "id > 0")
        """);
    History history =
        History.in(scripts)
            .withNamingConvention(Map.of("ck", "ck_%(table_name)s_%(constraint_name)s"));

    assertThat(judge.offlineSql(history, "one:two", "postgresql"))
        .contains("ADD CONSTRAINT ck_owner_named CHECK (id > 0)");
  }

  @Test
  void showsCPythonsTreeWithUtf16Offsets() {
    Map<String, @Nullable Object> tree = judge.syntaxTree("x = '\ud83d\ude00' \r\ny = 1\r");

    assertThat(String.valueOf(tree.get("body")))
        .contains("_=Assign, start=0, end=8", "str=\ud83d\ude00", "_=Assign, start=11, end=16");
  }

  @Test
  void showsCPythonsTokens() {
    assertThat(judge.tokens("a+1 # c\n"))
        .startsWith(List.of("NAME", "a", 0, 1), List.of("PLUS", "+", 1, 2))
        .contains(List.of("COMMENT", "# c", 4, 7));
  }

  @Test
  void tellsItsVersions() {
    assertThat(judge.versions())
        .containsOnlyKeys("python", "alembic", "sqlalchemy", "sqlmodel", "psycopg");
  }

  @Test
  void reportsWhatTheRealToolRaises() throws IOException {
    History history = History.in(scripts());
    String url = sqlite();

    assertThatThrownBy(() -> judge.upgrade(history, url, "nowhere"))
        .isInstanceOfSatisfying(
            JudgeError.class, it -> assertThat(it.type()).isEqualTo("CommandError"))
        .hasMessageContaining("Can't locate revision identified by 'nowhere'");
    assertThatThrownBy(() -> judge.syntaxTree("def :"))
        .isInstanceOfSatisfying(
            JudgeError.class, it -> assertThat(it.type()).isEqualTo("SyntaxError"));
    assertThatThrownBy(() -> judge.ask("no_such_job", Map.of())).hasMessageContaining("no job");
  }

  @Test
  void forgetsWhatAJobDid() {
    judge.lower("import builtins; builtins.left = 1", "postgresql");

    assertThatThrownBy(() -> judge.lower("left", "postgresql")).hasMessageContaining("NameError");
    assertThatThrownBy(() -> judge.lower("import os; os._exit(3)", "postgresql"))
        .hasMessageContaining("ended with status");
    assertThat(judge.lower("print('to stdout')", "postgresql")).isEmpty();
  }

  @Test
  void readsTheExamplesWithTheirOwnEnvironment() throws IOException {
    for (String example : List.of("todo", "template")) {
      Path project = Path.of("examples", example);

      assertThat(
              judge.offlineSql(
                  History.ofProject(project.resolve("alembic.ini")), "base:head", "postgresql"))
          .as(example)
          .startsWith("BEGIN;")
          .endsWith("COMMIT;\n\n");
    }
  }

  @Test
  void findsThePreparedChangeOfTheTodoExample() throws IOException {
    Path project = Path.of("examples/todo");
    Path changed = temporary.resolve("todo");
    copy(project, changed);
    copy(project.resolve("changes/priority-and-due-date"), changed);

    List<String> before = judge.metadataDdl(Models.inModule("app.models", project), "postgresql");
    List<String> after = judge.metadataDdl(Models.inModule("app.models", changed), "postgresql");

    assertThat(String.join("\n", before)).doesNotContain("priority", "due_date");
    assertThat(String.join("\n", after))
        .contains("priority VARCHAR(20) NOT NULL", "due_date DATE")
        .contains("CREATE INDEX ix_tasks_priority ON tasks (priority)");
  }

  private Path scripts() throws IOException {
    Path folder = Files.createDirectories(temporary.resolve("scripts"));
    Files.writeString(folder.resolve("one.py"), REVISION);
    return folder;
  }

  private Models models() throws IOException {
    Path file = temporary.resolve("models.py");
    Files.writeString(file, MODELS);
    return Models.inFiles(file);
  }

  private String sqlite() {
    return "sqlite:///" + temporary.resolve("judged.db");
  }

  private List<String> tables(String url) {
    List<String> names = new ArrayList<>();
    judge
        .query(url, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        .forEach(row -> names.add(String.valueOf(row.getFirst())));
    return names;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file));
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
