package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import limbeck.review.Finding;
import limbeck.review.Reviewer;
import limbeck.review.Rules;
import limbeck.revision.History;
import limbeck.revision.RevisionId;

/** Reviews revisions: which risks they hold for rows, locks and running programs. */
public final class ReviewRevisions {
  private ReviewRevisions() {}

  /**
   * What was found.
   *
   * @param revisions how many were reviewed
   * @param findings in the order of the revisions, oldest first
   * @param problems what was not understood
   */
  public record Result(int revisions, List<Finding> findings, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      findings = List.copyOf(findings);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reviews what a name means, or the revisions of a range.
   *
   * @param name a revision, or {@code FROM:TO}
   */
  public static Result run(ProjectRequest request, String name) {
    Workspace workspace = Workspace.open(request);
    workspace.requireSoundHistory();
    List<RevisionId> ids =
        name.contains(":")
            ? ListRevisions.range(workspace.scripts().graph(), name).reversed()
            : workspace.revisions(name);
    Reviewer reviewer = new Reviewer(Rules.ALL, workspace.dialectName());
    List<Finding> findings = new ArrayList<>();
    for (RevisionId id : ids) {
      History.Folded folded = workspace.history().folded(id);
      findings.addAll(reviewer.review(folded.revision(), folded.before()));
    }
    return new Result(ids.size(), findings, workspace.problems());
  }
}
