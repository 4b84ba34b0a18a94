package limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts SQL into tokens by the rules of PostgreSQL (chapter 4.1, with {@code
 * standard_conforming_strings} on), without blanks and comments; names in back-ticks are those of
 * MySQL. It never fails.
 */
public final class SqlLexer {
  private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

  /** Only with one of these may an operator of several characters end in + or - (4.1.3). */
  private static final String SPECIAL = "~!@#%^&|`?";

  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** Returns the tokens of a text. */
  public static List<SqlToken> tokens(String text) {
    SqlLexer lexer = new SqlLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return List.copyOf(lexer.tokens);
  }

  private char ahead(int distance) {
    return at + distance < text.length() ? text.charAt(at + distance) : '\0';
  }

  private void next() {
    char c = text.charAt(at);
    if (isBlank(c)) {
      at++;
    } else if (c == '-' && ahead(1) == '-') {
      at = endOfLine(at);
    } else if (c == '/' && ahead(1) == '*') {
      comment();
    } else if (c == '\'') {
      string(at, false);
    } else if (c == '"' || (c == '`' && text.indexOf('`', at + 1) > 0)) {
      quoted(at, false);
    } else if ((c == 'u' || c == 'U') && ahead(1) == '&' && ahead(2) == '"') {
      quoted(at + 2, true);
    } else if ((c == 'u' || c == 'U') && ahead(1) == '&' && ahead(2) == '\'') {
      string(at + 2, false);
    } else if ("eEbBxXnN".indexOf(c) >= 0 && ahead(1) == '\'') {
      string(at + 1, c == 'e' || c == 'E');
    } else if (isWordStart(c)) {
      word();
    } else if (isDigit(c) || (c == '.' && isDigit(ahead(1)))) {
      number();
    } else if (c == '$') {
      dollar();
    } else if (OPERATORS.indexOf(c) >= 0) {
      operator();
    } else {
      mark();
    }
  }

  private void add(SqlToken.Kind kind, String value, int end) {
    tokens.add(new SqlToken(kind, text.substring(at, end), value, true, at, end));
    at = end;
  }

  /** What nothing closes ends with the text. */
  private void unclosed(SqlToken.Kind kind) {
    String rest = text.substring(at);
    tokens.add(new SqlToken(kind, rest, rest, false, at, text.length()));
    at = text.length();
  }

  private int endOfLine(int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end;
  }

  /** Comments nest, other than in standard SQL's older versions and in C. */
  private void comment() {
    int depth = 0;
    int position = at;
    while (position < text.length()) {
      if (text.startsWith("/*", position)) {
        depth++;
        position += 2;
      } else if (text.startsWith("*/", position)) {
        depth--;
        position += 2;
        if (depth == 0) {
          at = position;
          return;
        }
      } else {
        position++;
      }
    }
    unclosed(SqlToken.Kind.SYMBOL);
  }

  /** Reads a text, and those that follow after a line break: they are one. */
  private void string(int quote, boolean escapes) {
    StringBuilder value = new StringBuilder();
    int open = quote;
    while (true) {
      int close = Quotes.read(text, open, escapes, value);
      if (close < 0) {
        unclosed(SqlToken.Kind.STRING);
        return;
      }
      open = continuation(close);
      if (open < 0) {
        add(SqlToken.Kind.STRING, value.toString(), close);
        return;
      }
    }
  }

  /** The quote that goes on with a text after blanks with a line break, or -1. */
  private int continuation(int from) {
    boolean line = false;
    int position = from;
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == '-' && text.startsWith("--", position)) {
        position = endOfLine(position);
      } else if (isBlank(c)) {
        line |= c == '\n' || c == '\r';
        position++;
      } else {
        return line && c == '\'' ? position : -1;
      }
    }
    return -1;
  }

  private void quoted(int quote, boolean unicode) {
    StringBuilder value = new StringBuilder();
    int close = Quotes.read(text, quote, false, value);
    if (close < 0) {
      unclosed(SqlToken.Kind.QUOTED_NAME);
      return;
    }
    String name = value.toString();
    add(SqlToken.Kind.QUOTED_NAME, unicode ? Quotes.unicode(name) : name, close);
  }

  private void word() {
    int end = at + 1;
    while (end < text.length() && isWordPart(text.charAt(end))) {
      end++;
    }
    add(SqlToken.Kind.WORD, lower(text.substring(at, end)), end);
  }

  private void number() {
    int end = at;
    if (text.charAt(at) == '0' && "xXoObB".indexOf(ahead(1)) >= 0) {
      end = at + 2;
    }
    while (end < text.length()) {
      char c = text.charAt(end);
      boolean exponent = c == 'e' || c == 'E';
      boolean range = c == '.' && text.startsWith("..", end);
      if (range || !(isDigit(c) || c == '.' || c == '_' || isWordStart(c))) {
        break;
      }
      end++;
      boolean signed =
          exponent
              && end + 1 < text.length()
              && "+-".indexOf(text.charAt(end)) >= 0
              && isDigit(text.charAt(end + 1));
      if (signed) {
        end++;
      }
    }
    add(SqlToken.Kind.NUMBER, text.substring(at, end), end);
  }

  private void dollar() {
    int end = at + 1;
    if (isDigit(ahead(1))) {
      while (end < text.length() && isDigit(text.charAt(end))) {
        end++;
      }
      add(SqlToken.Kind.PARAMETER, text.substring(at, end), end);
      return;
    }
    while (end < text.length() && isWordPart(text.charAt(end)) && text.charAt(end) != '$') {
      end++;
    }
    if (end == text.length() || text.charAt(end) != '$') {
      mark();
      return;
    }
    String tag = text.substring(at, end + 1);
    int close = text.indexOf(tag, end + 1);
    if (close < 0) {
      unclosed(SqlToken.Kind.DOLLAR_STRING);
    } else {
      add(SqlToken.Kind.DOLLAR_STRING, text.substring(end + 1, close), close + tag.length());
    }
  }

  private void operator() {
    int end = at;
    while (end < text.length()
        && OPERATORS.indexOf(text.charAt(end)) >= 0
        && !text.startsWith("--", end)
        && !text.startsWith("/*", end)) {
      end++;
    }
    boolean special = text.substring(at, end).chars().anyMatch(it -> SPECIAL.indexOf(it) >= 0);
    while (!special && end > at + 1 && "+-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    add(SqlToken.Kind.SYMBOL, text.substring(at, end), end);
  }

  private void mark() {
    boolean pair =
        text.startsWith("::", at) || text.startsWith(":=", at) || text.startsWith("..", at);
    int end = at + (pair ? 2 : 1);
    add(SqlToken.Kind.SYMBOL, text.substring(at, end), end);
  }

  /** PostgreSQL folds ASCII letters only, whatever the locale. */
  private static String lower(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        StringBuilder result = new StringBuilder(word);
        for (int k = 0; k < word.length(); k++) {
          char c = word.charAt(k);
          result.setCharAt(k, c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return result.toString();
      }
    }
    return word.toLowerCase(Locale.ROOT);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c > 127;
  }

  private static boolean isWordPart(char c) {
    return isWordStart(c) || isDigit(c) || c == '$';
  }
}
