package limbeck.review;

import java.util.Optional;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.text.Location;

/**
 * One step of a revision in its surroundings.
 *
 * @param step the step
 * @param before the schema it meets
 * @param after the schema it leaves
 * @param lifetimes what came into being earlier in the revision
 */
public record StepFacts(Step step, Schema before, Schema after, Lifetimes lifetimes) {
  /** Returns what it does. */
  public Operation operation() {
    return step.operation();
  }

  /** Returns its place in the script; empty for a step the tool generated. */
  public Optional<Location> location() {
    return switch (step.origin()) {
      case Origin.Script(Location location, int _, int _) -> Optional.of(location);
      case Origin.Generated _ -> Optional.empty();
    };
  }
}
