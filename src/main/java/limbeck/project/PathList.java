package limbeck.project;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import limbeck.text.ToolFailure;

/** Splits the path lists of an ini file as Alembic does, old separators included. */
final class PathList {
  private static final Pattern LEGACY = Pattern.compile(", *| +");
  private static final Pattern LEGACY_WITH_COLON = Pattern.compile(", *| +|:");

  private PathList() {}

  /** Splits at blanks and commas, as Alembic does when no separator is configured. */
  static List<String> splitLegacy(String text, boolean colons) {
    return kept(Arrays.asList((colons ? LEGACY_WITH_COLON : LEGACY).split(text)));
  }

  /**
   * Splits at a configured separator.
   *
   * @param separator the value of {@code path_separator}: os, space, newline, {@code :} or {@code
   *     ;}
   */
  static List<String> split(String text, String separator) {
    String character =
        switch (separator) {
          case "os" -> File.pathSeparator;
          case "space" -> " ";
          case "newline" -> "\n";
          case ":", ";" -> separator;
          default ->
              throw new ToolFailure(
                  ToolFailure.Code.PROJECT,
                  "path_separator is '" + separator + "'",
                  "use one of: os, space, newline, ':', ';'");
        };
    return kept(Arrays.asList(text.split(Pattern.quote(character), -1)));
  }

  private static List<String> kept(List<String> parts) {
    return parts.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
  }
}
