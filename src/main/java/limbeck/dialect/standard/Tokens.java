package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;

/** Cuts an SQL expression into tokens, without blanks and comments. */
public final class Tokens {
  private static final String OPERATORS = "+-*/<>=~!@#%^&|`?";

  /**
   * An operator of several characters ends in + or - only with one of these (PostgreSQL, 4.1.3).
   */
  private static final String SPECIAL = "~!@#%^&|`?";

  /** What a token is. */
  public enum Kind {
    /** A keyword or an unquoted identifier. */
    WORD,
    /** An identifier in double quotes, back-ticks or brackets. */
    QUOTED,
    /** A string literal, with its prefix. */
    STRING,
    /** A number. */
    NUMBER,
    /** An operator or a mark. */
    SYMBOL
  }

  /**
   * A token.
   *
   * @param kind what it is
   * @param text as written
   */
  public record Token(Kind kind, String text) {
    /** Returns whether it is this symbol, or this word in any case. */
    public boolean is(String wanted) {
      return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equalsIgnoreCase(wanted);
    }

    /** Returns a quoted identifier without its quotes, anything else as written. */
    public String value() {
      if (kind != Kind.QUOTED) {
        return text;
      }
      String close = text.substring(text.length() - 1);
      return text.substring(1, text.length() - 1).replace(close + close, close);
    }
  }

  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(String text) {
    this.text = text;
  }

  /** Returns the tokens of an expression; an open quote ends with the text. */
  public static List<Token> of(String expression) {
    Tokens tokens = new Tokens(expression);
    while (tokens.at < expression.length()) {
      tokens.next();
    }
    return tokens.found;
  }

  private void next() {
    char c = text.charAt(at);
    int start = at;
    if (Character.isWhitespace(c)) {
      at++;
    } else if (text.startsWith("--", at)) {
      at = end(text.indexOf('\n', at), 1);
    } else if (text.startsWith("/*", at)) {
      at = end(text.indexOf("*/", at + 2), 2);
    } else if (c == '\'' || isPrefix(c)) {
      at = text.indexOf('\'', at) + 1;
      closeString(c == 'e' || c == 'E');
      add(Kind.STRING, start);
    } else if (c == '$' && dollarTag() > 0) {
      String tag = text.substring(at, at + dollarTag());
      at = end(text.indexOf(tag, at + tag.length()), tag.length());
      add(Kind.STRING, start);
    } else if (c == '"' || (c == '`' && text.indexOf('`', at + 1) > 0)) {
      at++;
      close(c);
      add(Kind.QUOTED, start);
    } else if (isDigit(c) || (c == '.' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
      number();
      add(Kind.NUMBER, start);
    } else if (isWordStart(c)) {
      while (at < text.length() && isWordPart(text.charAt(at))) {
        at++;
      }
      add(Kind.WORD, start);
    } else {
      symbol(c);
      add(Kind.SYMBOL, start);
    }
  }

  private int end(int found, int length) {
    return found < 0 ? text.length() : found + length;
  }

  private void add(Kind kind, int start) {
    found.add(new Token(kind, text.substring(start, at)));
  }

  private boolean isPrefix(char c) {
    return "eEbBxXnN".indexOf(c) >= 0 && at + 1 < text.length() && text.charAt(at + 1) == '\'';
  }

  private void closeString(boolean escapes) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (escapes && c == '\\') {
        at = Math.min(at + 1, text.length());
      } else if (c == '\'') {
        if (at < text.length() && text.charAt(at) == '\'') {
          at++;
        } else {
          return;
        }
      }
    }
  }

  private void close(char quote) {
    while (at < text.length()) {
      if (text.charAt(at++) == quote) {
        if (at < text.length() && text.charAt(at) == quote) {
          at++;
        } else {
          return;
        }
      }
    }
  }

  /** Returns the length of a dollar quote's opening tag here, or 0. */
  private int dollarTag() {
    int i = at + 1;
    while (i < text.length() && isWordPart(text.charAt(i)) && text.charAt(i) != '$') {
      i++;
    }
    boolean tag = i < text.length() && text.charAt(i) == '$';
    return tag && (i == at + 1 || !isDigit(text.charAt(at + 1))) ? i + 1 - at : 0;
  }

  private void number() {
    while (at < text.length()) {
      char c = text.charAt(at);
      boolean exponent =
          (c == '+' || c == '-') && Character.toLowerCase(text.charAt(at - 1)) == 'e';
      if (!isDigit(c) && c != '.' && c != 'e' && c != 'E' && !exponent) {
        return;
      }
      at++;
    }
  }

  private void symbol(char c) {
    if (text.startsWith("::", at)) {
      at += 2;
      return;
    }
    int start = at++;
    if (OPERATORS.indexOf(c) < 0) {
      return;
    }
    while (at < text.length()
        && OPERATORS.indexOf(text.charAt(at)) >= 0
        && !text.startsWith("--", at)
        && !text.startsWith("/*", at)) {
      at++;
    }
    boolean special = text.substring(start, at).chars().anyMatch(it -> SPECIAL.indexOf(it) >= 0);
    while (!special && at > start + 1 && "+-".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordStart(char c) {
    return c == '_' || Character.isLetter(c);
  }

  private static boolean isWordPart(char c) {
    return c == '$' || isWordStart(c) || Character.isDigit(c);
  }
}
