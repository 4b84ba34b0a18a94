package limbeck.workflow;

import java.util.Optional;
import limbeck.text.Location;

/**
 * Something in the user's project that is wrong or was not understood.
 *
 * @param severity whether the result can be relied on
 * @param message what, one line
 * @param help how to mend it; empty when there is nothing to say
 * @param at where; empty when it is about the project as a whole
 */
public record Problem(
    Severity severity, String message, Optional<String> help, Optional<Location> at) {
  /** Whether a result can be relied on in spite of a problem. */
  public enum Severity {
    /** The result is not to be relied on. */
    ERROR,
    /** The result holds except where the problem says. */
    WARNING
  }

  /** Returns a problem that spoils the result. */
  public static Problem error(String message, String help, Optional<Location> at) {
    return new Problem(Severity.ERROR, message, Optional.of(help), at);
  }

  /** Returns a problem that leaves the rest of the result alone. */
  public static Problem warning(String message, Optional<Location> at) {
    return new Problem(Severity.WARNING, message, Optional.empty(), at);
  }
}
