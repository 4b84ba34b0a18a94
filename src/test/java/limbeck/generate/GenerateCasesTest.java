package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.PythonJudge;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Each case is a folder: {@code before.py}, {@code after.py}, the options in {@code args}, and the
 * revision that is expected. It is proven by limbeck itself, then run up, down and up again by real
 * Alembic on PostgreSQL 16 and 18, and on SQLite or MariaDB when the file {@code databases} names
 * it ({@link GenerateElsewhereTest}); series of revisions have a class of their own, too ({@link
 * GenerateSeriesTest}). The catalog must be the one that {@code metadata.create_all} makes, {@code
 * compare_metadata} must be silent, and {@code limbeck check} too.
 *
 * <p>A change that needs no migration says why in {@code nothing-to-do}.
 *
 * <p>With {@code rows.sql} there are rows before; {@code rows-after} and {@code rows-back} say what
 * has become of them. Where a database needs other options or rows, they stand in {@code
 * args-DATABASE} and {@code rows-DATABASE.sql}. What {@code compare_metadata} says without reason
 * stands in {@code alembic-differs}; on SQLite and MariaDB what it says of its own {@code
 * create_all} is left out.
 */
@Tag("oracle")
@Tag("postgres")
class GenerateCasesTest {
  static final String FIRST = "001_create_tables";

  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", it -> check(it, false));
  }

  /**
   * Checks a case on PostgreSQL.
   *
   * @param series which cases are meant: those of several revisions, or all others
   */
  static void check(CaseFolder folder, boolean series) {
    List<String> databases = databases(folder);
    boolean meant = databases.isEmpty() || databases.contains("postgresql");
    if (meant && Files.exists(folder.file("expected-2.py")) == series) {
      onPostgres(folder);
    }
  }

  /** Returns the databases that a case is checked on; none stands for PostgreSQL. */
  static List<String> databases(CaseFolder folder) {
    return folder.readIfPresent("databases").map(it -> it.lines().toList()).orElse(List.of());
  }

  private static void onPostgres(CaseFolder folder) {
    try (ScratchProject project = new ScratchProject(temporary())) {
      onPostgres(folder, project);
    }
  }

  private static void onPostgres(CaseFolder folder, ScratchProject project) {
    List<Path> added = generate(folder, project, "expected");
    if (!added.isEmpty()) {
      // Generate proved what it planned; this proves the file, read back.
      ScratchProject.Result verified = project.run("verify");
      assertThat(verified.code()).as("%s", verified).isZero();
      boolean fromBase = project.revisions().size() == added.size();
      for (int major : List.of(16, 18)) {
        PostgresJudgement judgement =
            new PostgresJudgement(folder, project, major, fromBase ? "base" : FIRST);
        PythonJudge.shared().inSession(judgement::run);
      }
    }
  }

  /** Writes both revisions, and compares what was written for the change. */
  static List<Path> generate(CaseFolder folder, ScratchProject project, String expected) {
    List<Path> added = write(folder, project);
    if (added.isEmpty()) {
      folder.expectNothing(expected + ".py");
      assertThat(folder.readIfPresent("nothing-to-do"))
          .as("a case that needs no migration says so")
          .isPresent();
    }
    for (int i = 0; i < added.size(); i++) {
      String name = i == 0 ? expected + ".py" : expected + "-" + (i + 1) + ".py";
      folder.expect(name, project.read(added.get(i)));
    }
    ScratchProject.Result check = project.run("check");
    assertThat(check.code()).as("%s", check).isZero();
    return added;
  }

  /** Writes both revisions as a user would; returns those of the change. */
  static List<Path> write(CaseFolder folder, ScratchProject project) {
    project.models(folder.read("before.py"));
    ScratchProject.Result first =
        project.run("generate", "-m", "create tables", "--rev-id", FIRST, "--no-verify");
    assertThat(first.code()).as("%s", first).isZero();
    int base = project.revisions().size();

    project.models(folder.read("after.py"));
    List<String> words =
        new ArrayList<>(List.of("generate", "-m", folder.name().replace('-', ' ')));
    if (base == 0) {
      words.addAll(List.of("--rev-id", "001_first"));
    }
    folder
        .readIfPresent("args-" + project.database())
        .or(() -> folder.readIfPresent("args"))
        .ifPresent(it -> words.addAll(it.lines().toList()));
    ScratchProject.Result second = project.run(words.toArray(String[]::new));
    assertThat(second.code()).as("%s", second).isZero();

    return project.revisions().subList(base, project.revisions().size());
  }

  static Path temporary() {
    try {
      return Files.createTempDirectory("limbeck-case");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
