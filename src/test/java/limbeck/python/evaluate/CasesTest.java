package limbeck.python.evaluate;

import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs of which every value is known: {@code input.py}, and their values as Python has them.
 */
class CasesTest {
  @TestFactory
  Stream<DynamicTest> valuesAreAsExpected() {
    return CaseFolder.tests("evaluate", CasesTest::check);
  }

  private static void check(CaseFolder folder) {
    StringBuilder lines = new StringBuilder();
    Programs.of(folder.read("input.py"))
        .data()
        .forEach((name, text) -> lines.append(name).append(" = ").append(text).append('\n'));
    folder.expect("values.txt", lines.toString());
  }
}
