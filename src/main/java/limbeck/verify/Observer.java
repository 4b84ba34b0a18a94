package limbeck.verify;

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

  /** Runs a statement outside of a transaction, and tells what it did. */
  public Observation alone(String statement) {
    Relations before = Relations.of(session);
    String process = Integer.toString(session.processNumber());
    blocker.begin();
    for (Relation table : before.tables().values()) {
      // What cannot be locked so, such as a materialized view, is not waited for.
      String name = table.name().schema().map(it -> "\"" + it + "\".").orElse("");
      blocker.execute("SAVEPOINT s");
      if (!blocker
          .execute("LOCK TABLE " + name + "\"" + table.name().name() + "\" IN ROW EXCLUSIVE MODE")
          .succeeded()) {
        blocker.execute("ROLLBACK TO s");
      }
    }
    CompletableFuture<Outcome> running =
        CompletableFuture.supplyAsync(() -> session.execute(statement));
    Set<Held> locks = new HashSet<>();
    boolean seen = watch(running, process, before, locks) && !locks.isEmpty();
    blocker.rollback();
    Outcome outcome = running.join();
    if (outcome instanceof Outcome.Failed failed) {
      return refused(failed);
    }
    return new Observation(seen(before, Relations.of(session), locks), Optional.empty(), seen);
  }

  private boolean watch(
      CompletableFuture<Outcome> running, String process, Relations before, Set<Held> locks) {
    boolean waiting = false;
    for (int i = 0; i < PATIENCE && !running.isDone() && !waiting; i++) {
      Relations.locks(watcher, process, "").stream()
          .filter(it -> before.tables().containsKey(it.relation()))
          .forEach(locks::add);
      waiting =
          watcher
              .query(
                  "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND pid = "
                      + process)
              .firstValue()
              .isPresent();
    }
    if (waiting) {
      Relations.locks(watcher, process, "").stream()
          .filter(it -> before.tables().containsKey(it.relation()))
          .forEach(locks::add);
    }
    return waiting;
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
