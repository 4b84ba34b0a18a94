package limbeck.python.syntax;

import java.text.Normalizer;
import limbeck.text.SourceFile;

/**
 * Cuts a text into tokens, for any text whatever.
 *
 * <p>A bracket that is never closed must not swallow the rest of the file. It shows when a line
 * begins with a word that cannot stand between brackets, or at the end of the text; then the
 * logical line is read again, and up to that place a line that is not indented deeper than the
 * statement ends it. No character is read more than twice, so the time is linear.
 */
final class Lexer {
  private final SourceFile file;
  private final char[] text;
  private final int length;
  private final boolean enclosed;
  private final TokenBuffer tokens;
  private final NamePool names = NamePool.create();
  private final Brackets brackets = new Brackets();
  private final LayoutScanner layout;
  private final NumberScanner numbers;
  private final StringScanner strings;
  private final FormatStringScanner formats;

  private int at;
  private int logicalStart;
  private int logicalToken;
  private int strictUntil = -1;
  private int textStart;

  private Lexer(SourceFile file, boolean enclosed) {
    this.file = file;
    this.length = file.text().length();
    // Zero characters at the end stop every scan without a check.
    this.text = new char[length + 4];
    file.text().getChars(0, length, text, 0);
    this.enclosed = enclosed;
    this.tokens = new TokenBuffer(length);
    this.layout = new LayoutScanner(text, length, tokens);
    this.numbers = new NumberScanner(text, tokens);
    this.strings = new StringScanner(file, text, tokens);
    this.formats = new FormatStringScanner(file, text, tokens, brackets, strings);
  }

  /** Returns the tokens of a whole file. */
  static TokenBuffer lex(SourceFile file) {
    return new Lexer(file, false).run();
  }

  /** Returns the tokens of an expression, whose line breaks mean nothing. */
  static TokenBuffer lexExpression(SourceFile file) {
    return new Lexer(file, true).run();
  }

  private TokenBuffer run() {
    if (length > 0 && text[0] == '\uFEFF') {
      at = 1;
    }
    if (!enclosed) {
      beginLine();
    }
    do {
      while (at < length) {
        step();
      }
    } while (isReadAgain());
    finish();
    return tokens;
  }

  private void step() {
    if (formats.isInText()) {
      int end = formats.text(at);
      textStart = at;
      at = end == FormatStringScanner.NO_END ? length : end;
      return;
    }
    char c = text[at];
    switch (Characters.kind(c)) {
      case Characters.BLANK -> at++;
      case Characters.LETTER -> word();
      case Characters.DIGIT -> at = numbers.scan(at);
      case Characters.QUOTE -> at = strings.scan(at, at);
      case Characters.BREAK -> lineBreak();
      default -> symbol(c);
    }
  }

  private void symbol(char c) {
    switch (c) {
      case '(', '[', '{' -> open(c);
      case ')', ']', '}' -> close(c);
      case '#' -> at = layout.comment(at);
      case '\\' -> backslash();
      case ':', '!' -> fieldPunctuation(c);
      case '.' -> {
        if (Characters.isDigit(text[at + 1])) {
          at = numbers.scan(at);
        } else {
          operator();
        }
      }
      default -> operator();
    }
  }

  private void operator() {
    TokenKind kind = OperatorScanner.scan(text, at);
    if (kind == TokenKind.ERROR) {
      stray();
      return;
    }
    int end = at + kind.length();
    tokens.add(kind, at, end);
    at = end;
  }

  private void stray() {
    char c = text[at];
    if (c == '\0') {
      tokens.addProblem(at, at + 1, "source code cannot contain null bytes");
    } else if (c < ' ' || c == '\u007f') {
      tokens.addProblem(at, at + 1, Characters.complaint(c));
    }
    tokens.add(TokenKind.ERROR, at, at + 1);
    at++;
  }

