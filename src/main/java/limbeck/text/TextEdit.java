package limbeck.text;

import java.util.Comparator;
import java.util.List;

/**
 * A replacement of a span of a text; an empty span inserts.
 *
 * @param span what is replaced
 * @param replacement the new text
 */
public record TextEdit(Span span, String replacement) {
  /**
   * Applies edits to a text, in any order given.
   *
   * @throws IllegalArgumentException when two edits overlap
   */
  public static String apply(String text, List<TextEdit> edits) {
    List<TextEdit> ordered =
        edits.stream().sorted(Comparator.comparingInt(edit -> edit.span().start())).toList();
    StringBuilder result = new StringBuilder(text.length() + 64);
    int at = 0;
    for (TextEdit edit : ordered) {
      if (edit.span().start() < at) {
        throw new IllegalArgumentException("overlapping edits at " + edit.span().start());
      }
      result.append(text, at, edit.span().start()).append(edit.replacement());
      at = edit.span().end();
    }
    return result.append(text, at, text.length()).toString();
  }
}
