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
 * @param why when not the rule's own
 * @param fix how the script could be changed
 */
record Found(
    Optional<Location> at,
    Subject subject,
    String message,
    Optional<Severity> severity,
    Optional<String> why,
    Optional<Fix> fix) {
  static Found at(StepReview step, Subject subject, String message) {
    return at(step.location(), subject, message);
  }

  static Found at(StepFacts part, Subject subject, String message) {
    return at(part.location(), subject, message);
  }

  static Found at(Location at, Subject subject, String message) {
    return at(Optional.of(at), subject, message);
  }

  private static Found at(Optional<Location> at, Subject subject, String message) {
    return new Found(at, subject, message, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Found as(Severity other) {
    return new Found(at, subject, message, Optional.of(other), why, fix);
  }

  Found because(String other) {
    return new Found(at, subject, message, severity, Optional.of(other), fix);
  }

  Found with(Optional<Fix> other) {
    return new Found(at, subject, message, severity, why, other);
  }
}