  /** In a replacement field a colon begins the format, even before an equals sign. */
  private void fieldPunctuation(char c) {
    if (c == ':' && formats.isAtField()) {
      tokens.add(TokenKind.COLON, at, at + 1);
      at++;
      formats.beginFormat();
    } else {
      operator();
    }
  }

  private void open(char c) {
    if (brackets.push(c, at)) {
      operator();
    } else {
      tokens.addProblem(at, at + 1, "too many nested parentheses");
      tokens.add(TokenKind.ERROR, at, at + 1);
      at++;
    }
  }

  private void close(char c) {
    if (brackets.popBeyond()) {
      tokens.add(TokenKind.ERROR, at, at + 1);
      at++;
      return;
    }
    if (c == '}' && formats.isAtField()) {
      operator();
      formats.endField();
      return;
    }
    int partner = brackets.partner(c, formats.floor());
    if (partner != brackets.depth() - 1 || partner < 0) {
      tokens.addProblem(at, at + 1, wrongCloser(c));
    }
    if (partner >= 0) {
      brackets.cutTo(partner);
    }
    operator();
  }

  private String wrongCloser(char c) {
    if (brackets.depth() <= formats.floor()) {
      return (formats.areOpen() ? "f-string: " : "") + "unmatched '" + c + "'";
    }
    int line = file.line(brackets.offset());
    return "closing parenthesis '"
        + c
        + "' does not match opening parenthesis '"
        + brackets.opener()
        + "'"
        + (line == file.line(at) ? "" : " on line " + line);
  }

  private void backslash() {
    if (Characters.isBreak(text[at + 1]) && at + 1 < length) {
      int end = at + 1 + Characters.breakLength(text, at + 1);
      if (end >= length) {
        tokens.addProblem(at, at + 1, "unexpected EOF while parsing");
        tokens.add(TokenKind.ERROR, at, at + 1);
      }
      at = end;
      return;
    }
    if (at + 1 >= length) {
      tokens.addProblem(at, at + 1, "unexpected EOF while parsing");
    } else {
      tokens.addProblem(at + 1, at + 2, "unexpected character after line continuation character");
    }
    tokens.add(TokenKind.ERROR, at, at + 1);
    at++;
  }

  private void word() {
    int start = at;
    int end = at;
    int hash = 0;
    int all = 0;
    char c = text[end];
    do {
      hash = 31 * hash + c;
      all |= c;
      c = text[++end];
    } while (Characters.isWordPart(c));
    if ((c == '"' || c == '\'') && end - start <= 2 && stringWithPrefix(start, end)) {
      return;
    }
    at = end;
    if (all >= 128) {
      foreignWord(start, end);
      return;
    }
    int slot = names.find(text, start, end, hash);
    TokenKind kind = names.kind(slot);
    if (kind == TokenKind.NAME) {
      tokens.add(TokenKind.NAME, start, end, names.name(slot));
    } else if (brackets.areOpen() && kind.beginsOnlyStatements() && isFirstOfLine(start)) {
      endInsideBrackets(lineStart(start));
    } else {
      tokens.add(kind, start, end);
    }
  }

  /** A name beyond ASCII means its NFKC form (Python reference, section 2.3). */
  private void foreignWord(int start, int end) {
    String written = new String(text, start, end - start);
    String name = Normalizer.normalize(written, Normalizer.Form.NFKC);
    int wrong = Characters.firstInvalid(written);
    if (wrong < 0 && Characters.firstInvalid(name) < 0) {
      tokens.add(TokenKind.NAME, start, end, name);
      return;
    }
    wrong = Math.max(0, wrong);
    int point = written.codePointAt(wrong);
    tokens.addProblem(
        start + wrong, start + wrong + Character.charCount(point), Characters.complaint(point));
    tokens.add(TokenKind.ERROR, start, end);
  }

