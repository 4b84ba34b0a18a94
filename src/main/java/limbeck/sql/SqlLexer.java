package limbeck.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL into tokens by PostgreSQL's rules, which contain those of the others as far as strings
 * and comments go. It never fails: what is not closed ends with the text.
 */
public final class SqlLexer {
  private final String text;
  private final List<SqlToken> tokens = new ArrayList<>();
  private int at;

  private SqlLexer(String text) {
    this.text = text;
  }

  /** Returns the tokens of a text in order. */
  public static List<SqlToken> tokens(String text) {
    SqlLexer lexer = new SqlLexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (startsWith("--")) {
      skipLine();
    } else if (startsWith("/*")) {
      skipComment();
    } else if (c == '\'') {
      add(SqlToken.Kind.STRING, string(at, false));
    } else if (isPrefixed()) {
      add(SqlToken.Kind.STRING, string(prefixEnd(), c == 'e' || c == 'E'));
    } else if (c == '"' || c == '`') {
      add(SqlToken.Kind.QUOTED_NAME, quoted(c));
    } else if (c == '$' && dollarTag() > 0) {
      add(SqlToken.Kind.DOLLAR_STRING, dollarString(dollarTag()));
    } else if (Character.isLetter(c) || c == '_') {
      add(SqlToken.Kind.WORD, word(at));
    } else if (Character.isDigit(c)) {
      add(SqlToken.Kind.NUMBER, number());
    } else if (isParameter(c)) {
      add(SqlToken.Kind.PARAMETER, word(at + 1));
    } else {
      add(SqlToken.Kind.SYMBOL, startsWith("::") ? at + 2 : at + 1);
    }
  }

  private void add(SqlToken.Kind kind, int end) {
    tokens.add(new SqlToken(kind, text.substring(at, end), at, end));
    at = end;
  }

  private boolean startsWith(String prefix) {
    return text.startsWith(prefix, at);
  }

  private void skipLine() {
    while (at < text.length() && text.charAt(at) != '\n') {
      at++;
    }
  }

  /** Comments nest in PostgreSQL. */
  private void skipComment() {
    int depth = 0;
    while (at < text.length()) {
      if (startsWith("/*")) {
        depth++;
        at += 2;
      } else if (startsWith("*/")) {
        depth--;
        at += 2;
        if (depth == 0) {
          return;
        }
      } else {
        at++;
      }
    }
  }

  /** {@code E'…'}, {@code B'…'}, {@code X'…'}, {@code N'…'}, {@code U&'…'}. */
  private boolean isPrefixed() {
    return prefixEnd() > 0;
  }

  private int prefixEnd() {
    char c = Character.toLowerCase(text.charAt(at));
    if ("ebxn".indexOf(c) >= 0 && text.startsWith("'", at + 1)) {
      return at + 1;
    }
    return c == 'u' && text.startsWith("&'", at + 1) ? at + 2 : 0;
  }

  private int string(int open, boolean escapes) {
    int i = open + 1;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '\\' && escapes) {
        i += 2;
      } else if (c == '\'' && text.startsWith("'", i + 1)) {
        i += 2;
      } else if (c == '\'') {
        return i + 1;
      } else {
        i++;
      }
    }
    return text.length();
  }

  private int quoted(char quote) {
    int i = at + 1;
    while (i < text.length()) {
      if (text.charAt(i) == quote) {
        if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          i += 2;
          continue;
        }
        return i + 1;
      }
      i++;
    }
    return text.length();
  }

  /** Returns the length of {@code $tag$}, or 0. */
  private int dollarTag() {
    int i = at + 1;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i)) || text.charAt(i) == '_')) {
      i++;
    }
    boolean number = i > at + 1 && Character.isDigit(text.charAt(at + 1));
    return i < text.length() && text.charAt(i) == '$' && !number ? i + 1 - at : 0;
  }

  private int dollarString(int tagLength) {
    String tag = text.substring(at, at + tagLength);
    int close = text.indexOf(tag, at + tagLength);
    return close < 0 ? text.length() : close + tagLength;
  }

  private int word(int from) {
    int i = from;
    while (i < text.length() && isWordPart(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private int number() {
    int i = at;
    while (i < text.length()
        && (Character.isLetterOrDigit(text.charAt(i))
            || text.charAt(i) == '.'
            || isExponentSign(i))) {
      i++;
    }
    return i;
  }

  private boolean isExponentSign(int i) {
    return (text.charAt(i) == '-' || text.charAt(i) == '+')
        && i > at
        && (text.charAt(i - 1) == 'e' || text.charAt(i - 1) == 'E');
  }

  private boolean isParameter(char c) {
    if (c == '?') {
      return true;
    }
    boolean named = at + 1 < text.length() && isWordPart(text.charAt(at + 1));
    boolean afterColon = at > 0 && text.charAt(at - 1) == ':';
    return named && ((c == ':' && !afterColon) || c == '$');
  }
}
