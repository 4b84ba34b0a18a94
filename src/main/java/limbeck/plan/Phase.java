package limbeck.plan;

import java.util.List;
import limbeck.revision.Step;

/**
 * A part of a plan that becomes one revision.
 *
 * @param title what it does, a few words
 * @param upgrade the steps there
 * @param downgrade the steps back
 */
public record Phase(String title, List<Step> upgrade, List<Step> downgrade) {
  /** Copies the steps. */
  public Phase {
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
  }
}
