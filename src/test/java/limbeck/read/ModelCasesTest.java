package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.read.model.Models;
import limbeck.schema.DialectName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Reads every case of models and compares with what SQLAlchemy made of it. */
class ModelCasesTest {
  @TestFactory
  Stream<DynamicTest> modelsAreReadAsSqlalchemyBuildsThem() {
    return CaseFolder.tests(ModelCases.AREA, ModelCasesTest::check);
  }

  private static void check(CaseFolder folder) {
    for (DialectName dialect : ModelCases.dialects(folder)) {
      Models models = ReadModels.read(folder.file("."), List.of("models"), dialect);
      String ours;
      try {
        ours = ModelCases.text(JSON.std.mapFrom(ReadModels.json(models, dialect)), dialect);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      assertThat(ours)
          .as("%s on %s, problems: %s", folder.path(), dialect, models.problems())
          .isEqualTo(folder.read(ModelCases.expectedFile(dialect)));
      assertThat(models.problems().stream().map(ReadProblem::message).toList())
          .isEqualTo(
              folder
                  .readIfPresent("problems.txt")
                  .map(it -> it.lines().toList())
                  .orElse(List.of()));
    }
  }
}
