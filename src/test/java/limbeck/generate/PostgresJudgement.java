package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import limbeck.cases.CaseFolder;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.judge.History;
import limbeck.judge.JudgeError;
import limbeck.judge.Models;
import limbeck.judge.PythonJudge;
import limbeck.plan.Archive;
import limbeck.schema.Column;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** What real Alembic and PostgreSQL say of a case's revisions. */
final class PostgresJudgement {
  private static final Scope SCOPE = Scope.without(TableName.of("alembic_version"));

  private final CaseFolder folder;
  private final int major;
  private final String start;
  private final Models models;
  private final History history;
  private final PythonJudge judge = PythonJudge.shared();

  /**
   * Sets up.
   *
   * @param start the revision before the change, or base
   */
  PostgresJudgement(CaseFolder folder, ScratchProject project, int major, String start) {
    this.folder = folder;
    this.major = major;
    this.start = start;
    this.models = Models.inFiles(project.modelsFile());
    this.history = History.in(project.migrations()).withModels(models);
  }

  void run() {
    ReusedDatabase database = ReusedDatabase.emptied(major, "migrated");
    String url = database.url().sqlalchemy();
    if (!start.equals("base")) {
      judge.upgrade(history, url, start);
    }
    folder
        .readIfPresent("rows.sql")
        .ifPresent(it -> judge.ask("run_script", Map.of("url", url, "script", it)));
    Inspection before = inspect(database);
    judge.upgrade(history, url, "head");
    Inspection after = inspect(database);
    assertSame("what create_all makes", after, wanted(after));
    assertThat(compareMetadata(url))
        .as("what compare_metadata finds on PostgreSQL %d", major)
        .isEqualTo(differences());
    rows("rows-after", url);
    judge.downgrade(history, url, start);
    assertSame("the catalog after the downgrade", inspect(database), before);
    rows("rows-back", url);
    judge.upgrade(history, url, "head");
    assertSame("the catalog after the second upgrade", inspect(database), after);
  }

  /** What the models make by themselves; create_all makes no schemas, so these come first. */
  private Inspection wanted(Inspection after) {
    ReusedDatabase database = ReusedDatabase.emptied(major, "wanted");
    try (Session session = database.open()) {
      after
          .schema()
          .namespaces()
          .forEach(it -> session.query("CREATE SCHEMA \"" + it.text() + "\""));
    }
    judge.createAll(models, database.url().sqlalchemy());
    Inspection made = inspect(database);
    // What --keep-data has kept is no business of the models.
    return new Inspection(Archive.carried(made.schema(), after.schema()), made.beyond());
  }

  private List<String> compareMetadata(String url) {
    try {
      return judge.compareMetadata(models, url);
    } catch (JudgeError crashed) {
      return List.of("fails: " + crashed.type());
    }
  }

  private List<String> differences() {
    return folder.readIfPresent("alembic-differs").stream()
        .flatMap(String::lines)
        .filter(it -> !it.startsWith("#"))
        .toList();
  }

  private void rows(String name, String url) {
    if (folder.readIfPresent("rows.sql").isPresent()) {
      String text =
          ((List<?>) Objects.requireNonNull(judge.ask("all_rows", Map.of("url", url))))
              .stream().map(it -> it + "\n").collect(Collectors.joining());
      folder.expect(name, text);
    }
  }

  /** Asserts equal catalogs; only the order of columns may differ. */
  private void assertSame(String what, Inspection actual, Inspection expected) {
    assertThat(ordered(actual)).as("%s on PostgreSQL %d", what, major).isEqualTo(ordered(expected));
  }

  private static Inspection ordered(Inspection inspection) {
    Schema schema = inspection.schema();
    for (Table table : inspection.schema().tables().values()) {
      schema =
          schema.with(
              table.withColumns(
                  table.columns().stream().sorted(Comparator.comparing(Column::name)).toList()));
    }
    return new Inspection(schema, inspection.beyond());
  }

  private static Inspection inspect(ReusedDatabase database) {
    try (Session session = database.open()) {
      return Inspector.inspect(session, SCOPE);
    }
  }
}
