package limbeck.python.syntax;

import java.util.Locale;

/** What characters mean to the lexer. */
final class Characters {
  static final byte OTHER = 0;
  static final byte BLANK = 1;
  static final byte BREAK = 2;
  static final byte LETTER = 3;
  static final byte DIGIT = 4;
  static final byte QUOTE = 5;

  private static final byte[] KINDS = kinds();

  private Characters() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    for (char c : new char[] {' ', '\t', '\f'}) {
      kinds[c] = BLANK;
    }
    kinds['\n'] = BREAK;
    kinds['\r'] = BREAK;
    for (char c = 'a'; c <= 'z'; c++) {
      kinds[c] = LETTER;
      kinds[c - 'a' + 'A'] = LETTER;
    }
    kinds['_'] = LETTER;
    for (char c = '0'; c <= '9'; c++) {
      kinds[c] = DIGIT;
    }
    kinds['"'] = QUOTE;
    kinds['\''] = QUOTE;
    return kinds;
  }

  /** Returns the kind of a character; everything beyond ASCII may be part of a name. */
  static byte kind(char c) {
    return c < 128 ? KINDS[c] : LETTER;
  }

  static boolean isWordPart(char c) {
    return c >= 128 || KINDS[c] == LETTER || KINDS[c] == DIGIT;
  }

  static boolean isWordStart(char c) {
    return c >= 128 || KINDS[c] == LETTER;
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\f';
  }

  /** Returns the digit's value in a base up to 16, or −1. */
  static int digit(char c, int base) {
    int value;
    if (c >= '0' && c <= '9') {
      value = c - '0';
    } else if (c >= 'a' && c <= 'f') {
      value = c - 'a' + 10;
    } else if (c >= 'A' && c <= 'F') {
      value = c - 'A' + 10;
    } else {
      return -1;
    }
    return value < base ? value : -1;
  }

  /** Returns the length of the line break at an offset of a text that ends in a zero character. */
  static int breakLength(char[] text, int at) {
    return text[at] == '\r' && text[at + 1] == '\n' ? 2 : 1;
  }

  /**
   * Returns the offset of the first character of a normalised word that may not stand there, or −1
   * when the word is an identifier (Python reference, section 2.3).
   */
  static int firstInvalid(String word) {
    for (int i = 0; i < word.length(); ) {
      int point = word.codePointAt(i);
      boolean valid =
          i == 0
              ? point == '_' || Character.isUnicodeIdentifierStart(point)
              : Character.isUnicodeIdentifierPart(point) && !Character.isIdentifierIgnorable(point);
      if (!valid) {
        return i;
      }
      i += Character.charCount(point);
    }
    return -1;
  }

  /** Returns CPython's words about a character that cannot be part of a program. */
  static String complaint(int point) {
    String code = String.format(Locale.ROOT, "U+%04X", point);
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          "invalid non-printable character " + code;
      default -> "invalid character '" + Character.toString(point) + "' (" + code + ")";
    };
  }
}
