package limbeck.generate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.ReusedDatabase;

/**
 * Programs of one version of an application: each inserts rows, reads them back by the names it
 * knows, changes them and rows of others, and remembers what it has written.
 */
final class SeriesWriters {
  /**
   * What a version does to a row.
   *
   * @param insert with {@code $v} for the value; returns the row's number
   * @param update with {@code $v} and {@code $id}
   * @param read the value of row {@code $id}
   */
  record Dialect(String insert, String update, String read) {}

  private final ReusedDatabase database;
  private final Dialect dialect;
  private final List<String> values;
  private final Map<String, String> expected;
  private final AtomicLong longest = new AtomicLong();
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicReference<String> complaint = new AtomicReference<>("");
  private final List<Thread> threads = new ArrayList<>();
  private AtomicBoolean stop = new AtomicBoolean();

  /**
   * Sets up.
   *
   * @param values to choose from
   * @param expected what was written, by the row's number; shared by both versions
   */
  SeriesWriters(
      ReusedDatabase database, Dialect dialect, List<String> values, Map<String, String> expected) {
    this.database = database;
    this.dialect = dialect;
    this.values = values;
    this.expected = expected;
  }

  static Map<String, String> memory() {
    return new ConcurrentHashMap<>();
  }

  /** Has two of them run, or none. */
  void run(boolean wanted) throws InterruptedException {
    if (wanted && threads.isEmpty()) {
      AtomicBoolean own = new AtomicBoolean();
      stop = own;
      for (int i = 0; i < 2; i++) {
        threads.add(Thread.ofPlatform().start(() -> write(own)));
      }
    } else if (!wanted) {
      stop.set(true);
      for (Thread it : threads) {
        it.join();
      }
      threads.clear();
    }
  }

  private void write(AtomicBoolean own) {
    try (Session session = database.open()) {
      int n = 0;
      while (!own.get() && complaint.get().isEmpty()) {
        n++;
        String value = values.get(n % values.size()).replace("$n", String.valueOf(n));
        Optional<String> id = timed(session, dialect.insert().replace("$v", value));
        id.ifPresent(it -> follow(session, it, value));
      }
    }
  }

  private void follow(Session session, String id, String value) {
    check(session, id, value);
    String other = values.get((value.length() + 1) % values.size()).replace("$n", id);
    timed(session, dialect.update().replace("$v", other).replace("$id", id));
    check(session, id, other);
    // A row that was there before, which may be filled in at this moment.
    String old = String.valueOf(1 + (Long.parseLong(id) * 37) % OnlineSeriesTest.ROWS);
    timed(session, dialect.update().replace("$v", other).replace("$id", old));
    expected.put(id, other);
    written.incrementAndGet();
  }

  private void check(Session session, String id, String value) {
    Optional<String> found = timed(session, dialect.read().replace("$id", id));
    if (found.isPresent() && !found.orElseThrow().equals(value)) {
      complain("row " + id + " has " + found + " instead of " + value);
    }
  }

  private Optional<String> timed(Session session, String sql) {
    long start = System.nanoTime();
    Outcome outcome = session.execute(sql);
    longest.accumulateAndGet(System.nanoTime() - start, Math::max);
    return switch (outcome) {
      case Outcome.Failed failed -> {
        complain(sql + ": " + failed.sqlState() + " " + failed.message());
        yield Optional.empty();
      }
      case Outcome.Done done -> done.rows().firstValue();
    };
  }

  private void complain(String what) {
    complaint.compareAndSet("", what);
  }

  String complaint() {
    return complaint.get();
  }

  int written() {
    return written.get();
  }

  Duration longest() {
    return Duration.ofNanos(longest.get());
  }
}
