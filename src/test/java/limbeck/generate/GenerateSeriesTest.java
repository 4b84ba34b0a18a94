package limbeck.generate;

import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@link GenerateCasesTest} that take several revisions: few, but long, so that
 * another core does them.
 */
@Tag("oracle")
@Tag("postgres")
class GenerateSeriesTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", it -> GenerateCasesTest.check(it, true));
  }
}
