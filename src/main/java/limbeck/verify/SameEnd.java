package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.database.embedded.ScratchDatabase;
import limbeck.database.postgresql.Inspection;
import limbeck.database.postgresql.Inspector;
import limbeck.database.postgresql.Scope;
import limbeck.dialect.Dialect;
import limbeck.operation.Apply;
import limbeck.operation.Creation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/**
 * Runs two versions of a revision on scratch databases with the same schema and rows, and compares
 * what each has built afterwards, and where each way back leads.
 */
public final class SameEnd {
  private final EmbeddedPostgres server;
  private final Dialect dialect;

  /** Runs on a server. */
  public SameEnd(EmbeddedPostgres server, Dialect dialect) {
    this.server = server;
    this.dialect = dialect;
  }

  /**
   * One version of a revision.
   *
   * @param upgrade its steps up
   * @param downgrade its steps down; empty when it has none
   */
  public record Version(List<Step> upgrade, List<Step> downgrade) {
    /** Copies the steps. */
    public Version {
      upgrade = List.copyOf(upgrade);
      downgrade = List.copyOf(downgrade);
    }
  }

  /**
   * What came of it.
   *
   * @param failure why the second version did not run; empty when it did
   * @param differences between the two ends, each one sentence
   * @param before what the server refused of the first version, which was no better then
   * @param leadsBack whether the second version's way back ends where it began
   */
  public record Result(
      Optional<String> failure,
      List<String> differences,
      Optional<String> before,
      boolean leadsBack) {
    /** Copies the list. */
    public Result {
      differences = List.copyOf(differences);
    }
  }

  private record Ran(
      Inspection start,
      Optional<String> refusedUp,
      Inspection up,
      SortedMap<TableName, Integer> rows,
      Optional<String> refusedDown,
      Inspection down) {}

  /** Compares two versions from a schema on. */
  public Result compare(Schema before, Version first, Version second) {
    Ran old = run(before, first);
    Ran mended = run(before, second);
    if (mended.refusedUp().isPresent()) {
      return new Result(
          mended.refusedUp().map(it -> "the upgrade is refused: " + it),
          List.of(),
          old.refusedUp(),
          false);
    }
    boolean leadsBack =
        !second.downgrade().isEmpty()
            && mended.refusedDown().isEmpty()
            && CatalogComparison.differences(mended.start(), mended.down()).isEmpty();
    List<String> differences = new ArrayList<>();
    if (old.refusedUp().isEmpty()) {
      differences.addAll(CatalogComparison.differences(old.up(), mended.up()));
      rows(old, mended, differences);
    }
    boolean cameBack =
        !first.downgrade().isEmpty() && old.refusedUp().isEmpty() && old.refusedDown().isEmpty();
    if (cameBack && !leadsBack) {
      mended.refusedDown().ifPresent(it -> differences.add("the downgrade is refused now: " + it));
      if (mended.refusedDown().isEmpty()) {
        CatalogComparison.differences(old.down(), mended.down()).stream()
            .map(it -> "after the downgrade: " + it)
            .forEach(differences::add);
      }
    }
    return new Result(Optional.empty(), differences, old.refusedUp(), leadsBack);
  }

  private static void rows(Ran old, Ran mended, List<String> differences) {
    for (Map.Entry<TableName, Integer> entry : old.rows().entrySet()) {
      int now = mended.rows().getOrDefault(entry.getKey(), 0);
      if (now != entry.getValue()) {
        differences.add(entry.getKey() + " has " + now + " rows instead of " + entry.getValue());
      }
    }
  }

  private Ran run(Schema before, Version version) {
    try (ScratchDatabase database = server.createDatabase();
        Session session = database.open()) {
      StepRunner runner = new StepRunner(session, dialect);
      Optional<String> obstacle =
          message(
              runner.run(
                  Creation.of(before).stream()
                      .map(it -> Step.of(it, new Origin.Generated("part of the schema")))
                      .toList(),
                  Schema.EMPTY));
      Inspection start = inspect(session);
      if (obstacle.isPresent()) {
        String why = "the schema before cannot be built: " + obstacle.get();
        return new Ran(start, Optional.of(why), start, new TreeMap<>(), Optional.of(why), start);
      }
      Claim claim =
          new Claim(
              before, Optional.empty(), version.upgrade(), version.downgrade(), Optional.empty());
      new Seeder(session, dialect, SeedDemands.of(claim)).seed();
      Optional<String> refusedUp = message(runner.run(version.upgrade(), before));
      Inspection up = inspect(session);
      SortedMap<TableName, Integer> rows = new TreeMap<>();
      RowSnapshot.take(session, dialect, up.schema())
          .tables()
          .forEach((table, all) -> rows.put(table, all.size()));
      Schema after = before;
      for (Step step : version.upgrade()) {
        after = Apply.after(step.operation(), after);
      }
      Optional<String> refusedDown =
          refusedUp.isPresent() ? refusedUp : message(runner.run(version.downgrade(), after));
      return new Ran(start, refusedUp, up, rows, refusedDown, inspect(session));
    }
  }

  private static Optional<String> message(Optional<StepRunner.Refusal> refusal) {
    return refusal.map(it -> it.message() + " (" + it.sqlState() + ")");
  }

  private static Inspection inspect(Session session) {
    return Inspector.inspect(session, Scope.everything());
  }
}