  private boolean stringWithPrefix(int start, int opening) {
    boolean format = false;
    int letters = 0;
    for (int i = start; i < opening; i++) {
      char letter = (char) (text[i] | 0x20);
      int bit = "rbuft".indexOf(letter);
      if (bit < 0 || text[i] >= 128 || (letters & (1 << bit)) != 0) {
        return false;
      }
      letters |= 1 << bit;
      format |= bit >= 3;
    }
    if (opening - start == 2 && ((letters & 1) == 0 || (letters & 4) != 0)) {
      return false;
    }
    at = format ? formats.open(start, opening, start < strictUntil) : strings.scan(start, opening);
    return true;
  }

  private void lineBreak() {
    int end = at + Characters.breakLength(text, at);
    if (enclosed) {
      at = end;
    } else if (!brackets.areOpen()) {
      tokens.add(TokenKind.NEWLINE, at, end);
      at = end;
      beginLine();
    } else {
      at = end;
      if (end <= strictUntil && isOutsideStatement()) {
        endInsideBrackets(end);
      }
    }
  }

  /**
   * Returns whether the line that begins here is code no deeper than the statement's first line.
   */
  private boolean isOutsideStatement() {
    int column = 0;
    int first = at;
    while (Characters.isBlank(text[first])) {
      column = LayoutScanner.nextColumn(column, text[first++]);
    }
    char c = text[first];
    return first < length
        && column <= layout.column()
        && c != ')'
        && c != ']'
        && c != '}'
        && c != '#'
        && !Characters.isBreak(c);
  }

  private boolean isFirstOfLine(int start) {
    int i = start;
    while (i > 0 && Characters.isBlank(text[i - 1])) {
      i--;
    }
    return i > 0 && Characters.isBreak(text[i - 1]);
  }

  private int lineStart(int offset) {
    int i = offset;
    while (i > 0 && !Characters.isBreak(text[i - 1])) {
      i--;
    }
    return i;
  }

  /** A line begins that cannot stand between the brackets that are open. */
  private void endInsideBrackets(int lineStart) {
    if (lineStart > strictUntil && !enclosed) {
      readAgain(lineStart);
      return;
    }
    int end = lineStart - 1;
    if (end > 0 && text[end] == '\n' && text[end - 1] == '\r') {
      end--;
    }
    tokens.addOpenBracket(brackets.offset(), brackets.opener());
    tokens.add(TokenKind.ERROR, end, end);
    brackets.cutTo(0);
    formats.clear();
    if (!enclosed) {
      tokens.add(TokenKind.NEWLINE, end, lineStart);
      at = lineStart;
      beginLine();
    }
  }

  private void readAgain(int until) {
    strictUntil = until;
    tokens.truncate(logicalToken, logicalStart);
    brackets.cutTo(0);
    formats.clear();
    at = logicalStart;
  }

  /** At the end of the text: whether something open makes the logical line be read again. */
  private boolean isReadAgain() {
    if (!brackets.areOpen() && !formats.areOpen()) {
      return false;
    }
    if (!enclosed && length > strictUntil) {
      readAgain(length);
      return true;
    }
    return false;
  }

  private void finish() {
    if (brackets.areOpen()) {
      tokens.addOpenBracket(brackets.offset(), brackets.opener());
      tokens.add(TokenKind.ERROR, length, length);
    } else if (formats.areOpen()) {
      tokens.addProblem(formats.start(), formats.start() + 1, formats.unterminated(length));
      tokens.add(TokenKind.ERROR, textStart, length);
    }
    int size = tokens.size();
    if (!enclosed && size > 0 && !tokens.kind(size - 1).isLayout()) {
      tokens.add(TokenKind.NEWLINE, length, length);
    }
    layout.end();
    tokens.add(TokenKind.END, length, length);
    // Looking one or two tokens ahead needs no check.
    tokens.add(TokenKind.END, length, length);
    tokens.add(TokenKind.END, length, length);
  }

  /** Goes to the next line of code, where a logical line begins. */
  private void beginLine() {
    at = layout.begin(at);
    logicalStart = at;
    logicalToken = tokens.size();
  }
}
