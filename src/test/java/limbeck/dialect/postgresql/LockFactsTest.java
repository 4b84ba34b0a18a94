package limbeck.dialect.postgresql;

import static limbeck.dialect.Make.index;
import static limbeck.dialect.Make.name;
import static limbeck.dialect.Make.table;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.embedded.SharedServer;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.dialect.Effect;
import limbeck.dialect.LockMode;
import limbeck.dialect.Lowering;
import limbeck.dialect.SchemaScript;
import limbeck.dialect.Statement;
import limbeck.operation.Operation;
import limbeck.schema.DialectName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * The stated locks and rewrites, measured: each operation runs in a transaction on tables with
 * rows, and the server's own view of its locks, and the files of the tables, are compared.
 */
@Tag("postgres")
class LockFactsTest {
  private static final List<TableName> TABLES = List.of(table("o"), table("t"), table("child"));

  private static final String WHOLE = "SELECT pg_stat_get_xact_numscans(%s)";
  private static final String BY_INDEX =
      "SELECT sum(pg_stat_get_xact_numscans(indexrelid)) FROM pg_index WHERE indrelid = %s";

  @TestFactory
  Stream<DynamicTest> measuredAsStated() {
    List<DynamicTest> tests = new ArrayList<>();
    for (int major : List.of(13, 18)) {
      MeasuredOperations.all(major)
          .forEach(
              (title, operation) ->
                  tests.add(
                      DynamicTest.dynamicTest(
                          major + ": " + title, () -> measure(major, operation))));
    }
    return tests.stream();
  }

  private static void measure(int major, Operation operation) {
    Dialect dialect = Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
    List<Effect> effects = Effects.of(operation, MeasuredOperations.BASE, major, Set.of());
    try (ScratchDatabase database = SharedServer.of(major).createDatabase();
        Session session = database.open()) {
      prepare(session, dialect);
      probesFindNothing(session, effects);
      Map<String, TableName> names = names(session);
      Map<String, String> files = files(session);
      Map<String, String> indexes = indexFiles(session);
      session.begin();
      Map<TableName, String> scans = scans(session, names, WHOLE);
      Map<TableName, String> lookups = scans(session, names, BY_INDEX);
      if (dialect.lower(operation, MeasuredOperations.BASE)
          instanceof Lowering.Statements(var statements)) {
        statements.forEach(it -> run(session, it.sql().text()));
      }
      Map<TableName, LockMode> held = held(session, names);
      Set<TableName> read = grown(scans, scans(session, names, WHOLE));
      Set<TableName> lookedUp = grown(lookups, scans(session, names, BY_INDEX));
      Set<TableName> rewritten = new TreeSet<>();
      Map<String, String> after = files(session);
      names.forEach(
          (id, name) -> {
            String file = after.getOrDefault(id, "");
            if (!file.isEmpty() && !file.equals(files.get(id))) {
              rewritten.add(name);
            }
          });
      Set<String> rebuilt = new TreeSet<>();
      indexFiles(session)
          .forEach(
              (index, file) -> {
                if (indexes.containsKey(index) && !file.equals(indexes.get(index))) {
                  rebuilt.add(index);
                }
              });
      session.rollback();
      assertThat(rebuilt).as("rebuilt indexes").isEqualTo(rebuilds(effects));
      assertThat(held).as("locks").isEqualTo(locks(effects));
      assertThat(rewritten).as("rewritten tables").isEqualTo(rewrites(effects));
      assertThat(reads(effects)).as("tables read").containsAll(read);
      // The other end of a foreign key may be read through its index: the planner decides.
      lookedUp.addAll(read);
      assertThat(lookedUp).as("tables read").containsAll(reads(effects));
    }
  }

  private static void prepare(Session session, Dialect dialect) {
    for (Statement statement : SchemaScript.of(MeasuredOperations.BASE, dialect).statements()) {
      run(session, statement.sql().text());
    }
    run(session, "INSERT INTO o SELECT generate_series(1, 50)");
    run(
        session,
        "INSERT INTO t (id, a, v, x, c, n, ts, s, r, j, m, ci, va, ev, cv, p, f)"
            + " SELECT g, g, 'v' || g, '1', 'c', 1.5, now(), g, 1, '{}', 'ok', '10.0.0.0/8',"
            + " '{a}', 'E', 'x', g, g FROM generate_series(1, 50) AS g");
    run(session, "INSERT INTO child SELECT g, g FROM generate_series(1, 50) AS g");
  }

