package limbeck.sql;

import java.util.Locale;

/**
 * A piece of SQL; white space and comments stand between tokens.
 *
 * @param kind what it is
 * @param text as written
 * @param start its first UTF-16 unit in the text
 * @param end the first unit after it
 */
public record SqlToken(Kind kind, String text, int start, int end) {
  /** The kinds of tokens. */
  public enum Kind {
    /** A keyword or unquoted name. */
    WORD,
    /** A name in double quotes, backticks or brackets. */
    QUOTED_NAME,
    /** A text literal, of whatever prefix. */
    STRING,
    /** A text between dollar tags. */
    DOLLAR_STRING,
    /** A number. */
    NUMBER,
    /** A bind parameter: {@code :name}, {@code %s}, {@code ?}, {@code $1}. */
    PARAMETER,
    /** Operators and punctuation, one character each except {@code ::}. */
    SYMBOL
  }

  /** Returns whether this is the keyword, in any case. */
  public boolean is(String keyword) {
    return kind == Kind.WORD && text.equalsIgnoreCase(keyword);
  }

  /** Returns whether this is the punctuation. */
  public boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  /** Returns whether this can be a name. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** Returns the name as the catalog has it: unquoted, folded to lower case unless quoted. */
  public String name() {
    if (kind != Kind.QUOTED_NAME) {
      return text.toLowerCase(Locale.ROOT);
    }
    char quote = text.charAt(text.length() - 1);
    String inside = text.substring(1, text.length() - 1);
    return quote == ']' ? inside : inside.replace("" + quote + quote, "" + quote);
  }

  /** Returns the text of a literal without quotes; only for plain ones is it exact. */
  public String string() {
    if (kind == Kind.DOLLAR_STRING) {
      int tag = text.indexOf('$', 1) + 1;
      return text.substring(tag, text.length() - tag);
    }
    int open = text.indexOf('\'');
    return text.substring(open + 1, text.length() - 1).replace("''", "'");
  }
}
