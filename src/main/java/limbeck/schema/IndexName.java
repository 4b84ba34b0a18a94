package limbeck.schema;

/**
 * An index's name; it lives in the schema of its table.
 *
 * @param text the name as stored in the catalog, unquoted
 */
public record IndexName(String text) implements Comparable<IndexName> {
  /** Rejects an empty name. */
  public IndexName {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  @Override
  public int compareTo(IndexName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
