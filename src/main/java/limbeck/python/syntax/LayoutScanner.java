package limbeck.python.syntax;

/** What stands before the first token of a line: blank lines, comments, and the indentation. */
final class LayoutScanner {
  private final char[] text;
  private final int length;
  private final TokenBuffer tokens;
  private final Indentation indentation = new Indentation();
  private int at;
  private int lineColumn;

  LayoutScanner(char[] text, int length, TokenBuffer tokens) {
    this.text = text;
    this.length = length;
    this.tokens = tokens;
  }

  /** Returns the column of the first token of the logical line. */
  int column() {
    return lineColumn;
  }

  /** Returns the column after a blank: tabs go to multiples of eight, a form feed to the margin. */
  static int nextColumn(int column, char blank) {
    return blank == ' ' ? column + 1 : blank == '\t' ? (column / 8 + 1) * 8 : 0;
  }

  /** Adds the comment that begins at an offset and returns where it ends. */
  int comment(int start) {
    int end = start;
    while (end < length && !Characters.isBreak(text[end])) {
      end++;
    }
    tokens.addComment(start, end);
    return end;
  }

  /** Closes the blocks that are open at the end of the text. */
  void end() {
    while (indentation.levels() > 0) {
      indentation.pop();
      tokens.add(TokenKind.DEDENT, length, length);
    }
  }

  /** Skips blank and comment lines and measures the indentation of the next line of code. */
  int begin(int start) {
    int column = 0;
    int narrow = 0;
    int continued = 0;
    at = start;
    while (at < length) {
      char c = text[at];
      if (Characters.isBlank(c)) {
        column = nextColumn(column, c);
        narrow = c == '\f' ? 0 : narrow + 1;
        at++;
      } else if (Characters.isBreak(c)) {
        at += Characters.breakLength(text, at);
        column = 0;
        narrow = 0;
        continued = 0;
      } else if (c == '#') {
        at = comment(at);
      } else if (c == '\\' && Characters.isBreak(text[at + 1]) && at + 2 < length) {
        continued = continued != 0 ? continued : column;
        at += 1 + Characters.breakLength(text, at + 1);
      } else {
        indent(continued != 0 ? continued : column, continued != 0 ? continued : narrow);
        return at;
      }
    }
    return at;
  }

  private void indent(int column, int narrow) {
    if (column > indentation.column()) {
      if (indentation.levels() + 1 >= Indentation.MOST_LEVELS) {
        tokens.addProblem(at, at, "too many levels of indentation");
        indentation.replace(column, narrow);
      } else {
        if (narrow <= indentation.narrowColumn()) {
          tokens.addProblem(at, at, "inconsistent use of tabs and spaces in indentation");
        }
        indentation.push(column, narrow);
        tokens.add(TokenKind.INDENT, at, at);
      }
    } else if (column < indentation.column()) {
      dedent(column, narrow);
    } else if (narrow != indentation.narrowColumn()) {
      tokens.addProblem(at, at, "inconsistent use of tabs and spaces in indentation");
    }
    lineColumn = column;
  }

  /** A column between two levels is a mistake; the line then belongs to the inner one. */
  private void dedent(int column, int narrow) {
    while (indentation.levels() > 0 && indentation.outerColumn() >= column) {
      indentation.pop();
      tokens.add(TokenKind.DEDENT, at, at);
    }
    if (indentation.column() != column) {
      tokens.addProblem(at, at, "unindent does not match any outer indentation level");
      indentation.replace(column, narrow);
    } else if (narrow != indentation.narrowColumn()) {
      tokens.addProblem(at, at, "inconsistent use of tabs and spaces in indentation");
    }
  }
}
