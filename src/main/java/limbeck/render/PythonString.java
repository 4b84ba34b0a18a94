package limbeck.render;

import java.util.Locale;

/** Python string literals, quoted as the common formatters leave them. */
final class PythonString {
  private PythonString() {}

  /** Returns a literal on one line; double quotes unless they would need more escapes. */
  static String literal(String text) {
    char quote = count(text, '"') > count(text, '\'') ? '\'' : '"';
    StringBuilder result = new StringBuilder(text.length() + 2).append(quote);
    text.codePoints()
        .forEach(
            c -> {
              if (c == quote) {
                result.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                result.append("\\n");
              } else {
                appendPlain(result, c);
              }
            });
    return result.append(quote).toString();
  }

  /** Returns a text's content for a triple-quoted literal: line breaks stay as they are. */
  static String inTripleQuotes(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\n') {
                result.append('\n');
              } else {
                appendPlain(result, c);
              }
            });
    String escaped = result.toString().replace("\"\"\"", "\\\"\\\"\\\"");
    return escaped.endsWith("\"") ? escaped.substring(0, escaped.length() - 1) + "\\\"" : escaped;
  }

  private static void appendPlain(StringBuilder result, int c) {
    switch (c) {
      case '\\' -> result.append("\\\\");
      case '\t' -> result.append("\\t");
      case '\r' -> result.append("\\r");
      default -> {
        if (isPrintable(c)) {
          result.appendCodePoint(c);
        } else {
          result.append(escape(c));
        }
      }
    }
  }

  private static String escape(int c) {
    String form = c <= 0xFF ? "\\x%02x" : c <= 0xFFFF ? "\\u%04x" : "\\U%08x";
    return String.format(Locale.ROOT, form, c);
  }

  /** What an editor shows as itself; lone surrogates and invisible characters are not. */
  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }

  private static int count(String text, char wanted) {
    return (int) text.chars().filter(it -> it == wanted).count();
  }
}