  /** The rows fit everything that is tried here; the probes must be valid queries. */
  private static void probesFindNothing(Session session, List<Effect> effects) {
    for (Effect effect : effects) {
      if (effect
              instanceof
              Effect.MayFail(String _, String why, Optional<SqlText> probe, boolean certain)
          && probe.isPresent()
          && !why.startsWith("the rows there are have no value")) {
        assertThat(certain).isFalse();
        Outcome outcome = session.execute(probe.get().text());
        assertThat(outcome).as(probe.get().text()).isInstanceOf(Outcome.Done.class);
        if (outcome instanceof Outcome.Done done) {
          assertThat(done.rows().values()).as(probe.get().text()).isEmpty();
        }
      }
    }
  }

  /** The tables by their number, which a new name does not change. */
  private static Map<String, TableName> names(Session session) {
    Map<String, TableName> result = new TreeMap<>();
    for (TableName table : TABLES) {
      session
          .query("SELECT '" + table + "'::regclass::oid")
          .firstValue()
          .ifPresent(it -> result.put(it, table));
    }
    return result;
  }

  private static Map<String, String> files(Session session) {
    Map<String, String> result = new TreeMap<>();
    session
        .query("SELECT oid, pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'r'")
        .values()
        .forEach(row -> result.put(row.get(0).orElseThrow(), row.get(1).orElse("")));
    return result;
  }

  private static Map<String, String> indexFiles(Session session) {
    Map<String, String> result = new TreeMap<>();
    session
        .query(
            "SELECT relname, pg_relation_filenode(oid) FROM pg_class WHERE relkind = 'i'"
                + " AND relnamespace = 'public'::regnamespace")
        .values()
        .forEach(row -> result.put(row.get(0).orElseThrow(), row.get(1).orElse("")));
    return result;
  }

  /** The strongest lock that this transaction holds on each table. */
  private static Map<TableName, LockMode> held(Session session, Map<String, TableName> names) {
    Map<TableName, LockMode> result = new TreeMap<>();
    session
        .query(
            "SELECT relation, mode FROM pg_locks WHERE pid = pg_backend_pid() AND granted"
                + " AND locktype = 'relation'")
        .values()
        .forEach(
            row -> {
              TableName table = names.get(row.get(0).orElseThrow());
              if (table != null) {
                LockMode mode = LockMode.ofCatalogName(row.get(1).orElseThrow()).orElseThrow();
                result.merge(table, mode, LockFactsTest::stronger);
              }
            });
    return result;
  }

  /** How often each table was read; the server counts on while the transaction lasts. */
  private static Map<TableName, String> scans(
      Session session, Map<String, TableName> names, String query) {
    Map<TableName, String> result = new TreeMap<>();
    names.forEach(
        (id, name) ->
            session.query(query.formatted(id)).firstValue().ifPresent(it -> result.put(name, it)));
    return result;
  }

  private static Set<TableName> grown(Map<TableName, String> before, Map<TableName, String> after) {
    Set<TableName> result = new TreeSet<>();
    after.forEach(
        (name, count) -> {
          if (!count.equals(before.get(name))) {
            result.add(name);
          }
        });
    return result;
  }

  private static Set<TableName> reads(List<Effect> effects) {
    Set<TableName> result = new TreeSet<>();
    for (Effect effect : effects) {
      switch (effect) {
        case Effect.Scans(TableName table) -> result.add(table);
        case Effect.Rewrites(TableName table) -> result.add(table);
        case Effect.RebuildsIndexes(TableName table, var _) -> result.add(table);
        case Effect.BuildsIndex(TableName table, var _) -> result.add(table);
        case Effect.Locks _,
            Effect.WritesRows _,
            Effect.LosesData _,
            Effect.MayFail _,
            Effect.BreaksReaders _,
            Effect.NotKnown _ -> {}
      }
    }
    return result;
  }

  private static LockMode stronger(LockMode left, LockMode right) {
    return left.compareTo(right) > 0 ? left : right;
  }

  private static Map<TableName, LockMode> locks(List<Effect> effects) {
    Map<TableName, LockMode> result = new TreeMap<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Locks(TableName table, LockMode mode)) {
        result.merge(table, mode, LockFactsTest::stronger);
      }
    }
    return result;
  }

  private static Set<TableName> rewrites(List<Effect> effects) {
    Set<TableName> result = new TreeSet<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.Rewrites(TableName table)) {
        result.add(table);
      }
    }
    return result;
  }

  private static Set<String> rebuilds(List<Effect> effects) {
    Set<String> result = new TreeSet<>();
    for (Effect effect : effects) {
      if (effect instanceof Effect.RebuildsIndexes(var _, var names)) {
        names.forEach(it -> result.add(it.text()));
      }
    }
    return result;
  }

  private static void run(Session session, String statement) {
    Outcome outcome = session.execute(statement);
    assertThat(outcome).as(statement).isInstanceOf(Outcome.Done.class);
  }
}
