package limbeck.database.postgresql;

/** The outer parentheses of an expression as the server prints it. */
final class Parentheses {
  private Parentheses() {}

  /** Removes every pair around the whole expression: the server adds one or two of its own. */
  static String strip(String expression) {
    String bare = expression;
    while (encloses(bare)) {
      bare = bare.substring(1, bare.length() - 1);
    }
    return bare;
  }

  /** Whether the parenthesis that opens the text is closed by its last character. */
  private static boolean encloses(String text) {
    if (!text.startsWith("(") || !text.endsWith(")")) {
      return false;
    }
    int depth = 0;
    int position = 0;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '\'' || c == '"') {
        position = endOfQuoted(text, position);
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0) {
        return position == text.length() - 1;
      }
      position++;
    }
    return false;
  }

  /**
   * The position of the closing quote. The server doubles quotes inside, which reads as two quoted
   * texts in a row; backslashes it doubles too, so none of them hides a quote.
   */
  private static int endOfQuoted(String text, int start) {
    int end = text.indexOf(text.charAt(start), start + 1);
    return end < 0 ? text.length() : end;
  }
}
