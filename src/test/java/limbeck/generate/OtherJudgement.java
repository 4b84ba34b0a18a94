package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import limbeck.cases.CaseFolder;
import limbeck.judge.History;
import limbeck.judge.MariaServer;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import org.jspecify.annotations.Nullable;

/** What real Alembic and SQLite or MariaDB say of a case's revisions, all in one question. */
final class OtherJudgement {
  private final CaseFolder folder;
  private final String database;
  private final History history;
  private final Map<String, Object> where;

  private OtherJudgement(
      CaseFolder folder, String database, History history, Map<String, Object> where) {
    this.folder = folder;
    this.database = database;
    this.history = history;
    this.where = where;
  }

  static OtherJudgement onSqlite(CaseFolder folder, ScratchProject project) {
    return new OtherJudgement(
        folder, "sqlite", history(project).withOptions(Map.of("render_as_batch", true)), Map.of());
  }

  static OtherJudgement onMariadb(CaseFolder folder, ScratchProject project, MariaServer server) {
    return new OtherJudgement(folder, "mariadb", history(project), Map.of("server", server.url()));
  }

  private static History history(ScratchProject project) {
    return History.in(project.migrations()).withModels(Models.inFiles(project.modelsFile()));
  }

  void run() {
    Map<?, ?> said = roundTrip();
    assertThat(said.get("after")).as("what create_all makes").isEqualTo(said.get("wanted"));
    assertThat((List<?>) said.get("differences")).as("what compare_metadata finds").isEmpty();
    assertThat(said.get("back"))
        .as("the catalog after the downgrade")
        .isEqualTo(said.get("before"));
    assertThat(said.get("again"))
        .as("the catalog after the second upgrade")
        .isEqualTo(said.get("after"));
    if (!rows().isEmpty()) {
      folder.expect("rows-after-" + database, lines(said.get("rows_after")));
      folder.expect("rows-back-" + database, lines(said.get("rows_back")));
    }
  }

  /** Asserts that the models after make the same as those before. */
  void unchanged() {
    Map<?, ?> said = roundTrip();
    assertThat(said.get("after")).as("what create_all makes").isEqualTo(said.get("wanted"));
  }

  private Map<?, ?> roundTrip() {
    Map<String, Object> question = new HashMap<>(where);
    question.put("history", history.settings());
    question.put("start", GenerateCasesTest.FIRST);
    question.put("rows", rows());
    return (Map<?, ?>)
        Objects.requireNonNull(PythonJudge.shared().ask(database + "_round_trip", question));
  }

  private String rows() {
    return folder
        .readIfPresent("rows-" + database + ".sql")
        .or(() -> folder.readIfPresent("rows.sql"))
        .orElse("");
  }

  private static String lines(@Nullable Object rows) {
    return ((List<?>) Objects.requireNonNull(rows))
        .stream().map(it -> it + "\n").collect(Collectors.joining());
  }
}
