package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.revision.History;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.verify.Claim;
import limbeck.verify.Verdict;

/** Proves revisions on a PostgreSQL of our own: up, compare, down, compare, up. */
public final class VerifyRevision {
  private VerifyRevision() {}

  /**
   * The proof of one revision.
   *
   * @param revision its identifier
   * @param verdict what it came to
   */
  public record Proven(String revision, Verdict verdict) {}

  /**
   * All proofs.
   *
   * @param proofs in the order asked for
   * @param problems what was not understood
   */
  public record Result(List<Proven> proofs, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      proofs = List.copyOf(proofs);
      problems = List.copyOf(problems);
    }

    /** Returns whether every one was proven. */
    public boolean allProven() {
      return proofs.stream().allMatch(it -> it.verdict() instanceof Verdict.Proven);
    }
  }

  /**
   * Proves what a name means.
   *
   * @param name as on Alembic's command line, {@code heads} by default
   */
  public static Result run(ProjectRequest request, String name) {
    Workspace workspace = Workspace.open(request);
    workspace.requireSoundHistory();
    List<Proven> proofs = new ArrayList<>();
    for (RevisionId id : workspace.revisions(name)) {
      proofs.add(new Proven(id.text(), prove(workspace, id)));
    }
    return new Result(proofs, workspace.problems());
  }

  private static Verdict prove(Workspace workspace, RevisionId id) {
    RevisionGraph graph = workspace.scripts().graph();
    RevisionHeader header = workspace.scripts().header(id);
    List<RevisionId> before = new ArrayList<>(header.parents());
    graph.dependencies(id).stream().filter(it -> !before.contains(it)).forEach(before::add);
    History.Folded folded = workspace.history().folded(id);
    if (!folded.revision().downgradeDefined()) {
      return new Verdict.NotChecked("revision " + id + " has no downgrade()");
    }
    List<Step> upgrade = folded.revision().upgrade();
    Claim claim =
        new Claim(
            folded.before(),
            workspace.runnableHistory(before),
            upgrade,
            folded.revision().downgrade(),
            graph.heads().equals(List.of(id)) ? wanted(workspace, id, folded) : Optional.empty());
    return Proofs.prove(workspace, claim, Optional.empty());
  }

  /** The newest revision leads to the models, if the project is in step with them. */
  private static Optional<Schema> wanted(
      Workspace workspace, RevisionId id, History.Folded folded) {
    // What models never state is as the revision leaves it: a trigger that it drops is gone.
    Comparison comparison = Comparison.of(workspace, List.of(id));
    return Proofs.wanted(workspace, comparison.wanted(), folded.after());
  }
}
