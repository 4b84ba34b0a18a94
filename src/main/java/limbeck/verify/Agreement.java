package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.LockMode;
import limbeck.schema.TableName;

/** Holds what was foretold of a statement against what was seen. */
public final class Agreement {
  private static final Impact.OnTable NOTHING =
      new Impact.OnTable(Optional.empty(), false, false, false, new TreeSet<>(), new TreeSet<>());

  private Agreement() {}

  /**
   * Returns where the two differ, one sentence each; empty when what was foretold came true.
   *
   * <p>Locks up to ROW EXCLUSIVE disturb no reader or writer and depend on the rows: foretold ones
   * may be missing. Whether a table is read as a whole or through an index, the planner decides.
   */
  public static List<String> differences(Impact foretold, Observation seen) {
    List<String> result = new ArrayList<>();
    if (seen.refusal().isPresent()) {
      refusal(foretold, seen.refusal().get(), result);
      return result;
    }
    foretold
        .refusal()
        .filter(Effect.MayFail::certain)
        .ifPresent(it -> result.add("foretold to fail with " + it.sqlState() + ", but it ran"));
    for (Map.Entry<TableName, Observation.Seen> entry : seen.tables().entrySet()) {
      Impact.OnTable impact = foretold.tables().getOrDefault(entry.getKey(), NOTHING);
      compare(
          entry.getKey(),
          impact,
          entry.getValue(),
          seen.complete(),
          !foretold.unknown().isEmpty(),
          result);
    }
    return result;
  }

  private static void refusal(Impact foretold, Observation.Refusal refusal, List<String> result) {
    boolean known =
        foretold.refusals().stream().anyMatch(it -> it.sqlState().equals(refusal.sqlState()));
    if (!known) {
      result.add(
          "refused with "
              + refusal.sqlState()
              + " ("
              + refusal.message()
              + "), foretold: "
              + foretold.refusals().stream().map(it -> it.sqlState() + " " + it.why()).toList());
    }
  }

  private static void compare(
      TableName table,
      Impact.OnTable foretold,
      Observation.Seen seen,
      boolean complete,
      boolean unsure,
      List<String> result) {
    // A lock that the transaction has already is not taken again.
    boolean had =
        foretold.lock().isPresent()
            && seen.held().filter(it -> it.compareTo(foretold.lock().get()) >= 0).isPresent();
    if (complete && !unsure && !had) {
      lock(table, foretold.lock(), seen.lock(), result);
    }
    equal(table, "rewrites", foretold.rewrites(), seen.rewritten(), result);
    equal(table, "builds", foretold.builds(), seen.built(), result);
    equal(table, "rebuilds", foretold.rebuilds(), seen.rebuilt(), result);
    // A key's other end is looked up row by row; what is written anew may be read.
    boolean lookup = foretold.lock().equals(Optional.of(LockMode.ROW_SHARE));
    if (seen.scanned()
        && !foretold.scans()
        && !foretold.rewrites()
        && !foretold.writesRows()
        && !lookup) {
      result.add(table + ": scanned, not foretold");
    }
    if (complete && foretold.scans() && !seen.scanned() && !seen.lookedUp()) {
      result.add(table + ": foretold to be scanned, but was not");
    }
  }

  private static void lock(
      TableName table, Optional<LockMode> foretold, Optional<LockMode> seen, List<String> result) {
    boolean weak = seen.filter(Agreement::isStrong).isEmpty();
    boolean expectedWeak = foretold.filter(Agreement::isStrong).isEmpty();
    boolean more =
        seen.filter(it -> it != LockMode.ACCESS_SHARE)
            .filter(it -> foretold.isEmpty() || it.compareTo(foretold.get()) > 0)
            .isPresent();
    if (more || weak != expectedWeak || (!weak && !seen.equals(foretold))) {
      result.add(
          table
              + ": lock foretold "
              + foretold.map(LockMode::sql).orElse("none")
              + ", seen "
              + seen.map(LockMode::sql).orElse("none"));
    }
  }

  private static boolean isStrong(LockMode mode) {
    return mode.compareTo(LockMode.ROW_EXCLUSIVE) > 0;
  }

  private static void equal(
      TableName table, String what, boolean foretold, boolean seen, List<String> result) {
    if (foretold != seen) {
      result.add(table + ": " + what + " foretold " + foretold + ", seen " + seen);
    }
  }

  private static void equal(
      TableName table,
      String what,
      SortedSet<String> foretold,
      SortedSet<String> seen,
      List<String> result) {
    if (!foretold.equals(seen)) {
      result.add(table + ": " + what + " foretold " + foretold + ", seen " + seen);
    }
  }
}
