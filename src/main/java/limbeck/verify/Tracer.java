package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.dialect.Dialect;
import limbeck.dialect.Impact;
import limbeck.operation.Creation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Runs calls as Alembic would, on a scratch database with rows in every table, and compares what
 * the server shows with what was foretold.
 */
public final class Tracer {
  private static final String NOT_IN_TRANSACTION = "25001";

  private final EmbeddedPostgres server;
  private final Dialect dialect;

  /** Runs on a server. */
  public Tracer(EmbeddedPostgres server, Dialect dialect) {
    this.server = server;
    this.dialect = dialect;
  }

  /**
   * A call to run.
   *
   * @param sql its statements
   * @param transaction the number of its transaction
   * @param autocommit whether it runs outside of one
   * @param foretold what it is said to do
   * @param born the tables that came into being before it in the same run, or in it: nobody waits
   *     for them, and nothing is foretold of them
   */
  public record Call(
      List<String> sql, int transaction, boolean autocommit, Impact foretold, Set<TableName> born) {
    /** Copies the collections. */
    public Call {
      sql = List.copyOf(sql);
      born = Set.copyOf(born);
    }
  }

  /**
   * What became of a call.
   *
   * @param differences between what was foretold and what was seen
   * @param lost the rows and values that are gone afterwards, each one sentence
   * @param changed the columns whose values are others afterwards, each one sentence
   * @param notRun why it was not run; empty when it was
   */
  public record Trace(
      List<String> differences, List<String> lost, List<String> changed, Optional<String> notRun) {
    /** Copies the lists. */
    public Trace {
      differences = List.copyOf(differences);
      lost = List.copyOf(lost);
      changed = List.copyOf(changed);
    }

    private static Trace notRun(Optional<String> why) {
      return new Trace(List.of(), List.of(), List.of(), why);
    }
  }

  /**
   * Runs calls one after the other; after a refusal the rest is not run.
   *
   * @param before the schema the first call meets
   */
  public List<Trace> run(Schema before, List<Call> calls) {
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open();
        Session watcher = database.open();
        Session blocker = database.open()) {
      Optional<String> obstacle = build(session, before);
      List<Trace> result = new ArrayList<>();
      Observer observer = new Observer(session, watcher, blocker);
      int open = 0;
      RowDigest rows = obstacle.isEmpty() ? RowDigest.take(session) : new RowDigest(Map.of());
      for (Call call : calls) {
        if (obstacle.isPresent()) {
          result.add(Trace.notRun(obstacle));
          continue;
        }
        if (open != call.transaction()) {
          obstacle = commit(session);
          if (!call.autocommit()) {
            session.begin();
          }
          open = call.transaction();
        }
        Observation seen = observe(observer, session, call);
        if (seen.refusal().filter(Tracer::lacksValues).isPresent()) {
          obstacle = Optional.of("a statement takes values that only the running script knows");
          result.add(Trace.notRun(obstacle));
          continue;
        }
        Optional<RowDigest> after =
            seen.refusal().isEmpty() ? Optional.of(RowDigest.take(session)) : Optional.empty();
        result.add(trace(call, seen, rows, after.orElse(rows)));
        rows = after.orElse(rows);
        obstacle = seen.refusal().map(it -> "a step before was refused: " + it.message());
      }
      session.rollback();
      return result;
    }
  }

  private static Trace trace(Call call, Observation seen, RowDigest before, RowDigest after) {
    List<String> differences =
        new ArrayList<>(Agreement.differences(call.foretold(), seen.without(call.born())));
    if (call.autocommit()) {
      // Outside a transaction the counters of reads also move by what was read before.
      differences.removeIf(it -> it.endsWith(": scanned, not foretold"));
    }
    List<String> lost = before.lostUntil(after);
    if (!lost.isEmpty() && call.foretold().loses().isEmpty()) {
      lost.stream()
          .filter(it -> call.born().stream().noneMatch(born -> isOf(it, born)))
          .forEach(it -> differences.add(it + ", not foretold"));
    }
    return new Trace(differences, lost, before.changedUntil(after), Optional.empty());
  }

  /** A parameter such as :name is no SQL before the driver has put a value in its place. */
  private static boolean lacksValues(Observation.Refusal refusal) {
    return refusal.sqlState().equals("42601") && refusal.message().contains("at or near \":\"");
  }

  private static boolean isOf(String sentence, TableName table) {
    return sentence.startsWith(table.name() + " ") || sentence.startsWith(table.name() + ".");
  }

  private static Observation observe(Observer observer, Session session, Call call) {
    if (!call.autocommit() || call.sql().size() != 1) {
      return observer.inTransaction(call.sql());
    }
    // In a transaction of its own all locks can be seen at its end; not every statement bears one.
    session.begin();
    Observation seen = observer.inTransaction(call.sql());
    if (seen.refusal().filter(it -> it.sqlState().equals(NOT_IN_TRANSACTION)).isPresent()) {
      session.rollback();
      return observer.alone(call.sql().getFirst());
    }
    if (seen.refusal().isPresent()) {
      session.rollback();
      return seen;
    }
    if (session.commit() instanceof Outcome.Failed failed) {
      return Observer.refused(failed);
    }
    return seen;
  }

  private static Optional<String> commit(Session session) {
    return session.inTransaction() && session.commit() instanceof Outcome.Failed failed
        ? Optional.of("the transaction before could not be committed: " + failed.message())
        : Optional.empty();
  }

  private Optional<String> build(Session session, Schema before) {
    List<Step> steps =
        Creation.of(before).stream()
            .map(it -> Step.of(it, new Origin.Generated("part of the schema")))
            .toList();
    Optional<StepRunner.Refusal> refusal =
        new StepRunner(session, dialect).run(steps, Schema.EMPTY);
    if (refusal.isPresent()) {
      return Optional.of("the schema before cannot be built: " + refusal.get().message());
    }
    new Seeder(session, dialect, SeedDemands.none(before)).seed();
    return Optional.empty();
  }
}
