package limbeck.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.revision.Step;

/**
 * A part of a plan that becomes one revision.
 *
 * @param kind what it is for
 * @param steps the steps there with their kinds
 * @param upgrade the steps there, with what a session needs for them
 * @param downgrade the steps back
 * @param notes what a person must know before running it
 * @param downgradeRefused why there is no way back, if there is none
 * @param works which versions of the application work once it has run; empty for a plan that is not
 *     online
 */
public record Phase(
    Kind kind,
    List<ClassifiedStep> steps,
    List<Step> upgrade,
    List<Step> downgrade,
    List<SafetyNote> notes,
    Optional<String> downgradeRefused,
    Optional<Works> works) {
  /** Copies the lists. */
  public Phase {
    steps = List.copyOf(steps);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    notes = List.copyOf(notes);
  }

  /** What a phase is for, in the order in which a change goes through them. */
  public enum Kind {
    /** At once: the direct strategy, and what of a series can only be changed in place. */
    DIRECT,
    /** What is new comes beside what is there; locks are held for a moment. */
    EXPAND,
    /** Rows get their values, in batches. */
    FILL,
    /** Indexes are built and rows are checked while others read and write. */
    BUILD,
    /** What was prepared is put to use; locks are held for a moment. */
    SWITCH,
    /** What only the version before needs goes. */
    CONTRACT;

    /** Returns the word for it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which versions of the application work from the end of a phase to the end of the next.
   *
   * @param before whether the one that knows the schema before the plan does
   * @param after whether the one that knows the schema after the plan does
   */
  public record Works(boolean before, boolean after) {}
}
