package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import limbeck.cases.CaseFolder;
import limbeck.judge.History;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import org.jspecify.annotations.Nullable;

/** What real Alembic and SQLite say of a case's revisions, all in one question. */
final class SqliteJudgement {
  private final CaseFolder folder;
  private final Models models;
  private final History history;

  SqliteJudgement(CaseFolder folder, ScratchProject project) {
    this.folder = folder;
    this.models = Models.inFiles(project.modelsFile());
    this.history =
        History.in(project.migrations())
            .withModels(models)
            .withOptions(Map.of("render_as_batch", true));
  }

  void run() {
    Map<?, ?> said =
        (Map<?, ?>)
            Objects.requireNonNull(
                PythonJudge.shared()
                    .ask(
                        "sqlite_round_trip",
                        Map.of(
                            "history",
                            history.settings(),
                            "start",
                            GenerateCasesTest.FIRST,
                            "rows",
                            folder.readIfPresent("rows.sql").orElse(""))));
    assertThat(said.get("after")).as("what create_all makes").isEqualTo(said.get("wanted"));
    assertThat((List<?>) said.get("differences")).as("what compare_metadata finds").isEmpty();
    assertThat(said.get("back"))
        .as("the catalog after the downgrade")
        .isEqualTo(said.get("before"));
    assertThat(said.get("again"))
        .as("the catalog after the second upgrade")
        .isEqualTo(said.get("after"));
    if (folder.readIfPresent("rows.sql").isPresent()) {
      folder.expect("rows-after-sqlite", lines(said.get("rows_after")));
      folder.expect("rows-back-sqlite", lines(said.get("rows_back")));
    }
  }

  private static String lines(@Nullable Object rows) {
    return ((List<?>) Objects.requireNonNull(rows))
        .stream().map(it -> it + "\n").collect(Collectors.joining());
  }
}
