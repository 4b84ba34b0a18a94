package limbeck.read.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import limbeck.cases.CaseFolder;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.sql.Splitter;
import limbeck.sql.SqlStatement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * A script that PostgreSQL executes, and the same script read and folded, are one schema.
 *
 * <p>What the server prints is spelled otherwise than what was written, so the folded schema is
 * built in a second database, and both databases are inspected.
 */
@Tag("postgres")
class SqlReaderLawTest {
  @TestFactory
  Stream<DynamicTest> onTheOldestVersion() {
    return CaseFolder.tests("read-sql", it -> compare(it.read("script.sql"), 16));
  }

  @TestFactory
  Stream<DynamicTest> onTheNewestVersion() {
    return CaseFolder.tests("read-sql", it -> compare(it.read("script.sql"), 18));
  }

  /** What only the server knows: the type of a function's argument. */
  private static final Set<String> NOT_IN_NORMAL_FORM = Set.of("index-over-text-search");

  @TestFactory
  Stream<DynamicTest> inTheNormalFormOfTheDialect() {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(18));
    return CaseFolder.tests(
        "read-sql",
        it -> {
          assumeThat(NOT_IN_NORMAL_FORM).doesNotContain(it.name());
          Schema real = dialect.normalize(executed(it.read("script.sql"), 18));
          Schema read = dialect.normalize(read(it.read("script.sql")));
          assertThat(read.tables()).isEqualTo(real.tables());
          assertThat(read.enums()).isEqualTo(real.enums());
          assertThat(read.sequences()).isEqualTo(real.sequences());
          assertThat(read.namespaces()).isEqualTo(real.namespaces());
          // The server rewrites the text of most of them, so only their names can be compared.
          assertThat(read.objects().keySet()).isEqualTo(real.objects().keySet());
        });
  }

  private static void compare(String script, int major) {
    Schema real = executed(script, major);
    Schema read = read(script);
    Schema rebuilt = rebuilt(read, major);
    assertThat(read.tables().keySet()).isEqualTo(real.tables().keySet());
    for (Table table : real.tables().values()) {
      assertThat(read.table(table.name()).orElseThrow().options()).isEqualTo(table.options());
      Table other = rebuilt.table(table.name()).orElseThrow();
      assertThat(other.columns()).as(table.name().toString()).isEqualTo(table.columns());
      assertThat(other.constraints()).as(table.name().toString()).isEqualTo(table.constraints());
      assertThat(other.indexes()).as(table.name().toString()).isEqualTo(table.indexes());
      assertThat(other.comment()).isEqualTo(table.comment());
    }
    assertThat(rebuilt.enums()).isEqualTo(real.enums());
    assertThat(rebuilt.sequences()).isEqualTo(real.sequences());
    assertThat(rebuilt.namespaces()).isEqualTo(real.namespaces());
    assertThat(rebuilt.objects()).isEqualTo(real.objects());
  }

  /** Each statement alone, as some refuse to run in the transaction of several. */
  private static Schema executed(String script, int major) {
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      for (SqlStatement statement : Splitter.split(script)) {
        run(session, statement.text());
      }
      return Inspector.inspect(session, Scope.everything()).schema();
    }
  }

  private static void run(Session session, String sql) {
    assertThat(session.execute(sql)).as(sql).isInstanceOf(Outcome.Done.class);
  }

  private static Schema read(String script) {
    List<Operation> operations = SqlReader.readAlone(script, Schema.EMPTY);
    List<Opaque> opaque = new ArrayList<>();
    for (Operation operation : operations) {
      if (operation instanceof Opaque it && it.mayChangeSchema()) {
        opaque.add(it);
      }
    }
    assertThat(opaque).isEmpty();
    ApplyResult result = Apply.applyAll(operations, Schema.EMPTY);
    assertThat(result.problems()).isEmpty();
    SortedMap<TableName, Table> named = new TreeMap<>();
    result
        .schema()
        .tables()
        .forEach((name, table) -> named.put(name, DefaultNames.postgresql().named(table)));
    return result.schema().withTables(named);
  }

  private static Schema rebuilt(Schema schema, int major) {
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      Rebuilding.statements(schema, major).forEach(it -> run(session, it));
      return Inspector.inspect(session, Scope.everything()).schema();
    }
  }
}
