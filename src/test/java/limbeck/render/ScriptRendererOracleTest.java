package limbeck.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import limbeck.judge.History;
import limbeck.judge.PythonJudge;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written runs under real Alembic, offline. */
@Tag("oracle")
class ScriptRendererOracleTest {
  private static final String FIRST =
      """
      revision = "0001"
      down_revision = None


      def upgrade():
          pass


      def downgrade():
          pass
      """;

  @TempDir Path directory;

  @Test
  void everyOperationRunsOffline() throws Exception {
    Schema before = RenderCases.schema();
    List<Step> steps = new ArrayList<>();
    for (Operation operation : RenderCases.everyOperation()) {
      steps.add(Step.of(operation, new Origin.Generated("")));
    }
    RevisionDraft draft =
        RenderCases.draft(before, steps, before, steps, List.of("Mind the \"gap\" \\ \"\"\"."));
    String script = ScriptRenderer.render(draft, RenderCases.options());
    String sql = offline(script, "postgresql");
    assertThat(sql)
        .contains("UPDATE tasks SET label = ':x' || 'a:b' || 'c'::text WHERE '\\:y' = '%%'");
  }

  /** Batch mode would recreate a table, which needs a database; these it says as they are. */
  @Test
  void sqliteTakesAColumnAndAnIndexInBatchMode() throws Exception {
    RevisionDraft draft =
        RenderCases.draft(
            RenderCases.schema(),
            new ColumnOperation.AddColumn(
                RenderCases.TASKS,
                Column.of("mood", new SqlType.EnumReference(TypeName.of("mood")), true),
                false),
            new IndexOperation.CreateIndex(
                RenderCases.TASKS,
                Index.of("ix_tasks_mood", false, RenderCases.names("mood")),
                false,
                false));
    String script =
        ScriptRenderer.render(draft, RenderCases.options(DialectName.SQLITE, Map.of(), true));
    assertThat(offline(script, "sqlite"))
        .contains("ALTER TABLE tasks ADD COLUMN mood VARCHAR(4);")
        .contains("CREATE INDEX ix_tasks_mood ON tasks (mood);");
  }

  @Test
  void mysqlKeepsWhatAColumnWas() throws Exception {
    RevisionDraft draft =
        RenderCases.draft(
            RenderCases.schema(),
            new ColumnOperation.AlterColumn(
                RenderCases.TASKS,
                RenderCases.name("title"),
                List.of(new ColumnChange.Rename(RenderCases.name("label")))));
    String script =
        ScriptRenderer.render(draft, RenderCases.options(DialectName.MYSQL, Map.of(), false));
    assertThat(offline(script, "mysql"))
        .contains("ALTER TABLE tasks CHANGE title label VARCHAR(200) NOT NULL;");
  }

  private String offline(String script, String dialect) throws Exception {
    Files.createDirectories(directory.resolve("versions"));
    Files.writeString(directory.resolve("versions/0002.py"), script);
    Files.writeString(directory.resolve("versions/0001.py"), FIRST);
    return PythonJudge.shared().offlineSql(History.in(directory), "0001:0002", dialect);
  }
}
