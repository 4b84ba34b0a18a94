package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.PythonJudge;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The expected values of the cases are those that CPython computes. */
@Tag("oracle")
class CasesOracleTest {
  @TestFactory
  Stream<DynamicTest> pythonComputesTheSame() {
    return CaseFolder.tests("evaluate", CasesOracleTest::check);
  }

  private static void check(CaseFolder folder) {
    Object values =
        PythonJudge.shared().ask("module_values", Map.of("source", folder.read("input.py")));
    assertThat(values).isEqualTo(folder.read("values.txt"));
  }
}
