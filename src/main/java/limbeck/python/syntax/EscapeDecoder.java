package limbeck.python.syntax;

/** Turns the inside of a literal into its value: escapes, line ends, doubled braces. */
final class EscapeDecoder {
  /** An escape that has no value; the message is CPython's. */
  static final class Undecodable extends Exception {
    private final String what;

    Undecodable(String what) {
      super(what, null, false, false);
      this.what = what;
    }

    String what() {
      return what;
    }
  }

  private final String source;
  private final int start;
  private final int end;
  private final boolean raw;
  private final StringBuilder result = new StringBuilder();
  private int at;

  EscapeDecoder(String source, int start, int end, boolean raw) {
    this.source = source;
    this.start = start;
    this.end = end;
    this.raw = raw;
  }

  /** Returns the value of text. */
  String text() throws Undecodable {
    return decode(false, false);
  }

  /** Returns the value of text between replacement fields, where a doubled brace means one. */
  String formatText() throws Undecodable {
    return decode(false, true);
  }

  /** Returns the value of bytes, one per char. */
  String bytes() throws Undecodable {
    for (int i = start; i < end; i++) {
      if (source.charAt(i) >= 128) {
        throw new Undecodable("bytes can only contain ASCII literal characters");
      }
    }
    return decode(true, false);
  }

  /** Returns source text with its line ends as Python sees them. */
  static String normalised(String source, int start, int end) {
    String text = source.substring(start, end);
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  private String decode(boolean bytes, boolean braces) throws Undecodable {
    if (isVerbatim(braces)) {
      return source.substring(start, end);
    }
    at = start;
    while (at < end) {
      char c = source.charAt(at);
      if (c == '\r') {
        lineEnd();
        result.append('\n');
      } else if (c == '\\' && !raw && at + 1 < end) {
        escape(bytes);
      } else if (braces && (c == '{' || c == '}') && at + 1 < end && source.charAt(at + 1) == c) {
        result.append(c);
        at += 2;
      } else {
        result.append(c);
        at++;
      }
    }
    return result.toString();
  }

  private boolean isVerbatim(boolean braces) {
    for (int i = start; i < end; i++) {
      char c = source.charAt(i);
      if (c == '\r' || (c == '\\' && !raw) || (braces && (c == '{' || c == '}'))) {
        return false;
      }
    }
    return true;
  }

  private void lineEnd() {
    boolean two = source.charAt(at) == '\r' && at + 1 < end && source.charAt(at + 1) == '\n';
    at += two ? 2 : 1;
  }

  private void escape(boolean bytes) throws Undecodable {
    int escape = at;
    char c = source.charAt(at + 1);
    at += 2;
    switch (c) {
      case '\n' -> {}
      case '\r' -> {
        at--;
        lineEnd();
      }
      case '\\', '\'', '"' -> result.append(c);
      case 'a' -> result.append('\u0007');
      case 'b' -> result.append('\b');
      case 'f' -> result.append('\f');
      case 'n' -> result.append('\n');
      case 'r' -> result.append('\r');
      case 't' -> result.append('\t');
      case 'v' -> result.append('\u000b');
      case '0', '1', '2', '3', '4', '5', '6', '7' -> octal(c, bytes);
      case 'x' -> hexadecimal(escape, 2, "\\xXX", bytes);
      case 'u', 'U', 'N' -> {
        if (bytes) {
          result.append('\\').append(c);
        } else if (c == 'N') {
          named(escape);
        } else {
          hexadecimal(escape, c == 'u' ? 4 : 8, c == 'u' ? "\\uXXXX" : "\\UXXXXXXXX", false);
        }
      }
      default -> result.append('\\').append(c);
    }
  }

  private void octal(char first, boolean bytes) {
    int value = first - '0';
    for (int i = 0; i < 2 && at < end && Characters.digit(source.charAt(at), 8) >= 0; i++) {
      value = value * 8 + source.charAt(at++) - '0';
    }
    result.append((char) (bytes ? value & 0xff : value));
  }

  private void hexadecimal(int escape, int digits, String form, boolean bytes) throws Undecodable {
    long value = 0;
    int read = 0;
    while (read < digits && at < end && Characters.digit(source.charAt(at), 16) >= 0) {
      value = value * 16 + Characters.digit(source.charAt(at++), 16);
      read++;
    }
    if (read < digits) {
      throw bytes
          ? new Undecodable("(value error) invalid \\x escape at position " + (escape - start))
          : unicodeError(escape, at, "truncated " + form + " escape");
    }
    if (value > Character.MAX_CODE_POINT) {
      throw unicodeError(escape, at, "illegal Unicode character");
    }
    result.appendCodePoint((int) value);
  }

  private void named(int escape) throws Undecodable {
    int close = at < end && source.charAt(at) == '{' ? source.indexOf('}', at) : -1;
    if (close < 0 || close >= end || close == at + 1) {
      throw unicodeError(escape, Math.min(end, at + 1), "malformed \\N character escape");
    }
    String name = source.substring(at + 1, close);
    at = close + 1;
    int point = CharacterNames.find(name);
    if (point < 0) {
      throw unicodeError(escape, at, "unknown Unicode character name");
    }
    result.appendCodePoint(point);
  }

  private Undecodable unicodeError(int from, int to, String reason) {
    return new Undecodable(
        "(unicode error) 'unicodeescape' codec can't decode bytes in position "
            + (from - start)
            + "-"
            + (to - start - 1)
            + ": "
            + reason);
  }
}
