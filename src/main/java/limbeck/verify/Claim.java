package limbeck.verify;

import java.util.List;
import java.util.Optional;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * What is to be proven: from this schema, these steps lead to that one and back.
 *
 * @param before the schema before the revision, as the history builds it
 * @param history the steps that build {@code before} from nothing; empty when they are not all
 *     known, and the scratch database is then built from {@code before} itself
 * @param upgrade the steps up
 * @param downgrade the steps down; empty list when there is none
 * @param wanted the schema the models state; empty when only the way up and down is to be proven
 */
public record Claim(
    Schema before,
    Optional<List<Step>> history,
    List<Step> upgrade,
    List<Step> downgrade,
    Optional<Schema> wanted) {
  /** Copies the lists. */
  public Claim {
    history = history.map(List::copyOf);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
