package limbeck.generate;

import java.util.stream.Stream;
import limbeck.judge.MariaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every case on MariaDB. */
@Tag("fuzz")
class MariadbCasesTest {
  private static final EveryCaseElsewhere CASES =
      new EveryCaseElsewhere(
          "mariadb",
          () -> ScratchProject.onMariadb(GenerateCasesTest.temporary()),
          (folder, project) ->
              OtherJudgement.onMariadb(folder, project, MariaServer.shared().orElseThrow()));

  @TestFactory
  Stream<DynamicTest> cases() {
    return CASES.cases();
  }

  @AfterAll
  static void count() {
    CASES.printCounts();
  }
}
