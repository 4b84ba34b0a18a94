package limbeck.revision;

/**
 * A revision's identifier, as in its script.
 *
 * @param text the identifier
 */
public record RevisionId(String text) implements Comparable<RevisionId> {
  /** The longest identifier that Alembic's version table holds, in characters. */
  public static final int MAXIMUM_LENGTH = 32;

  @Override
  public int compareTo(RevisionId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
