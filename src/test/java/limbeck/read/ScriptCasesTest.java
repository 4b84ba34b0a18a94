package limbeck.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.judge.PythonJudge;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Reads directives and writes them as SQL again: the text must be what real Alembic renders of the
 * same lines, in the case's {@code op.py}.
 */
class ScriptCasesTest {
  private static final String AREA = "script";

  @TestFactory
  Stream<DynamicTest> directivesAreReadAsAlembicRunsThem() {
    return CaseFolder.tests(
        AREA,
        folder -> {
          for (DialectName dialect : dialects(folder)) {
            String ours =
                ReadScript.sql(
                    ReadScript.body(
                        folder.read("op.py"), dialect, Schema.EMPTY, convention(folder)),
                    dialect,
                    Schema.EMPTY);
            assertThat(withoutOrder(ours))
                .as("%s on %s", folder, dialect)
                .isEqualTo(withoutOrder(folder.read(dialect.sqlalchemyName() + ".sql")));
          }
        });
  }

  /** The constraints of a table have no order in a schema. */
  private static String withoutOrder(String sql) {
    return Stream.of(sql.split("\n\n"))
        .map(
            it ->
                it.startsWith("CREATE TABLE")
                    ? it.lines().map(line -> line.replaceAll(",\\s*$", "")).sorted().toList()
                    : it)
        .map(Object::toString)
        .collect(java.util.stream.Collectors.joining("\n"));
  }

  @Tag("oracle")
  @TestFactory
  Stream<DynamicTest> whatIsRecordedComesFromAlembic() {
    return CaseFolder.tests(
        AREA,
        folder -> {
          for (DialectName dialect : dialects(folder)) {
            folder.expect(dialect.sqlalchemyName() + ".sql", judged(folder, dialect));
          }
        });
  }

  private static List<DialectName> dialects(CaseFolder folder) {
    String chosen = folder.readIfPresent("dialects.txt").orElse("postgresql");
    return Stream.of(DialectName.values())
        .filter(it -> chosen.contains(it.sqlalchemyName()))
        .toList();
  }

  private static Map<String, String> convention(CaseFolder folder) {
    Map<String, String> convention = new LinkedHashMap<>();
    try {
      JSON.std
          .mapFrom(folder.readIfPresent("convention.json").orElse("{}"))
          .forEach((key, value) -> convention.put(key, value.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return convention;
  }

  private static String judged(CaseFolder folder, DialectName dialect) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("operations", folder.read("op.py"));
    parameters.put("dialect", dialect.sqlalchemyName());
    Map<String, String> convention = convention(folder);
    if (!convention.isEmpty()) {
      parameters.put("naming_convention", convention);
    }
    Object answer = PythonJudge.shared().ask("lower", parameters);
    List<String> parts =
        ((List<?>) java.util.Objects.requireNonNull(answer))
            .stream()
                .map(Object::toString)
                .filter(it -> !it.matches("BEGIN|COMMIT"))
                .map(it -> it + ";\n")
                .toList();
    return String.join("\n", parts);
  }
}
