package limbeck.cli;

import java.io.PrintStream;
import java.util.Map;
import limbeck.report.Style;

/**
 * Where output goes, and what the place can show.
 *
 * @param out results
 * @param err everything else
 * @param environment the variables of the environment
 * @param terminal whether a person looks at it
 */
public record Console(
    PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
  private static final int DEFAULT_WIDTH = 80;

  /**
   * Returns how text may look.
   *
   * @param colourRefused whether the user asked for none
   */
  public Style style(boolean colourRefused) {
    boolean refused =
        colourRefused
            || !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || "dumb".equals(environment.get("TERM"));
    return terminal ? new Style(!refused, width()) : Style.PLAIN;
  }

  private int width() {
    try {
      return Integer.parseInt(environment.getOrDefault("COLUMNS", "").strip());
    } catch (NumberFormatException unknown) {
      return DEFAULT_WIDTH;
    }
  }
}
