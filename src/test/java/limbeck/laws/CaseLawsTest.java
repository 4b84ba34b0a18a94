package limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.plan.Strategy;
import limbeck.read.ReadModels;
import limbeck.read.model.Models;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The laws of differences, plans and written scripts, over the models of every generate case. */
class CaseLawsTest {
  @TempDir private static Path temporary;

  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", CaseLawsTest::check);
  }

  private static void check(CaseFolder folder) {
    Models modelsBefore = models(folder, "before.py");
    Models modelsAfter = models(folder, "after.py");
    // What cannot be read is left as it is, so the models' schema is not reached.
    assumeTrue(modelsBefore.problems().isEmpty() && modelsAfter.problems().isEmpty());
    Schema before = modelsBefore.schema();
    Schema after = modelsAfter.schema();
    assertThat(before.tables().size() + after.tables().size()).isPositive();
    check(before, after);
    check(after, before);
  }

  private static void check(Schema from, Schema to) {
    assertThat(DiffLawsTest.broken(new Shrink.Pair(from, to))).isEmpty();
    for (Strategy strategy : Strategy.values()) {
      Trial trial = new Trial(from, to, List.of(), strategy);
      assertThat(PlanLawsTest.broken(trial)).isEmpty();
      assertThat(RenderLawsTest.broken(trial)).isEmpty();
    }
  }

  private static Models models(CaseFolder folder, String file) {
    try {
      Path place = Files.createTempDirectory(temporary, "models");
      Files.writeString(place.resolve("models.py"), folder.read(file));
      return ReadModels.read(place, List.of("models"), DialectName.POSTGRESQL);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
