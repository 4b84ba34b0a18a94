package limbeck.workflow;

import java.util.List;

/**
 * A revision as lists show it.
 *
 * @param id its identifier
 * @param parents {@code down_revision}
 * @param dependsOn {@code depends_on} as written
 * @param children the revisions that follow it
 * @param labels the branches it is on
 * @param head whether nothing follows or needs it
 * @param effectiveHead whether nothing follows it, but something depends on it
 * @param message the first paragraph of its docstring
 * @param docstring all of it; empty when it was not asked for
 * @param createDate as written; empty when absent
 * @param path its file, as the user would name it
 */
public record RevisionEntry(
    String id,
    List<String> parents,
    List<String> dependsOn,
    List<String> children,
    List<String> labels,
    boolean head,
    boolean effectiveHead,
    String message,
    String docstring,
    String createDate,
    String path) {
  /** Copies the lists. */
  public RevisionEntry {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    children = List.copyOf(children);
    labels = List.copyOf(labels);
  }

  /** Returns whether several revisions follow it. */
  public boolean branchPoint() {
    return children.size() > 1;
  }

  /** Returns whether it joins several revisions. */
  public boolean mergePoint() {
    return parents.size() > 1;
  }
}
