package limbeck.schema;

/**
 * A constraint's name, as unique in its table.
 *
 * @param text the name as stored in the catalog, unquoted
 */
public record ConstraintName(String text) implements Comparable<ConstraintName> {
  /** Rejects an empty name. */
  public ConstraintName {
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty name");
    }
  }

  @Override
  public int compareTo(ConstraintName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
