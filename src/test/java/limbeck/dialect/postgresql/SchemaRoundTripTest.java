package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.table;
import static limbeck.dialect.Make.unique;
import static limbeck.dialect.Make.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** A schema, created in a real server and read back, has one normal form on both sides. */
@Tag("postgres")
class SchemaRoundTripTest {
  @TestFactory
  Stream<DynamicTest> createdAndReadBackIsTheSame() {
    Map<String, Schema> schemas = RoundTripSchemas.all();
    List<DynamicTest> tests = new ArrayList<>();
    for (int major : List.of(13, 15, 18)) {
      schemas.forEach(
          (title, schema) ->
              tests.add(
                  DynamicTest.dynamicTest(major + ": " + title, () -> roundTrip(major, schema))));
    }
    return tests.stream();
  }

  private static void roundTrip(int major, Schema schema) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    Schema stated = dialect.normalize(supported(schema, major));
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      SchemaScript script = SchemaScript.of(supported(schema, major), dialect);
      assertThat(script.omitted()).isEmpty();
      for (Statement statement : script.statements()) {
        Outcome outcome = session.execute(statement.sql().text());
        assertThat(outcome).as(statement.sql().text()).isInstanceOf(Outcome.Done.class);
      }
      Schema read = dialect.normalize(Inspector.inspect(session, Scope.everything()).schema());
      for (Table table : stated.tables().values()) {
        assertThat(lines(read.table(table.name()).orElseThrow())).isEqualTo(lines(table));
      }
      assertThat(read).isEqualTo(stated);
    }
    assertThat(dialect.normalize(stated)).as("a normal form is its own").isEqualTo(stated);
  }

  private static String lines(Table table) {
    return table
        .toString()
        .replaceAll("(Column|Index|Check|Unique|PrimaryKey|ForeignKey)\\[name", "\n$0");
  }

  /** NULLS NOT DISTINCT is new in 15. */
  private static Schema supported(Schema schema, int major) {
    if (major >= 15) {
      return schema;
    }
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      result =
          result.with(
              table
                  .withConstraints(
                      table.constraints().stream()
                          .map(
                              it ->
                                  it instanceof Constraint.Unique unique
                                      ? new Constraint.Unique(
                                          unique.name(),
                                          unique.columns(),
                                          unique.include(),
                                          false,
                                          unique.deferral())
                                      : it)
                          .map(Constraint.class::cast)
                          .toList())
                  .withIndexes(
                      table.indexes().stream()
                          .map(
                              it ->
                                  with(
                                      it,
                                      it.method().orElse(""),
                                      it.include(),
                                      it.where().map(SqlText::text).orElse(""),
                                      false,
                                      it.options()))
                          .toList()));
    }
    return result;
  }
}
