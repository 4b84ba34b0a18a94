package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.diff.DiffOptions;
import limbeck.diff.SchemaDiff;
import limbeck.judge.PythonJudge;
import limbeck.operation.DefaultNames;
import limbeck.read.model.Models;
import limbeck.report.SchemaSql;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The script of {@code schema --format sql} is executed as it is, for the models of every case. A
 * file {@code before.sql} makes what a script takes for granted; {@code refused.txt} says why a
 * database refuses what SQLAlchemy itself would send too, {@code catalog-differs.txt} why the
 * catalog then does not look like the models.
 */
class ModelScriptsTest {
  private static final int MAJOR = 18;

  @TestFactory
  @Tag("postgres")
  Stream<DynamicTest> postgresqlExecutesTheScript() {
    return cases(DialectName.POSTGRESQL, ModelScriptsTest::onPostgresql);
  }

  @TestFactory
  @Tag("oracle")
  Stream<DynamicTest> sqliteExecutesTheScript() {
    return cases(DialectName.SQLITE, ModelScriptsTest::onSqlite);
  }

  private static Stream<DynamicTest> cases(
      DialectName dialect, java.util.function.Consumer<CaseFolder> check) {
    return CaseFolder.in(ModelCases.AREA).stream()
        .filter(it -> ModelCases.dialects(it).contains(dialect))
        .filter(
            it -> !it.readIfPresent("refused.txt").orElse("").contains(dialect.sqlalchemyName()))
        .map(it -> DynamicTest.dynamicTest(it.name(), () -> check.accept(it)));
  }

  private static void onPostgresql(CaseFolder folder) {
    Models models = ReadModels.read(folder.file("."), List.of("models"), DialectName.POSTGRESQL);
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(MAJOR));
    String script = SchemaSql.write(models.schema(), dialect);
    try (Session session = ReusedDatabase.emptied(MAJOR, "model scripts").open()) {
      folder
          .readIfPresent("before.sql")
          .ifPresent(it -> assertThat(session.execute(it).succeeded()).as(it).isTrue());
      for (String statement : script.split(";\n\n", -1)) {
        if (!statement.isBlank()) {
          var outcome = session.execute(statement);
          assertThat(outcome.succeeded()).as("%s: %s", statement, outcome).isTrue();
        }
      }
      Schema found = tablesOf(Inspector.inspect(session, Scope.everything()).schema());
      boolean same =
          SchemaDiff.between(
                  found,
                  models.schema(),
                  DiffOptions.of(dialect::normalize, DefaultNames.postgresql()))
              .operations()
              .isEmpty();
      assertThat(same)
          .as("%s", script)
          .isEqualTo(folder.readIfPresent("catalog-differs.txt").isEmpty());
    }
  }

  /** Schemas and extensions are not the models' own. */
  private static Schema tablesOf(Schema schema) {
    return new Schema(
        schema.tables(), schema.enums(), schema.sequences(), new TreeSet<>(), new TreeMap<>());
  }

  private static void onSqlite(CaseFolder folder) {
    Models models = ReadModels.read(folder.file("."), List.of("models"), DialectName.SQLITE);
    String script = SchemaSql.write(models.schema(), Dialects.of(DialectName.SQLITE));
    List<String> schemas =
        models.schema().tables().keySet().stream()
            .flatMap(it -> it.schema().stream())
            .distinct()
            .toList();
    Object tables =
        PythonJudge.shared()
            .ask("execute_sqlite", java.util.Map.of("script", script, "schemas", schemas));
    assertThat((List<?>) tables).hasSize(models.schema().tables().size());
  }
}
