package limbeck.verify;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.dialect.LockMode;
import limbeck.schema.TableName;
import limbeck.verify.Relations.Held;
import limbeck.verify.Relations.Relation;

/**
 * Runs statements and looks at what they do: locks in {@code pg_locks}, files in {@code pg_class},
 * reads in the server's counters.
 *
 * <p>A statement that must stand outside a transaction is watched from a second session while a
 * third one holds it up, so that its locks can be seen.
 */
public final class Observer {
  private static final int PATIENCE = 400;

  private final Session session;
  private final Session watcher;
  private final Session blocker;

  /**
   * Watches a session.
   *
   * @param session runs the statements
   * @param watcher looks at the locks of the first
   * @param blocker holds up what waits for other transactions
   */
  public Observer(Session session, Session watcher, Session blocker) {
    this.session = session;
    this.watcher = watcher;
    this.blocker = blocker;
  }

  /** Runs statements in the transaction that is open, and tells what they did together. */
  public Observation inTransaction(List<String> statements) {
    Relations before = Relations.of(session);
    for (String statement : statements) {
      if (session.execute(statement) instanceof Outcome.Failed failed) {
        return refused(failed);
      }
    }
    Relations after = Relations.of(session);
    Set<Held> added = new HashSet<>(after.locks());
    added.removeAll(before.locks());
    return new Observation(seen(before, after, added), Optional.empty(), true);
  }

  /**
   * Runs a statement outside of a transaction, and tells what it did.
   *
   * <p>It may commit in between and give its locks back, so it is stopped before each lock it takes
   * (by SHARE locks given back one after the other), where it waits for the transactions of others
   * (by ROW EXCLUSIVE locks), and before it locks everybody out at last (by ACCESS SHARE locks).
   */
  public Observation alone(String statement) {
    Relations before = Relations.of(session);
    String process = Integer.toString(session.processNumber());
    List<String> tables = inOrderOfLocking(before);
    blocker.begin();
    tables.forEach(it -> lock(blocker, it, "ROW EXCLUSIVE MODE"));
    tables.forEach(it -> lock(blocker, it, "SHARE MODE"));
    CompletableFuture<Outcome> running =
        CompletableFuture.supplyAsync(() -> session.execute(statement));
    Set<Held> locks = new HashSet<>();
    boolean waited = watch(running, process, before, locks);
    boolean waits = waited;
    for (int i = tables.size() - 1; i >= 0 && waits; i--) {
      blocker.execute("ROLLBACK TO " + savepoint(tables.get(i), "SHARE MODE"));
      waits = watch(running, process, before, locks);
    }
    if (waits) {
      watcher.begin();
      tables.forEach(it -> lock(watcher, it, "ACCESS SHARE MODE NOWAIT"));
      blocker.rollback();
      watch(running, process, before, locks);
      watcher.rollback();
    } else {
      blocker.rollback();
    }
    Outcome outcome = running.join();
    if (outcome instanceof Outcome.Failed failed) {
      return refused(failed);
    }
    return new Observation(
        seen(before, Relations.of(session), locks), Optional.empty(), waited && !locks.isEmpty());
  }

  /** What is locked last is given back first: a table before those that were made after it. */
  private static List<String> inOrderOfLocking(Relations relations) {
    return relations.tables().entrySet().stream()
        .sorted(Comparator.comparingLong(it -> -Long.parseLong(it.getKey())))
        .map(it -> it.getValue().name())
        .map(
            it ->
                it.schema().map(schema -> "\"" + schema + "\".").orElse("")
                    + "\""
                    + it.name()
                    + "\"")
        .toList();
  }

  /** What cannot be locked so, such as a materialized view, is not waited for. */
  private static void lock(Session session, String table, String mode) {
    String savepoint = savepoint(table, mode);
    session.execute("SAVEPOINT " + savepoint);
    if (!session.execute("LOCK TABLE " + table + " IN " + mode).succeeded()) {
      session.execute("ROLLBACK TO " + savepoint);
    }
  }

  private static String savepoint(String table, String mode) {
    return "\"" + mode + " " + table.replace("\"", "") + "\"";
  }

  /** Looks until the statement waits for a lock or is done; tells whether it waits. */
  private boolean watch(
      CompletableFuture<Outcome> running, String process, Relations before, Set<Held> locks) {
    boolean waits = false;
    for (int i = 0; i < PATIENCE && !running.isDone() && !waits; i++) {
      waits =
          watcher
              .query("SELECT 1 FROM pg_locks WHERE NOT granted AND pid = " + process)
              .firstValue()
              .isPresent();
      Relations.locks(watcher, process, "").stream()
          .filter(it -> before.tables().containsKey(it.relation()))
          .forEach(locks::add);
    }
    return waits;
  }

  static Observation refused(Outcome.Failed failed) {
    return new Observation(
        new TreeMap<>(),
        Optional.of(new Observation.Refusal(failed.sqlState(), failed.message())),
        true);
  }

  private static SortedMap<TableName, Observation.Seen> seen(
      Relations before, Relations after, Set<Held> added) {
    SortedMap<TableName, Observation.Seen> result = new TreeMap<>();
    before
        .tables()
        .forEach(
            (number, table) -> {
              Optional<LockMode> lock = strongest(added, number);
              Optional<Relation> now = Optional.ofNullable(after.tables().get(number));
              boolean rewritten =
                  now.filter(it -> !it.file().isEmpty() && !it.file().equals(table.file()))
                      .isPresent();
              boolean scanned = now.filter(it -> !it.scans().equals(table.scans())).isPresent();
              result.put(
                  table.name(),
                  new Observation.Seen(
                      lock,
                      strongest(before.locks(), number),
                      rewritten,
                      scanned,
                      lookedUp(number, before, after),
                      built(number, before, after),
                      rebuilt(number, before, after)));
            });
    return result;
  }

  private static Optional<LockMode> strongest(Set<Held> locks, String relation) {
    return locks.stream()
        .filter(it -> it.relation().equals(relation))
        .map(Held::mode)
        .max(LockMode::compareTo);
  }

  private static boolean lookedUp(String table, Relations before, Relations after) {
    return after.indexes().entrySet().stream()
        .filter(it -> it.getValue().owner().equals(table))
        .anyMatch(
            it -> {
              Relation old = before.indexes().get(it.getKey());
              return old != null && !old.scans().equals(it.getValue().scans());
            });
  }

  /** An index that is made anew under its old name is not a new one. */
  private static SortedSet<String> built(String table, Relations before, Relations after) {
    Map<String, Relation> old = byName(before);
    SortedSet<String> result = new TreeSet<>();
    after
        .indexes()
        .forEach(
            (number, index) -> {
              boolean isNew =
                  !before.indexes().containsKey(number)
                      && !old.containsKey(index.name().toString());
              if (isNew && index.owner().equals(table)) {
                result.add(index.name().name());
              }
            });
    return result;
  }

  private static SortedSet<String> rebuilt(String table, Relations before, Relations after) {
    Map<String, Relation> old = byName(before);
    SortedSet<String> result = new TreeSet<>();
    after
        .indexes()
        .forEach(
            (number, index) -> {
              Relation same =
                  before.indexes().getOrDefault(number, old.get(index.name().toString()));
              if (same != null
                  && !index.ofView()
                  && index.owner().equals(table)
                  && !same.file().equals(index.file())) {
                result.add(index.name().name());
              }
            });
    return result;
  }

  private static Map<String, Relation> byName(Relations relations) {
    Map<String, Relation> result = new HashMap<>();
    relations.indexes().values().forEach(it -> result.put(it.name().toString(), it));
    return result;
  }
}
