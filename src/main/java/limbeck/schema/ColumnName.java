package limbeck.schema;

/**
 * A column's name inside its table.
 *
 * @param text the name as stored in the catalog, unquoted
 */
public record ColumnName(String text) implements Comparable<ColumnName> {
  /** Rejects an empty name. */
  public ColumnName {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  @Override
  public int compareTo(ColumnName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
