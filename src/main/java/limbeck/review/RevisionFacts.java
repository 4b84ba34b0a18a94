package limbeck.review;

import java.util.List;
import limbeck.revision.Revision;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;

/**
 * A revision with everything a rule may ask.
 *
 * @param revision the revision
 * @param database on which it is to run
 * @param before the schema before it
 * @param after the schema after {@code upgrade()}
 * @param upgrade its steps up, in order
 * @param downgrade its steps down, in order, from the schema after
 */
public record RevisionFacts(
    Revision revision,
    DialectName database,
    Schema before,
    Schema after,
    List<StepFacts> upgrade,
    List<StepFacts> downgrade) {
  /** Copies the lists. */
  public RevisionFacts {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
