package limbeck.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.read.ReadModels;
import limbeck.read.ReadScript;
import limbeck.read.model.Models;
import limbeck.revision.Revision;
import limbeck.revision.Step;
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

  /** The scripts that cases expect, by the database they are for. */
  private static final Map<DialectName, String> SCRIPTS =
      Map.of(
          DialectName.POSTGRESQL, "expected.py",
          DialectName.SQLITE, "expected-sqlite.py",
          DialectName.MARIADB, "expected-mariadb.py");

  @TestFactory
  Stream<DynamicTest> nothingWrongIsFound() throws IOException {
    List<Path> cases;
    try (Stream<Path> list = Files.list(CASES)) {
      cases = list.sorted().toList();
    }
    List<DynamicTest> tests = new ArrayList<>();
    for (Path folder : cases) {
      SCRIPTS.forEach(
          (database, script) -> {
            if (Files.exists(folder.resolve(script))) {
              String name = folder.getFileName() + " on " + database;
              tests.add(DynamicTest.dynamicTest(name, () -> check(folder, database)));
            }
          });
    }
    assertThat(tests).hasSizeGreaterThan(250);
    return tests.stream();
  }

  /** What {@code --keep-data} has copied is known where it is dropped. */
  @Test
  void whatWasCopiedIsKnown() throws IOException {
    for (String name : List.of("keep-data-column", "keep-data-tables")) {
      Path folder = CASES.resolve(name);
      Schema before = ReadModels.read(folder, List.of("before"), DialectName.POSTGRESQL).schema();
      SourceFile file =
          new SourceFile("versions/expected.py", script(folder, DialectName.POSTGRESQL));
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

  /**
   * What a series for a large table is never told: what it does is what a review asks for. What the
   * user's own change costs (rows that may break a new rule, values that go) is another matter.
   */
  private static final Set<String> NEVER =
      Set.of("LK106", "LK409", "LK410", "LK808", "LK809", "suppression-unused");

  @TestFactory
  Stream<DynamicTest> aSeriesIsWithoutFault() throws IOException {
    List<Path> cases;
    try (Stream<Path> list = Files.list(CASES)) {
      cases = list.filter(GeneratedScriptsTest::isSeries).sorted().toList();
    }
    assertThat(cases).hasSizeGreaterThan(15);
    return cases.stream()
        .map(it -> DynamicTest.dynamicTest(it.getFileName().toString(), () -> checkSeries(it)));
  }

  private static boolean isSeries(Path folder) {
    try {
      Path second = folder.resolve("expected-2.py");
      return Files.exists(second)
          && Files.readString(second).contains("\nPhase 2 of ")
          && !Files.readString(folder.resolve("expected.py")).contains("changed in place");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void checkSeries(Path folder) throws IOException {
    DialectName database = DialectName.POSTGRESQL;
    Schema schema = ReadModels.read(folder, List.of("before"), database).schema();
    Reviewer reviewer = new Reviewer(Rules.ALL, database);
    List<Reviewer.Request> requests = new ArrayList<>();
    for (int i = 1; ; i++) {
      Path script = folder.resolve(i == 1 ? "expected.py" : "expected-" + i + ".py");
      if (!Files.exists(script)) {
        break;
      }
      SourceFile file =
          new SourceFile("versions/" + script.getFileName(), Files.readString(script));
      Revision revision = ReadScript.script(file, database, schema);
      requests.add(new Reviewer.Request(revision, schema, true, Surroundings.NONE));
      for (Step step : revision.upgrade()) {
        schema = Apply.after(step.operation(), schema);
      }
    }
    assertThat(reviewer.run(requests).findings())
        .filteredOn(
            it ->
                NEVER.contains(it.rule().id().text())
                    || NEVER.contains(it.rule().name())
                    || it.rule().category() == Category.LOCKING)
        .extracting(it -> it.rule().name() + " " + it.at() + " " + it.message())
        .isEmpty();
  }

  private static void check(Path folder, DialectName database) throws IOException {
    Models models = ReadModels.read(folder, List.of("before"), database);
    // A convention that is new names what the scripts before left unnamed, not what models did.
    assumeTrue(
        models
            .convention()
            .equals(ReadModels.read(folder, List.of("after"), database).convention()));
    Schema before = models.schema();
    SourceFile file = new SourceFile("versions/expected.py", script(folder, database));
    Revision revision = ReadScript.script(file, database, before);
    Reviewer reviewer = new Reviewer(Rules.ALL, database);
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
  private static String script(Path folder, DialectName database) throws IOException {
    String text = Files.readString(folder.resolve(Objects.requireNonNull(SCRIPTS.get(database))));
    return text.contains("\nrevision") ? text : "revision = \"b\"\ndown_revision = \"a\"\n" + text;
  }
}
