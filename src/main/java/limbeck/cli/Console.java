package limbeck.cli;

import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.report.Style;

/**
 * Where output goes, and what the place can show.
 *
 * @param out results
 * @param err everything else
 * @param environment the variables of the environment
 * @param terminal whether a person looks at it
 * @param lines gives what the person types, line by line; empty at the end
 */
public record Console(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    Supplier<Optional<String>> lines) {
  private static final int DEFAULT_WIDTH = 80;

  /** A console where nobody can be asked. */
  public Console(
      PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal) {
    this(out, err, environment, terminal, Optional::empty);
  }

  /** Shows a text and returns the line that a person types then; empty when there is none. */
  Optional<String> ask(String text) {
    err.print(text);
    err.flush();
    return lines.get();
  }

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
