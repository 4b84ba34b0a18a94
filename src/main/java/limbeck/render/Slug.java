package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message as part of a name, by Alembic's rule: its words in lower case, joined by underscores.
 */
final class Slug {
  private Slug() {}

  static String of(String message) {
    return String.join("_", words(message)).toLowerCase(Locale.ROOT);
  }

  /** Cuts a slug as Alembic does: at the limit, back to the last underscore, and one behind. */
  static String truncated(String slug, int limit) {
    if (slug.codePointCount(0, slug.length()) <= limit) {
      return slug;
    }
    String cut = slug.substring(0, slug.offsetByCodePoints(0, limit));
    int last = cut.lastIndexOf('_');
    return (last < 0 ? cut : cut.substring(0, last)) + "_";
  }

  /** Cuts a slug to a limit at a word's end, without anything behind it. */
  static String shortened(String slug, int limit) {
    if (slug.codePointCount(0, slug.length()) <= limit) {
      return slug;
    }
    String cut = slug.substring(0, slug.offsetByCodePoints(0, limit));
    boolean atWordEnd = slug.charAt(cut.length()) == '_';
    int last = cut.lastIndexOf('_');
    return atWordEnd || last <= 0 ? cut : cut.substring(0, last);
  }

  /** Returns the runs of letters, digits and underscores, as Python's {@code \w+} finds them. */
  private static List<String> words(String message) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    message
        .codePoints()
        .forEach(
            c -> {
              if (isWord(c)) {
                word.appendCodePoint(c);
              } else if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
              }
            });
    if (!word.isEmpty()) {
      words.add(word.toString());
    }
    return words;
  }

  private static boolean isWord(int c) {
    int type = Character.getType(c);
    return c == '_'
        || Character.isLetterOrDigit(c)
        || type == Character.LETTER_NUMBER
        || type == Character.OTHER_NUMBER;
  }
}
