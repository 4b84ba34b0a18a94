package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.operation.Opaque;
import limbeck.review.Finding;
import limbeck.review.ReviewSettings;
import limbeck.review.StepReview;
import limbeck.revision.History;
import limbeck.revision.Revision;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;
import limbeck.verify.SameEnd;
import limbeck.verify.Tracer;

/**
 * Proves on an embedded PostgreSQL that mended revisions end in the same schema as before, with
 * less harm on the way.
 */
final class FixRevisions {
  private final ReviewSettings settings;

  FixRevisions(ReviewSettings settings) {
    this.settings = settings;
  }

  /**
   * A revision before or after.
   *
   * @param workspace the project
   * @param review what was found in it
   */
  record State(Workspace workspace, ReviewRevisions.Result review) {
    private History.Folded folded(RevisionId id) {
      return workspace.history().folded(id);
    }

    private List<Finding> findings(String file) {
      return review.findings().stream().filter(it -> it.at().file().path().equals(file)).toList();
    }

    private List<StepReview> steps(RevisionId id) {
      return review.steps().stream().filter(it -> it.revision().equals(id)).toList();
    }

    private long blocking(RevisionId id) {
      return steps(id).stream().filter(StepReview::blocks).count();
    }
  }

  /** Judges one script that was changed. */
  FixedScript judge(AppliedFixes.Changed script, History.Folded old, State before, State after) {
    RevisionId id = old.revision().id();
    if (harm(after.findings(script.shown())) >= harm(before.findings(script.shown()))) {
      return result(
          script, FixedScript.Outcome.TAKEN_BACK, "what it brings is no better than what it mends");
    }
    History.Folded mended = after.folded(id);
    String counts =
        before.findings(script.shown()).size()
            + " findings before, "
            + after.findings(script.shown()).size()
            + " after; steps that block: "
            + before.blocking(id)
            + " before, "
            + after.blocking(id)
            + " after";
    if (settings.database() != DialectName.POSTGRESQL) {
      boolean same = old.after().equals(mended.after());
      return same || !script.safe()
          ? result(
              script,
              FixedScript.Outcome.NOT_PROVEN,
              "proofs run on PostgreSQL; as far as the steps tell, "
                  + (same ? "it ends in the same schema" : "it ends in another schema")
                  + " ("
                  + counts
                  + ")")
          : result(script, FixedScript.Outcome.TAKEN_BACK, "it would end in another schema");
    }
    Optional<String> obstacle = obstacle(mended.revision());
    if (obstacle.isPresent()) {
      return result(script, FixedScript.Outcome.TAKEN_BACK, "not provable: " + obstacle.get());
    }
    try {
      return prove(script, old, mended, after.steps(id), counts);
    } catch (ToolFailure failure) {
      return result(
          script,
          FixedScript.Outcome.TAKEN_BACK,
          "not provable here: " + failure.what() + "; " + failure.help());
    }
  }

  private FixedScript prove(
      AppliedFixes.Changed script,
      History.Folded old,
      History.Folded mended,
      List<StepReview> steps,
      String counts) {
    SameEnd.Result end =
        new SameEnd(server(), Proofs.dialect(settings.serverMajor()))
            .compare(old.before(), version(old.revision()), version(mended.revision()));
    if (end.failure().isPresent()) {
      return result(script, FixedScript.Outcome.TAKEN_BACK, end.failure().get());
    }
    if (!end.differences().isEmpty() && script.safe()) {
      return result(
          script,
          FixedScript.Outcome.TAKEN_BACK,
          "it would not end in the same schema: " + String.join("; ", end.differences()));
    }
    List<String> surprises =
        new Tracer(server(), Proofs.dialect(settings.serverMajor()))
            .run(old.before(), steps.stream().map(TraceRevisions::call).toList()).stream()
                .flatMap(it -> it.differences().stream())
                .toList();
    if (!surprises.isEmpty()) {
      return result(
          script,
          FixedScript.Outcome.TAKEN_BACK,
          "the server does something else than was foretold: " + String.join("; ", surprises));
    }
    String where = "on PostgreSQL " + settings.serverMajor() + " ";
    String ends =
        end.before().isPresent()
            ? "the upgrade runs now; before, it was refused: " + end.before().get()
            : end.differences().isEmpty()
                ? "both versions end in the same schema"
                : "it ends in another schema, as an unsafe fix may: "
                    + String.join("; ", end.differences());
    String back = end.leadsBack() ? "; the downgrade leads back" : "";
    return result(script, FixedScript.Outcome.PROVEN, where + ends + back + "; " + counts);
  }

  private static SameEnd.Version version(Revision revision) {
    boolean known = revision.downgrade().stream().noneMatch(FixRevisions::isOpaque);
    return new SameEnd.Version(
        revision.upgrade().stream().filter(it -> !isOpaque(it)).toList(),
        known ? revision.downgrade() : List.of());
  }

  private static boolean isOpaque(Step step) {
    return step.operation() instanceof Opaque;
  }

  private static Optional<String> obstacle(Revision revision) {
    return revision.upgrade().stream().anyMatch(FixRevisions::isOpaque)
        ? Optional.of("a step of the revision is not understood")
        : Optional.empty();
  }

  private EmbeddedPostgres server() {
    return Proofs.server(settings.serverMajor());
  }

  private static FixedScript result(
      AppliedFixes.Changed script, FixedScript.Outcome outcome, String why) {
    return new FixedScript(script.shown(), new ArrayList<>(script.titles()), outcome, why);
  }

  /** What is left counts by its severity: a fix that brings as much as it takes is none. */
  static int harm(List<Finding> findings) {
    return findings.stream()
        .mapToInt(
            it ->
                switch (it.severity()) {
                  case LOW -> 1;
                  case MEDIUM -> 4;
                  case HIGH -> 16;
                  case CRITICAL -> 64;
                })
        .sum();
  }
}
