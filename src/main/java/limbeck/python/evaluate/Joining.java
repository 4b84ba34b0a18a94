package limbeck.python.evaluate;

import java.util.Objects;
import limbeck.python.value.Value;
import limbeck.text.Location;

/**
 * Why two histories of a program meet.
 *
 * @param reason what could not be known
 * @param at where
 */
record Joining(String reason, Location at) {
  private static final String PREFIX = "depends on a condition that cannot be known: ";

  /** Returns what stands for anything on which the histories differ. */
  Value.Unknown unknown() {
    return new Value.Unknown(reason.startsWith(PREFIX) ? reason : PREFIX + reason, at);
  }

  /** Returns the value when both histories agree. */
  Value join(Value one, Value other) {
    return Objects.equals(one, other) ? one : unknown();
  }
}
