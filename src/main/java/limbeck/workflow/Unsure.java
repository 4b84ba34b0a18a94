package limbeck.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import limbeck.operation.Opaque;
import limbeck.revision.Revision;
import limbeck.revision.RevisionId;

/**
 * After which revisions the schema is not known in full, told while the history is gone through.
 */
final class Unsure {
  private final Workspace workspace;
  private final List<RevisionId> lineage;
  private final Set<RevisionId> selected;
  private final Set<RevisionId> vague;
  private final Set<RevisionId> found = new HashSet<>();
  private final boolean broken;

  /**
   * Begins before the first revision.
   *
   * @param ids the revisions that are read anyway
   */
  Unsure(Workspace workspace, List<RevisionId> ids) {
    this.workspace = workspace;
    this.lineage = workspace.scripts().graph().lineage(ids);
    this.selected = Set.copyOf(ids);
    this.broken =
        workspace.scripts().problems().stream()
            .anyMatch(it -> it.severity() == Problem.Severity.ERROR);
    // Of the others an earlier run may have kept it.
    List<RevisionId> others = lineage.stream().filter(it -> !selected.contains(it)).toList();
    this.vague = others.isEmpty() ? Set.of() : workspace.history().vague(others);
  }

  /** Returns the revisions to go through, each after its parents. */
  List<RevisionId> lineage() {
    return lineage;
  }

  boolean isSelected(RevisionId id) {
    return selected.contains(id);
  }

  /** Returns whether the schema before a revision is known in full; its parents were passed. */
  boolean isKnownBefore(RevisionId id) {
    return workspace.scripts().graph().revision(id).orElseThrow().parents().stream()
        .noneMatch(found::contains);
  }

  /** Goes on over a revision that is not selected. */
  void pass(RevisionId id) {
    pass(id, vague.contains(id));
  }

  /** Goes on over a selected revision. */
  void pass(Revision read) {
    pass(
        read.id(),
        read.upgrade().stream()
            .anyMatch(it -> it.operation() instanceof Opaque opaque && opaque.mayChangeSchema()));
  }

  private void pass(RevisionId id, boolean isVague) {
    boolean inherited = workspace.scripts().header(id).parents().stream().anyMatch(found::contains);
    if (broken || inherited || isVague) {
      found.add(id);
    }
  }
}
