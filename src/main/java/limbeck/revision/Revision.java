package limbeck.revision;

import java.util.List;

/**
 * A revision with its steps, as they run on one database from one schema: guards that look at the
 * schema or the dialect have been answered.
 *
 * @param header its place in the history
 * @param upgrade the steps of {@code upgrade()}
 * @param downgrade the steps of {@code downgrade()}
 * @param downgradeDefined whether the script has a {@code downgrade} function at all
 */
public record Revision(
    RevisionHeader header, List<Step> upgrade, List<Step> downgrade, boolean downgradeDefined) {
  /** Copies the lists. */
  public Revision {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }

  /** Returns its identifier. */
  public RevisionId id() {
    return header.id();
  }
}
