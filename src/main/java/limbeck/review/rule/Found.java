package limbeck.review.rule;

import java.util.Optional;
import limbeck.review.Fix;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.text.Location;

/**
 * What a rule found, before it becomes a finding of that rule.
 *
 * @param at where; empty for a step the tool generated, which nobody can look at
 * @param subject what it is about
 * @param message what is wrong, one sentence without a full stop
 * @param severity when not the rule's own
 * @param fix how the script could be changed
 */
record Found(
    Optional<Location> at,
    Subject subject,
    String message,
    Optional<Severity> severity,
    Optional<Fix> fix) {
  static Found at(StepReview step, Subject subject, String message) {
    return new Found(step.location(), subject, message, Optional.empty(), Optional.empty());
  }

  static Found at(StepFacts part, Subject subject, String message) {
    return new Found(part.location(), subject, message, Optional.empty(), Optional.empty());
  }

  static Found at(Location at, Subject subject, String message) {
    return new Found(Optional.of(at), subject, message, Optional.empty(), Optional.empty());
  }

  Found as(Severity other) {
    return new Found(at, subject, message, Optional.of(other), fix);
  }

  Found with(Optional<Fix> other) {
    return new Found(at, subject, message, severity, other);
  }
}
