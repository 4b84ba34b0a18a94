package limbeck.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import limbeck.workflow.RevisionEntry;

/** Revisions as lines, in the form that Alembic's own commands print. */
public final class RevisionText {
  private RevisionText() {}

  /** Returns one line for each head. */
  public static String heads(List<RevisionEntry> revisions) {
    return lines(revisions, it -> it.id() + labels(it) + headMarks(it));
  }

  /** Returns one line for each revision, with its parents and its message. */
  public static String history(List<RevisionEntry> revisions) {
    return lines(
        revisions,
        it ->
            parents(it)
                + (it.dependsOn().isEmpty() ? "" : " (" + joined(it.dependsOn()) + ")")
                + " -> "
                + it.id()
                + labels(it)
                + headMarks(it)
                + pointMarks(it)
                + ", "
                + it.message());
  }

  /** Returns each fork with the revisions that follow it. */
  public static String branches(List<RevisionEntry> forks, Map<String, RevisionEntry> children) {
    StringBuilder out = new StringBuilder();
    for (RevisionEntry fork : forks) {
      out.append(fork.id()).append(labels(fork)).append(headMarks(fork)).append(pointMarks(fork));
      out.append('\n');
      for (String id : fork.children()) {
        out.append(" ".repeat(fork.id().length())).append(" -> ").append(id);
        RevisionEntry child = children.get(id);
        if (child != null) {
          out.append(labels(child)).append(headMarks(child)).append(pointMarks(child));
        }
        out.append('\n');
      }
      out.append('\n');
    }
    return out.toString();
  }

  /** Returns everything about each revision. */
  public static String details(List<RevisionEntry> revisions) {
    return lines(revisions, RevisionText::detail);
  }

  private static String detail(RevisionEntry revision) {
    StringBuilder out = new StringBuilder("Rev: " + revision.id());
    out.append(revision.head() || revision.effectiveHead() ? " (head)" : "");
    out.append(pointMarks(revision)).append('\n');
    out.append(revision.mergePoint() ? "Merges: " : "Parent: ").append(parents(revision));
    out.append('\n');
    if (!revision.dependsOn().isEmpty()) {
      out.append("Also depends on: ").append(joined(revision.dependsOn())).append('\n');
    }
    if (revision.branchPoint()) {
      out.append("Branches into: ").append(joined(revision.children())).append('\n');
    }
    if (!revision.labels().isEmpty()) {
      out.append("Branch names: ").append(joined(revision.labels())).append('\n');
    }
    out.append("Path: ").append(revision.path()).append("\n\n");
    revision.docstring().lines().forEach(it -> out.append("    ").append(it).append('\n'));
    return out.toString();
  }

  private static String lines(
      List<RevisionEntry> revisions, java.util.function.Function<RevisionEntry, String> line) {
    return revisions.stream().map(it -> line.apply(it) + "\n").collect(Collectors.joining());
  }

  private static String parents(RevisionEntry revision) {
    return revision.parents().isEmpty() ? "<base>" : joined(revision.parents());
  }

  private static String labels(RevisionEntry revision) {
    return revision.labels().isEmpty() ? "" : " (" + joined(revision.labels()) + ")";
  }

  private static String headMarks(RevisionEntry revision) {
    return (revision.head() ? " (head)" : "")
        + (revision.effectiveHead() ? " (effective head)" : "");
  }

  private static String pointMarks(RevisionEntry revision) {
    return (revision.branchPoint() ? " (branchpoint)" : "")
        + (revision.mergePoint() ? " (mergepoint)" : "");
  }

  private static String joined(List<String> texts) {
    return String.join(", ", texts);
  }
}
