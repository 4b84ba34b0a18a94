package limbeck.verify;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.dialect.LockMode;
import limbeck.schema.TableName;

/**
 * What a statement really did, as the server itself tells.
 *
 * @param tables what was seen on each
 * @param refusal why the server refused it
 * @param complete whether locks and scans could be seen; a statement outside a transaction is
 *     watched from another session, which may come too late
 */
public record Observation(
    SortedMap<TableName, Seen> tables, Optional<Refusal> refusal, boolean complete) {
  /** Copies the map. */
  public Observation {
    tables = Collections.unmodifiableSortedMap(new TreeMap<>(tables));
  }

  /** Returns the observation without what was seen on some tables. */
  Observation without(Set<TableName> others) {
    SortedMap<TableName, Seen> left = new TreeMap<>(tables);
    left.keySet().removeAll(others);
    return new Observation(left, refusal, complete);
  }

  /**
   * The server's refusal.
   *
   * @param sqlState its class
   * @param message its words
   */
  public record Refusal(String sqlState, String message) {}

  /**
   * What was seen on one table.
   *
   * @param lock the strongest lock that the statement added
   * @param held the strongest lock that the transaction had before
   * @param rewritten whether the table has another file
   * @param scanned whether it was read from end to end
   * @param lookedUp whether it was read through an index
   * @param built the indexes that are new
   * @param rebuilt the indexes that have another file
   */
  public record Seen(
      Optional<LockMode> lock,
      Optional<LockMode> held,
      boolean rewritten,
      boolean scanned,
      boolean lookedUp,
      SortedSet<String> built,
      SortedSet<String> rebuilt) {
    /** Copies the sets. */
    public Seen {
      built = Collections.unmodifiableSortedSet(new TreeSet<>(built));
      rebuilt = Collections.unmodifiableSortedSet(new TreeSet<>(rebuilt));
    }
  }
}
