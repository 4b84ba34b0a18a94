package limbeck.schema;

/**
 * A piece of SQL: a statement or an expression, in the spelling of one database.
 *
 * @param text the SQL, without a closing semicolon
 */
public record SqlText(String text) implements Comparable<SqlText> {
  @Override
  public int compareTo(SqlText other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
