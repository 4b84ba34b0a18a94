package limbeck.generate;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every case on SQLite. */
@Tag("fuzz")
class SqliteCasesTest {
  private static final EveryCaseElsewhere CASES =
      new EveryCaseElsewhere(
          "sqlite",
          () -> ScratchProject.onSqlite(GenerateCasesTest.temporary()),
          OtherJudgement::onSqlite);

  @TestFactory
  Stream<DynamicTest> cases() {
    return CASES.cases();
  }

  @AfterAll
  static void count() {
    CASES.printCounts();
  }
}
