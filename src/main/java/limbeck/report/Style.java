package limbeck.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How text may look where it is shown.
 *
 * @param colour whether the place shows colours
 * @param width how many characters a line holds
 */
public record Style(boolean colour, int width) {
  /** No colours, and wide enough that nothing is wrapped. */
  public static final Style PLAIN = new Style(false, Integer.MAX_VALUE);

  private static final int NARROWEST = 30;

  String red(String text) {
    return coloured("31;1", text);
  }

  String green(String text) {
    return coloured("32", text);
  }

  String yellow(String text) {
    return coloured("33", text);
  }

  String bold(String text) {
    return coloured("1", text);
  }

  String dim(String text) {
    return coloured("2", text);
  }

  private String coloured(String code, String text) {
    return colour && !text.isEmpty() ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }

  /** Returns a text cut between words to the width, with a margin before each further line. */
  String wrap(String text, String margin) {
    if (width == Integer.MAX_VALUE) {
      return margin + text;
    }
    int room = Math.max(NARROWEST, width) - margin.length();
    List<String> lines = new ArrayList<>();
    for (String paragraph : text.split("\n", -1)) {
      StringBuilder line = new StringBuilder();
      int used = 0;
      for (String word : paragraph.split(" ", -1)) {
        int length = visible(word);
        if (used > 0 && used + 1 + length > room) {
          lines.add(line.toString());
          line.setLength(0);
          used = 0;
        }
        if (used > 0) {
          line.append(' ');
          used++;
        }
        line.append(word);
        used += length;
      }
      lines.add(line.toString());
    }
    return margin + String.join("\n" + margin, lines);
  }

  /** Returns how many places a text takes, colours not counted. */
  private static int visible(String text) {
    String plain = text.replaceAll("\u001b\\[[0-9;]*m", "");
    return plain.codePointCount(0, plain.length());
  }
}
