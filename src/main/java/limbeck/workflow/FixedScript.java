package limbeck.workflow;

import java.util.List;

/**
 * What became of the fixes of one script.
 *
 * @param file its path, for the user
 * @param titles what the fixes do
 * @param outcome whether they stay
 * @param why the proof, or why they were taken back
 */
public record FixedScript(String file, List<String> titles, Outcome outcome, String why) {
  /** Copies the titles. */
  public FixedScript {
    titles = List.copyOf(titles);
  }

  /** Whether fixes stay. */
  public enum Outcome {
    /** They stay: PostgreSQL ran both versions. */
    PROVEN,
    /** They stay, but no server was asked. */
    NOT_PROVEN,
    /** The script is as it was. */
    TAKEN_BACK
  }
}
