package limbeck.sql;

/**
 * A token of SQL; blanks and comments stand between tokens.
 *
 * @param kind what it is
 * @param text as written
 * @param value what it means: a word in lower case, the content of quotes without escapes, anything
 *     else as written
 * @param isClosed false for a quote or comment that nothing closes; it runs to the end of the text
 * @param start its first UTF-16 unit in the text it was cut from
 * @param end the first unit after it
 */
public record SqlToken(Kind kind, String text, String value, boolean isClosed, int start, int end) {
  /** The kinds of tokens. */
  public enum Kind {
    /** A keyword or an identifier without quotes. */
    WORD,
    /** An identifier in double quotes or back-ticks. */
    QUOTED_NAME,
    /** A text in single quotes, with its prefix. */
    STRING,
    /** A text between dollar tags. */
    DOLLAR_STRING,
    /** A number without its sign. */
    NUMBER,
    /** The place of a parameter, such as {@code $1}. */
    PARAMETER,
    /** A bracket, a mark, or an operator of one or several characters, such as {@code ->>}. */
    SYMBOL
  }

  /** Returns whether it is this word, given in lower case, or this mark or operator. */
  public boolean is(String wanted) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && value.equals(wanted);
  }

  /** Returns whether it is this mark or operator. */
  public boolean isSymbol(String wanted) {
    return kind == Kind.SYMBOL && value.equals(wanted);
  }

  /** Returns whether it can name something, its being reserved left aside. */
  public boolean isName() {
    return kind == Kind.WORD || kind == Kind.QUOTED_NAME;
  }

  /** Returns whether it is a text, in quotes or between dollar tags. */
  public boolean isString() {
    return kind == Kind.STRING || kind == Kind.DOLLAR_STRING;
  }

  /** Returns the name as PostgreSQL understands it: folded to lower case unless quoted. */
  public String name() {
    return value;
  }

  /** Returns the text of a literal, without quotes and escapes. */
  public String string() {
    return value;
  }
}
