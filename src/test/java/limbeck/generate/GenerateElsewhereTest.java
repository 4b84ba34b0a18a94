package limbeck.generate;

import java.util.List;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.MariaServer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases of {@link GenerateCasesTest} that a check runs on SQLite or MariaDB, in a class of
 * their own so that another core can do them.
 */
@Tag("oracle")
@Tag("postgres")
class GenerateElsewhereTest {
  @TestFactory
  Stream<DynamicTest> cases() {
    return CaseFolder.tests("generate", GenerateElsewhereTest::check);
  }

  private static void check(CaseFolder folder) {
    List<String> databases = GenerateCasesTest.databases(folder);
    if (databases.contains("sqlite")) {
      onSqlite(folder);
    }
    if (databases.contains("mariadb")) {
      MariaServer.shared().ifPresent(server -> onMariadb(folder, server));
    }
  }

  private static void onSqlite(CaseFolder folder) {
    try (ScratchProject project = ScratchProject.onSqlite(GenerateCasesTest.temporary())) {
      if (!GenerateCasesTest.generate(folder, project, "expected-sqlite").isEmpty()) {
        OtherJudgement.onSqlite(folder, project).run();
      }
    }
  }

  private static void onMariadb(CaseFolder folder, MariaServer server) {
    try (ScratchProject project = ScratchProject.onMariadb(GenerateCasesTest.temporary())) {
      if (!GenerateCasesTest.generate(folder, project, "expected-mariadb").isEmpty()) {
        OtherJudgement.onMariadb(folder, project, server).run();
      }
    }
  }
}
