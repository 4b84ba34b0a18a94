package limbeck.workflow;

import java.util.List;

/** Which state of the application's own code a revision was read with. */
public sealed interface ApplicationAsOf {
  /** The revision uses nothing of the application, or nothing that has changed. */
  record Unchanged() implements ApplicationAsOf {}

  /**
   * As the commit that brought the revision holds it.
   *
   * @param commit which
   * @param changed what of it has changed since, as {@code module:name}
   */
  record Commit(String commit, List<String> changed) implements ApplicationAsOf {
    /** Copies the list. */
    public Commit {
      changed = List.copyOf(changed);
    }
  }

  /**
   * As it is today, since nothing tells what it was.
   *
   * @param used what is used of it, as {@code module:name}
   */
  record Today(List<String> used) implements ApplicationAsOf {
    /** Copies the list. */
    public Today {
      used = List.copyOf(used);
    }
  }
}
