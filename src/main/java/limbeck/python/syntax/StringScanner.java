package limbeck.python.syntax;

import limbeck.text.SourceFile;

/** Finds where plain string and bytes literals end. */
final class StringScanner {
  private final SourceFile file;
  private final char[] text;
  private final int length;
  private final TokenBuffer tokens;
  private boolean noTripleSingle;
  private boolean noTripleDouble;

  StringScanner(SourceFile file, char[] text, TokenBuffer tokens) {
    this.file = file;
    this.text = text;
    this.length = file.text().length();
    this.tokens = tokens;
  }

  /** Returns whether three of the quote at an offset stand there. */
  static boolean isTriple(char[] text, int at) {
    return text[at + 1] == text[at] && text[at + 2] == text[at];
  }

  /**
   * Adds the literal whose prefix begins at {@code start} and returns where it ends.
   *
   * @param opening where its first quote stands
   */
  int scan(int start, int opening) {
    return isTriple(text, opening) ? triple(start, opening) : single(start, opening);
  }

  private int single(int start, int opening) {
    char quote = text[opening];
    int at = opening + 1;
    while (true) {
      char c = text[at];
      if (c == quote) {
        tokens.add(TokenKind.STRING, start, at + 1);
        return at + 1;
      }
      if (at >= length || Characters.isBreak(c)) {
        tokens.addProblem(
            start,
            start + 1,
            "unterminated string literal (detected at line " + file.line(at) + ")");
        tokens.add(TokenKind.ERROR, start, at);
        return at;
      }
      at = c == '\\' ? escaped(at + 1) : at + 1;
    }
  }

  private int escaped(int at) {
    if (at >= length) {
      return at;
    }
    return Characters.isBreak(text[at]) ? at + Characters.breakLength(text, at) : at + 1;
  }

  private int triple(int start, int opening) {
    int end = tripleEnd(opening);
    if (end >= 0) {
      tokens.add(TokenKind.STRING, start, end);
      return end;
    }
    return unterminatedTriple(start, opening, "string");
  }

  /**
   * Returns where a triple-quoted literal ends, or −1. Once one has no end, no later one of the
   * same quote is looked for: the search stays linear.
   */
  int tripleEnd(int opening) {
    char quote = text[opening];
    if (quote == '"' ? noTripleDouble : noTripleSingle) {
      return -1;
    }
    int at = opening + 3;
    while (at < length) {
      char c = text[at];
      if (c == quote && isTriple(text, at)) {
        return at + 3;
      }
      at = c == '\\' ? escaped(at + 1) : at + 1;
    }
    noTripleDouble |= quote == '"';
    noTripleSingle |= quote == '\'';
    return -1;
  }

  /** Returns an offset in the last line that has text. */
  private int lastLine() {
    return length > 0 && Characters.isBreak(text[length - 1]) ? length - 1 : length;
  }

  /** Gives up only the line on which a literal without end begins, so that the rest is read. */
  int unterminatedTriple(int start, int opening, String what) {
    int end = opening + 3;
    while (end < length && !Characters.isBreak(text[end])) {
      end++;
    }
    tokens.addProblem(
        start,
        start + 1,
        "unterminated triple-quoted "
            + what
            + " literal (detected at line "
            + file.line(lastLine())
            + ")");
    tokens.add(TokenKind.ERROR, start, end);
    return end;
  }
}
