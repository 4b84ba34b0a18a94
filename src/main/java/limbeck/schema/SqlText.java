package limbeck.schema;

import java.util.regex.Pattern;

/**
 * A piece of SQL: a statement or an expression, in the spelling of one database.
 *
 * @param text the SQL, without a closing semicolon
 */
public record SqlText(String text) implements Comparable<SqlText> {
  private static final Pattern OPENING =
      Pattern.compile("([A-Za-z_][\\w$]*(\\.[A-Za-z_][\\w$]*)?)?\\(.*\\)", Pattern.DOTALL);

  /**
   * Returns whether this expression is one function call, or one pair of parentheses, from its
   * first to its last character: the kind that is written into an index as it stands (PostgreSQL,
   * CREATE INDEX), where others need parentheses.
   */
  public boolean isEnclosed() {
    if (!OPENING.matcher(text).matches()) {
      return false;
    }
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '\'' || c == '"') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')' && --depth == 0 && i < text.length() - 1) {
        return false;
      }
    }
    return depth == 0;
  }

  @Override
  public int compareTo(SqlText other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
