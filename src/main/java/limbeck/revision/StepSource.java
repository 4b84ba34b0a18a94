package limbeck.revision;

import limbeck.schema.Schema;

/** Reads the steps of a revision, given the schema that it meets. */
@FunctionalInterface
public interface StepSource {
  /**
   * Returns the revision with its steps.
   *
   * @param header its place in the history
   * @param before the schema before its upgrade, from which a script's guards are answered
   */
  Revision read(RevisionHeader header, Schema before);
}
