package limbeck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.read.ReadModels;
import limbeck.read.ReadScript;
import limbeck.read.model.Models;
import limbeck.revision.Revision;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The scripts that the tool writes itself, each proven to run and to lead back: a review that says
 * otherwise is wrong.
 */
class GeneratedScriptsTest {
  private static final Path CASES = Path.of("src/test/cases/generate");

  /** What no script that was proven may be told. */
  private static final Set<Category> WRONG = Set.of(Category.REVERSIBILITY, Category.HISTORY);

  @TestFactory
  Stream<DynamicTest> nothingWrongIsFound() throws IOException {
    List<Path> cases;
    try (Stream<Path> list = Files.list(CASES)) {
      cases = list.filter(it -> Files.exists(it.resolve("expected.py"))).sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(30);
    return cases.stream()
        .map(it -> DynamicTest.dynamicTest(String.valueOf(it.getFileName()), () -> check(it)));
  }

  /** What {@code --keep-data} has copied is known where it is dropped. */
  @Test
  void whatWasCopiedIsKnown() throws IOException {
    for (String name : List.of("keep-data-column", "keep-data-tables")) {
      Path folder = CASES.resolve(name);
      Schema before = ReadModels.read(folder, List.of("before"), DialectName.POSTGRESQL).schema();
      SourceFile file = new SourceFile("versions/expected.py", script(folder));
      Revision revision = ReadScript.script(file, DialectName.POSTGRESQL, before);
      assertThat(new Reviewer(Rules.ALL, DialectName.POSTGRESQL).review(revision, before))
          .filteredOn(it -> Set.of("LK101", "LK102").contains(it.rule().id().text()))
          .isNotEmpty()
          .allSatisfy(
              it -> {
                assertThat(it.severity()).isEqualTo(Severity.MEDIUM);
                assertThat(it.message()).contains("copied to limbeck_archive.");
                assertThat(it.why()).startsWith("The downgrade brings back what was copied");
              });
    }
  }

  private static void check(Path folder) throws IOException {
    Models models = ReadModels.read(folder, List.of("before"), DialectName.POSTGRESQL);
    // A convention that is new names what the scripts before left unnamed, not what models did.
    assumeTrue(
        models
            .convention()
            .equals(
                ReadModels.read(folder, List.of("after"), DialectName.POSTGRESQL).convention()));
    Schema before = models.schema();
    SourceFile file = new SourceFile("versions/expected.py", script(folder));
    Revision revision = ReadScript.script(file, DialectName.POSTGRESQL, before);
    Reviewer reviewer = new Reviewer(Rules.ALL, DialectName.POSTGRESQL);
    Reviewer.Report report =
        reviewer.run(List.of(new Reviewer.Request(revision, before, true, Surroundings.NONE)));
    assertThat(report.findings())
        .filteredOn(
            it ->
                WRONG.contains(it.rule().category())
                    || (it.rule().category() == Category.FAILURE
                        && report.steps().stream()
                            .anyMatch(
                                step ->
                                    step.location().equals(java.util.Optional.of(it.at()))
                                        && step.failsForCertain())))
        .extracting(it -> it.rule().name() + " " + it.at() + " " + it.message())
        .isEmpty();
    assertThat(report.steps()).allMatch(StepReview::understood);
  }

  /** The expected script leaves out what differs from run to run. */
  private static String script(Path folder) throws IOException {
    String text = Files.readString(folder.resolve("expected.py"));
    return text.contains("\nrevision") ? text : "revision = \"b\"\ndown_revision = \"a\"\n" + text;
  }
}
