package limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.JudgeError;
import limbeck.judge.PythonJudge;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Rendered SQL against what real Alembic renders: {@code op.py} of a case is recorded as {@code
 * DIALECT.sql} by the judge, and our operations must give the same text.
 *
 * <p>Where we differ on purpose, {@code DIALECT.limbeck.sql} states our text, and its first line
 * why.
 */
class LowerTest {
  private static final String REFUSED = "-- refused\n";

  @TestFactory
  Stream<DynamicTest> rendersWhatAlembicRenders() {
    Map<String, LowerCase> cases = LowerCases.all();
    return CaseFolder.tests(
        "lower",
        folder -> {
          LowerCase given = Objects.requireNonNull(cases.get(folder.name()), "no operations");
          for (DialectName dialect : dialectsOf(folder)) {
            compare(folder, dialect, given);
          }
        });
  }

  private static void compare(CaseFolder folder, DialectName dialect, LowerCase given) {
    String ours = lowered(given, Dialects.of(dialect));
    String name = dialect.sqlalchemyName();
    if (Files.exists(folder.file(name + ".limbeck.sql"))) {
      String stated = folder.read(name + ".limbeck.sql");
      String reason = stated.substring(0, stated.indexOf('\n') + 1);
      assertThat(reason).startsWith("-- ");
      assertThat(ours).as("a deviation that is none").isNotEqualTo(folder.read(name + ".sql"));
      folder.expect(name + ".limbeck.sql", reason + "\n" + ours);
    } else {
      assertThat(ours).as("%s on %s", folder, name).isEqualTo(folder.read(name + ".sql"));
    }
  }

  @Test
  void everyCaseHasItsFolder() {
    assertThat(CaseFolder.in("lower").stream().map(CaseFolder::name))
        .isSubsetOf(LowerCases.all().keySet());
  }

  @Tag("oracle")
  @TestFactory
  Stream<DynamicTest> whatIsRecordedComesFromAlembic() {
    return CaseFolder.tests(
        "lower",
        folder -> {
          for (DialectName dialect : dialectsOf(folder)) {
            folder.expect(dialect.sqlalchemyName() + ".sql", judged(folder.read("op.py"), dialect));
          }
        });
  }

  /** A case named after a database is for that database alone. */
  private static List<DialectName> dialectsOf(CaseFolder folder) {
    if (folder.name().contains("postgresql")) {
      return List.of(DialectName.POSTGRESQL);
    }
    if (folder.name().contains("mysql")) {
      return List.of(DialectName.MYSQL, DialectName.MARIADB);
    }
    if (folder.name().contains("sqlite")) {
      return List.of(DialectName.SQLITE);
    }
    return List.of(DialectName.values());
  }

  private static String lowered(LowerCase given, Dialect dialect) {
    List<String> parts = new ArrayList<>();
    for (Operation operation : given.operations()) {
      switch (dialect.lower(operation, given.before())) {
        case Lowering.Statements(var statements) ->
            statements.forEach(it -> parts.add(it.sql().text() + ";\n"));
        case Lowering.Unsupported _ -> parts.add(REFUSED);
      }
    }
    return String.join("\n", parts);
  }

  private static String judged(String script, DialectName dialect) {
    List<String> parts = new ArrayList<>();
    for (String block : script.strip().split("\n\n")) {
      try {
        PythonJudge.shared().lower(block, dialect.sqlalchemyName()).stream()
            .filter(it -> !it.matches("BEGIN|COMMIT"))
            .forEach(it -> parts.add(it + ";\n"));
      } catch (JudgeError refusal) {
        parts.add(REFUSED);
      }
    }
    return String.join("\n", parts);
  }
}
