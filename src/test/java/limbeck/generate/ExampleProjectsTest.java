package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import limbeck.schema.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example projects, changed as a user would, under their own env.py. */
@Tag("oracle")
@Tag("postgres")
class ExampleProjectsTest {
  private static final Scope SCOPE = Scope.without(TableName.of("alembic_version"));

  @TempDir private Path folder;

  @Test
  void aToDoApplicationGetsPriorityAndDueDate() throws IOException {
    copy(Path.of("examples/todo"));
    copy(Path.of("examples/todo/changes/priority-and-due-date"));
    generateAndJudge("add priority and due date", "004_add_task_assignee");
  }

  @Test
  void aTemplateWithUuidKeysGetsAColumnAndATable() throws IOException {
    copy(Path.of("examples/template"));
    Path models = folder.resolve("app/models.py");
    String source = Files.readString(models);
    String wider =
        source.replace(
            "class ItemBase(SQLModel):\n",
            "class ItemBase(SQLModel):\n    is_public: bool = False\n");
    assertThat(wider).isNotEqualTo(source);
    Files.writeString(
        models,
        wider
            + """


            class Comment(SQLModel, table=True):
                id: uuid.UUID = Field(default_factory=uuid.uuid4, primary_key=True)
                text: str = Field(max_length=1000)
                item_id: uuid.UUID = Field(
                    foreign_key="item.id", index=True, ondelete="CASCADE"
                )
            """);
    generateAndJudge("add comments and public items", "d3084fa6127b");
  }

  private void generateAndJudge(String message, String head) throws IOException {
    ScratchProject.Result result = ScratchProject.runIn(folder, "generate", "-m", message);
    assertThat(result.code()).as("%s", result).isZero();
    assertThat(result.err()).contains("proven on PostgreSQL");

    PythonJudge judge = PythonJudge.shared();
    History history = History.ofProject(folder.resolve("alembic.ini"));
    Models models = Models.inModule("app.models", folder);
    try (ScratchDatabase database = SharedServer.of(16).createDatabase()) {
      String url = database.url().sqlalchemy();
      judge.upgrade(history, url, head);
      Inspection before = inspect(database);
      List<String> after = judge.upgrade(history, url, "head");
      assertThat(after).hasSize(1).doesNotContain(head);
      assertThat(judge.compareMetadata(models, url)).isEmpty();
      assertThat(judge.downgrade(history, url, "-1")).containsExactly(head);
      assertThat(inspect(database)).isEqualTo(before);
      assertThat(judge.upgrade(history, url, "head")).isEqualTo(after);
      assertThat(judge.compareMetadata(models, url)).isEmpty();
    }
    assertThat(ScratchProject.runIn(folder, "check").code()).isZero();
  }

  private static Inspection inspect(ScratchDatabase database) {
    try (Session session = database.open()) {
      return Inspector.inspect(session, SCOPE);
    }
  }

  private void copy(Path from) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(from)) {
      all = walk.filter(it -> !it.toString().contains("__pycache__")).toList();
    }
    for (Path source : all) {
      Path target = folder.resolve(from.relativize(source).toString());
      if (Files.isDirectory(source)) {
        Files.createDirectories(target);
      } else {
        Files.copy(source, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
