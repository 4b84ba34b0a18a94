package limbeck.python.syntax;

import java.util.Arrays;
import limbeck.text.SourceFile;

/**
 * Cuts f-strings and t-strings into their pieces (PEP 701): the text between replacement fields
 * here, the fields by the lexer like any other code.
 */
final class FormatStringScanner {
  /** What {@link #text} returns when the text ends inside a triple-quoted literal. */
  static final int NO_END = -1;

  /**
   * A literal that is open.
   *
   * @param start where its prefix begins
   * @param depth how many brackets were open before it
   */
  private record Open(int start, char quote, int quotes, boolean raw, String word, int depth) {}

  private final SourceFile file;
  private final char[] text;
  private final int length;
  private final TokenBuffer tokens;
  private final Brackets brackets;
  private final StringScanner strings;
  private Open[] open = new Open[4];
  private int[] fieldDepths = new int[4];
  private int count;
  private boolean inText;

  FormatStringScanner(
      SourceFile file, char[] text, TokenBuffer tokens, Brackets brackets, StringScanner strings) {
    this.file = file;
    this.text = text;
    this.length = file.text().length();
    this.tokens = tokens;
    this.brackets = brackets;
    this.strings = strings;
  }

  /** Returns whether the next character belongs to the text of a literal, not to code. */
  boolean isInText() {
    return inText;
  }

  boolean areOpen() {
    return count > 0;
  }

  /** Returns whether a character at the lexer's place is on the level of a field itself. */
  boolean isAtField() {
    return count > 0 && !inText && brackets.depth() == fieldDepths[count - 1];
  }

  /** Returns how many brackets are open outside the field that is read. */
  int floor() {
    return count > 0 ? fieldDepths[count - 1] : 0;
  }

  void clear() {
    count = 0;
    inText = false;
  }

  /**
   * Opens a literal and returns the offset after its quotes.
   *
   * @param sure whether an end that is missing must be noticed now
   */
  int open(int start, int opening, boolean sure) {
    boolean triple = StringScanner.isTriple(text, opening);
    boolean raw = false;
    String word = "f-string";
    for (int i = start; i < opening; i++) {
      raw |= text[i] == 'r' || text[i] == 'R';
      word = text[i] == 't' || text[i] == 'T' ? "t-string" : word;
    }
    if (triple && sure && strings.tripleEnd(opening) < 0) {
      return strings.unterminatedTriple(start, opening, word);
    }
    if (count == open.length) {
      open = Arrays.copyOf(open, count * 2);
      fieldDepths = Arrays.copyOf(fieldDepths, count * 2);
    }
    int quotes = triple ? 3 : 1;
    open[count++] = new Open(start, text[opening], quotes, raw, word, brackets.depth());
    inText = true;
    tokens.add(TokenKind.FORMAT_START, start, opening + quotes);
    return opening + quotes;
  }

  /** Returns where the innermost open literal begins. */
  int start() {
    return open[count - 1].start();
  }

  /** Returns what to say when the innermost open literal has no end. */
  String unterminated(int detected) {
    Open literal = open[count - 1];
    return "unterminated "
        + (literal.quotes() == 3 ? "triple-quoted " : "")
        + literal.word()
        + " literal (detected at line "
        + file.line(detected)
        + ")";
  }

  /** Goes from a field's expression to the text of its format. */
  void beginFormat() {
    inText = true;
  }

  /** Goes from a field to the text after it. */
  void endField() {
    brackets.pop();
    inText = true;
  }

  /** Adds text up to the next field or the end of the literal and returns the offset after it. */
  int text(int start) {
    Open literal = open[count - 1];
    boolean inFormat = brackets.depth() > literal.depth();
    int at = start;
    while (true) {
      char c = text[at];
      if (c == literal.quote() && (literal.quotes() == 1 || StringScanner.isTriple(text, at))) {
        return close(literal, start, at);
      }
      if (at >= length || (literal.quotes() == 1 && Characters.isBreak(c))) {
        return unterminated(literal, start, at);
      }
      if (c == '\\') {
        at = escaped(literal, at);
      } else if ((c == '{' || c == '}') && !inFormat && text[at + 1] == c) {
        at += 2;
      } else if (c == '{') {
        return openField(start, at);
      } else if (c == '}') {
        return closeField(start, at, inFormat);
      } else {
        at++;
      }
    }
  }

  private int escaped(Open literal, int at) {
    char next = text[at + 1];
    if (next == '{' || next == '}' || at + 1 >= length) {
      return at + 1;
    }
    if (Characters.isBreak(next)) {
      return at + 1 + Characters.breakLength(text, at + 1);
    }
    if (next != 'N' || literal.raw() || text[at + 2] != '{') {
      return at + 2;
    }
    int end = at + 3;
    while (end < length && text[end] != '}' && text[end] != literal.quote() && text[end] != '\n') {
      end++;
    }
    return end < length && text[end] == '}' ? end + 1 : end;
  }

  private void addText(int start, int end) {
    if (end > start) {
      tokens.add(TokenKind.FORMAT_TEXT, start, end);
    }
  }

  private int close(Open literal, int start, int at) {
    addText(start, at);
    tokens.add(TokenKind.FORMAT_END, at, at + literal.quotes());
    leave(literal);
    return at + literal.quotes();
  }

  private int unterminated(Open literal, int start, int at) {
    if (literal.quotes() == 3) {
      return NO_END;
    }
    addText(start, at);
    if (brackets.depth() > literal.depth() && at < length) {
      tokens.addProblem(
          at,
          at,
          literal.word()
              + ": newlines are not allowed in format specifiers for single quoted "
              + literal.word()
              + "s");
    } else {
      tokens.addProblem(literal.start(), literal.start() + 1, unterminated(at));
    }
    tokens.add(TokenKind.ERROR, at, at);
    leave(literal);
    return at;
  }

  private void leave(Open literal) {
    brackets.cutTo(literal.depth());
    count--;
    inText = false;
  }

  private int openField(int start, int at) {
    addText(start, at);
    if (brackets.push('{', at)) {
      tokens.add(TokenKind.LEFT_BRACE, at, at + 1);
    } else {
      tokens.addProblem(at, at + 1, "too many nested parentheses");
      tokens.add(TokenKind.ERROR, at, at + 1);
    }
    fieldDepths[count - 1] = brackets.depth();
    inText = false;
    return at + 1;
  }

  /** A brace that closes nothing is added all the same: the parser says what is wrong with it. */
  private int closeField(int start, int at, boolean inFormat) {
    addText(start, at);
    tokens.add(TokenKind.RIGHT_BRACE, at, at + 1);
    if (inFormat) {
      brackets.pop();
    }
    return at + 1;
  }
}
