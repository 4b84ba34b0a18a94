package limbeck.revision;

import java.util.function.Supplier;
import limbeck.schema.Schema;

/** Reads the steps of a revision, given the schema that it meets. */
@FunctionalInterface
public interface StepSource {
  /**
   * Returns the revision with the steps of its upgrade; those of its downgrade may be left open.
   *
   * @param header its place in the history
   * @param before the schema before its upgrade, from which a script's guards are answered
   */
  Revision read(RevisionHeader header, Schema before);

  /**
   * Returns a revision with the steps of its downgrade, which few users of a history need.
   *
   * @param revision as this source has read it
   * @param after the schema after its upgrade
   */
  default Revision withDowngrade(Revision revision, Schema after) {
    return revision;
  }

  /** Runs work that reads many revisions; nothing depends on it but time. */
  default <T> T within(Supplier<T> work) {
    return work.get();
  }
}
