package limbeck.dialect.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every condition as stated and as the server prints it has one normal form. */
@Tag("postgres")
class ExpressionJudgeTest {
  private static final String TABLE =
      """
      CREATE TYPE mood AS ENUM ('happy', 'sad');
      CREATE TABLE judged (
        i integer, b bigint, s smallint, n numeric(10, 2), f double precision, r real,
        v varchar(20), t text, c char(3), flag boolean, d date, ts timestamp, tz timestamptz,
        e mood, u uuid, j jsonb, a integer[], ta text[], "select" integer, "Mixed" integer)
      """;

  @TestFactory
  Stream<DynamicTest> statedAndPrintedAreOne() throws IOException {
    List<String> conditions =
        Files.readAllLines(Path.of("src/test/cases/expressions/conditions.txt")).stream()
            .filter(it -> !it.startsWith("#") && !it.isBlank())
            .toList();
    return Stream.of(13, 18)
        .flatMap(major -> onVersion(major, holding(conditions, major)).stream());
  }

  private static List<String> holding(List<String> lines, int major) {
    return lines.stream()
        .filter(it -> !it.startsWith("14: ") || major >= 14)
        .map(it -> it.replaceFirst("^14: ", ""))
        .toList();
  }

  private static List<DynamicTest> onVersion(int major, List<String> conditions) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL);
    Table printed;
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      Arrays.stream(TABLE.split(";")).forEach(it -> run(session, it));
      for (int i = 0; i < conditions.size(); i++) {
        run(
            session,
            "ALTER TABLE judged ADD CONSTRAINT c%d CHECK (%s)".formatted(i, conditions.get(i)));
      }
      Schema inspected = Inspector.inspect(session, Scope.everything()).schema();
      printed = inspected.table(TableName.of("judged")).orElseThrow();
    }
    return java.util.stream.IntStream.range(0, conditions.size())
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    major + ": " + conditions.get(i),
                    () -> compare(dialect, printed, i, conditions.get(i))))
        .toList();
  }

  private static void run(Session session, String statement) {
    Outcome outcome = session.execute(statement);
    assertThat(outcome).as(statement).isInstanceOf(Outcome.Done.class);
  }

  private static void compare(Dialect dialect, Table printed, int number, String condition) {
    ConstraintName name = new ConstraintName("c" + number);
    SqlText text =
        printed.constraint(name).orElseThrow() instanceof Constraint.Check check
            ? check.condition()
            : new SqlText("");
    assertThat(normal(dialect, printed, name, new SqlText(condition)))
        .as("printed as %s", text)
        .isEqualTo(normal(dialect, printed, name, text));
  }

  private static String normal(
      Dialect dialect, Table table, ConstraintName name, SqlText condition) {
    Table checked =
        table.withConstraints(
            List.of(new Constraint.Check(java.util.Optional.of(name), condition, true)));
    Table normal = dialect.normalize(Schema.EMPTY.with(checked)).table(table.name()).orElseThrow();
    return normal.constraint(name).orElseThrow() instanceof Constraint.Check check
        ? check.condition().text()
        : "";
  }
}
