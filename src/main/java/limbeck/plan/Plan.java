package limbeck.plan;

import java.util.List;
import java.util.Optional;
import limbeck.revision.Step;

/**
 * How one schema is made into another, and back.
 *
 * @param phases in order; one for each revision
 * @param steps the steps of the upgrade with their kinds, in order
 * @param questions what is still to be decided; a plan with questions is not to be carried out
 * @param notes what a person must know
 * @param downgradeRefused why there is no way back, if there is none
 */
public record Plan(
    List<Phase> phases,
    List<ClassifiedStep> steps,
    List<Question> questions,
    List<SafetyNote> notes,
    Optional<String> downgradeRefused) {
  /** Copies the lists. */
  public Plan {
    phases = List.copyOf(phases);
    steps = List.copyOf(steps);
    questions = List.copyOf(questions);
    notes = List.copyOf(notes);
  }

  /** Returns the steps there, of all phases. */
  public List<Step> upgrade() {
    return phases.stream().flatMap(it -> it.upgrade().stream()).toList();
  }

  /** Returns the steps back, of all phases. */
  public List<Step> downgrade() {
    return phases.reversed().stream().flatMap(it -> it.downgrade().stream()).toList();
  }

  /** Returns the part of the plan that is one of its phases. */
  public Plan only(Phase phase) {
    return new Plan(
        List.of(phase), phase.steps(), List.of(), phase.notes(), phase.downgradeRefused());
  }

  /** Returns whether there is nothing to do. */
  public boolean isEmpty() {
    return phases.isEmpty();
  }
}
