package limbeck.schema;

/**
 * The name of a schema (namespace).
 *
 * @param text the name as stored in the catalog, unquoted
 */
public record SchemaName(String text) implements Comparable<SchemaName> {
  /** Rejects an empty name. */
  public SchemaName {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  @Override
  public int compareTo(SchemaName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
