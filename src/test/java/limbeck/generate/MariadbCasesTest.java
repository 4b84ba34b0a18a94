package limbeck.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.MariaServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Every case of {@link GenerateCasesTest} on MariaDB, those too that a check leaves out for time.
 *
 * <p>A case that fails there says so in {@code not-on-mariadb}: the first line is part of what is
 * said when it fails, the rest tells why. One that needs no migration on MariaDB, though it needs
 * one elsewhere, says why in {@code nothing-to-do-mariadb}. What is written is compared where the
 * case has {@code expected-mariadb.py}, and judged always.
 */
@Tag("fuzz")
class MariadbCasesTest {
  private static final Map<String, String> RESULTS = new ConcurrentHashMap<>();

  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", MariadbCasesTest::check);
  }

  @AfterAll
  static void count() {
    Map<String, Integer> counts = new TreeMap<>();
    RESULTS.values().forEach(it -> counts.merge(it, 1, Integer::sum));
    System.out.println("Of " + RESULTS.size() + " cases on MariaDB: " + counts);
  }

  private static void check(CaseFolder folder) {
    MariaServer server = MariaServer.shared().orElseThrow();
    List<String> reason =
        folder.readIfPresent("not-on-mariadb").map(it -> it.lines().toList()).orElse(List.of());
    if (reason.isEmpty()) {
      RESULTS.put(folder.name(), "failed");
      RESULTS.put(folder.name(), judge(folder, server));
    } else {
      assertThat(reason).as("what is said, and why").hasSizeGreaterThan(1);
      assertThatThrownBy(() -> judge(folder, server)).hasMessageContaining(reason.getFirst());
      RESULTS.put(folder.name(), "cannot be on MariaDB");
    }
  }

  private static String judge(CaseFolder folder, MariaServer server) {
    try (ScratchProject project = ScratchProject.onMariadb(GenerateCasesTest.temporary())) {
      List<Path> added = GenerateCasesTest.write(folder, project);
      if (added.isEmpty()) {
        assertThat(
                Stream.of("nothing-to-do", "nothing-to-do-mariadb")
                    .map(folder::file)
                    .filter(Files::exists))
            .as("a case that needs no migration says so")
            .isNotEmpty();
        return "need no migration";
      }
      if (Files.exists(folder.file("expected-mariadb.py"))) {
        folder.expect("expected-mariadb.py", project.read(added.getFirst()));
      }
      ScratchProject.Result check = project.run("check");
      assertThat(check.code()).as("%s", check).isZero();
      OtherJudgement.onMariadb(folder, project, server).run();
      return "pass";
    }
  }
}
