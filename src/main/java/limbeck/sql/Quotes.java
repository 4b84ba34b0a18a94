package limbeck.sql;

/** The inside of quotes. */
final class Quotes {
  private Quotes() {}

  /**
   * Reads from an opening quote to after its closing one, and adds what is inside to the value.
   *
   * @param escapes whether a backslash escapes, as in {@code E''}
   * @return the first unit after the closing quote, or -1 when there is none
   */
  static int read(String text, int open, boolean escapes, StringBuilder value) {
    char quote = text.charAt(open);
    int at = open + 1;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == quote) {
        if (at + 1 == text.length() || text.charAt(at + 1) != quote) {
          return at + 1;
        }
        value.append(quote);
        at += 2;
      } else if (escapes && c == '\\' && at + 1 < text.length()) {
        at = escape(text, at + 1, value);
      } else {
        value.append(c);
        at++;
      }
    }
    return -1;
  }

  /** Table 4.1 of PostgreSQL's documentation; returns the position after the escape. */
  private static int escape(String text, int at, StringBuilder value) {
    char c = text.charAt(at);
    switch (c) {
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case 'n' -> value.append('\n');
      case 'r' -> value.append('\r');
      case 't' -> value.append('\t');
      case 'x' -> {
        return number(text, at + 1, 2, 16, 'x', value);
      }
      case 'u' -> {
        return number(text, at + 1, 4, 16, 'u', value);
      }
      case 'U' -> {
        return number(text, at + 1, 8, 16, 'U', value);
      }
      case '0', '1', '2', '3', '4', '5', '6', '7' -> {
        return number(text, at, 3, 8, c, value);
      }
      default -> value.append(c);
    }
    return at + 1;
  }

  private static int number(
      String text, int from, int limit, int radix, char otherwise, StringBuilder value) {
    int end = from;
    while (end < text.length()
        && end < from + limit
        && Character.digit(text.charAt(end), radix) >= 0) {
      end++;
    }
    if (end == from) {
      value.append(otherwise);
      return end;
    }
    int point = Integer.parseUnsignedInt(text.substring(from, end), radix);
    value.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xfffd);
    return end;
  }

  /** Decodes {@code \XXXX} and {@code \+XXXXXX} of a {@code U&} name. */
  static String unicode(String name) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < name.length()) {
      boolean wide = name.startsWith("\\+", at);
      int digits = wide ? 6 : 4;
      int from = at + (wide ? 2 : 1);
      if (name.startsWith("\\\\", at)) {
        result.append('\\');
        at += 2;
      } else if (name.charAt(at) == '\\' && isHexadecimal(name, from, digits)) {
        int point = Integer.parseInt(name.substring(from, from + digits), 16);
        result.appendCodePoint(Character.isValidCodePoint(point) ? point : 0xfffd);
        at = from + digits;
      } else {
        result.append(name.charAt(at));
        at++;
      }
    }
    return result.toString();
  }

  private static boolean isHexadecimal(String text, int from, int digits) {
    if (from + digits > text.length()) {
      return false;
    }
    for (int i = from; i < from + digits; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
