package limbeck.read;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.PythonJudge;
import limbeck.schema.DialectName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Holds the expected files of the model cases to what real SQLAlchemy says; it writes them too. */
@Tag("oracle")
class ModelCasesOracleTest {
  @TestFactory
  Stream<DynamicTest> expectedFilesAreWhatSqlalchemySays() {
    return CaseFolder.tests(ModelCases.AREA, ModelCasesOracleTest::check);
  }

  private static void check(CaseFolder folder) {
    for (DialectName dialect : ModelCases.dialects(folder)) {
      Object facts =
          PythonJudge.shared()
              .ask(
                  "model_facts",
                  Map.of(
                      "folder",
                      folder.file(".").toAbsolutePath().normalize().toString(),
                      "modules",
                      List.of("models"),
                      "dialect",
                      dialect.sqlalchemyName()));
      folder.expect(
          ModelCases.expectedFile(dialect),
          ModelCases.text((Map<?, ?>) Objects.requireNonNull(facts), dialect));
    }
  }
}
