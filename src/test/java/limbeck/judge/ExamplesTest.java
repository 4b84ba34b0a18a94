package limbeck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The example projects are what they say: real Alembic runs them on real PostgreSQL. */
@Tag("oracle")
@Tag("postgres")
class ExamplesTest {
  private final PythonJudge judge = PythonJudge.shared();

  @ParameterizedTest(name = "{0} on PostgreSQL {3}")
  @CsvSource({
    "todo, 004_add_task_assignee, 001_create_users, 16",
    "todo, 004_add_task_assignee, 001_create_users, 18",
    "template, d3084fa6127b, 7c41d0a9be52, 16",
  })
  void goesUpAndDownAndIsInStepWithItsModels(String name, String head, String first, int major) {
    Path project = Path.of("examples", name);
    History history = History.ofProject(project.resolve("alembic.ini"));
    Models models = Models.inModule("app.models", project);
    try (EmbeddedPostgres server = EmbeddedPostgres.start(major, EmbeddedPostgres.Flags.FAST);
        ScratchDatabase database = server.createDatabase()) {
      String url = database.url().sqlalchemy();

      assertThat(judge.upgrade(history, url, "head")).containsExactly(head);
      assertThat(judge.compareMetadata(models, url)).isEmpty();
      assertThat(judge.downgrade(history, url, first)).containsExactly(first);
      assertThat(judge.downgrade(history, url, "base")).isEmpty();
      assertThat(leftovers(database)).containsExactly("alembic_version");
      assertThat(judge.upgrade(history, url, "head")).containsExactly(head);
      assertThat(judge.compareMetadata(models, url)).isEmpty();
    }
  }

  private static List<String> leftovers(ScratchDatabase database) {
    try (Session session = database.open()) {
      return session
          .query(
              """
              SELECT relname::text FROM pg_class
              WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
              UNION ALL
              SELECT typname::text FROM pg_type
              WHERE typnamespace = 'public'::regnamespace AND typtype = 'e'
              """)
          .firstColumn();
    }
  }
}
