package limbeck.render;

import java.util.ArrayList;
import java.util.List;

/** Words wrapped for comments and docstrings. */
final class Prose {
  private Prose() {}

  /** Returns comment lines, each with a line break. */
  static String comment(String text, int indent) {
    StringBuilder result = new StringBuilder();
    String margin = " ".repeat(indent) + "# ";
    for (String line : wrap(text, CodePrinter.WIDTH - margin.length())) {
      result.append(margin).append(line).append('\n');
    }
    return result.toString();
  }

  /** Returns a list item for a docstring, its further lines indented. */
  static String item(String text) {
    return "- " + String.join("\n  ", wrap(text, CodePrinter.WIDTH - 2)) + "\n";
  }

  /** Returns a paragraph for a docstring. */
  static String paragraph(String text) {
    return String.join("\n", wrap(text, CodePrinter.WIDTH)) + "\n";
  }

  /** Returns the lines of a text, cut at blanks; line breaks of the text stay. */
  static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.strip().split("\\R", -1)) {
      StringBuilder line = new StringBuilder();
      for (String word : paragraph.strip().split("\\s+", -1)) {
        if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
          lines.add(line.toString());
          line.setLength(0);
        }
        if (!line.isEmpty()) {
          line.append(' ');
        }
        line.append(word);
      }
      lines.add(line.toString());
    }
    return lines;
  }
}
