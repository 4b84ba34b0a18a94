package limbeck.revision;

import java.util.List;

/** What a name or a range of revisions means. */
public sealed interface Resolution {
  /**
   * Revisions.
   *
   * @param ids in order; none for {@code base}
   */
  record Found(List<RevisionId> ids) implements Resolution {
    /** Copies the list. */
    public Found {
      ids = List.copyOf(ids);
    }
  }

  /**
   * It means nothing, or not one thing.
   *
   * @param problem why
   */
  record Failed(GraphProblem problem) implements Resolution {}
}
