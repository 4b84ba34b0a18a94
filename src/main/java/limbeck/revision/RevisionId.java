package limbeck.revision;

import java.util.Collection;
import java.util.List;
import limbeck.text.Similar;

/**
 * A revision's identifier, as in its script.
 *
 * @param text the identifier
 */
public record RevisionId(String text) implements Comparable<RevisionId> {
  /** The longest identifier that Alembic's version table holds, in characters. */
  public static final int MAXIMUM_LENGTH = 32;

  /** Returns the identifiers that a mistyped one may have meant, the closest first. */
  static List<RevisionId> similar(String text, Collection<String> ids) {
    return Similar.to(text, ids).stream().map(RevisionId::new).toList();
  }

  @Override
  public int compareTo(RevisionId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
