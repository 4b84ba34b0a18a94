package limbeck.workflow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.operation.Apply;
import limbeck.plan.Plan;
import limbeck.plan.SafetyNote;
import limbeck.render.RevisionDraft;
import limbeck.render.RevisionNaming;
import limbeck.render.ScriptRenderer;
import limbeck.review.Finding;
import limbeck.review.Reviewer;
import limbeck.review.Rules;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;
import limbeck.verify.Claim;
import limbeck.verify.Verdict;

/** Writes the revision that brings a project's history to its models, and proves it. */
public final class Generate {
  private final Request request;
  private final Workspace workspace;

  private Generate(Request request) {
    this.request = request;
    this.workspace = Workspace.open(request.project());
  }

  /**
   * What is asked for.
   *
   * @param project which project
   * @param message the first line of the revision's docstring
   * @param revisionId its identifier; empty lets the project's style decide
   * @param choices what has been chosen about the plan
   * @param write whether a file is written; false only shows it
   * @param prove whether it is proven on an embedded PostgreSQL first
   * @param now the moment of creation
   * @param zone the machine's time zone
   * @param hexadecimal gives twelve random hexadecimal digits
   */
  public record Request(
      ProjectRequest project,
      String message,
      Optional<String> revisionId,
      Choices choices,
      boolean write,
      boolean prove,
      Instant now,
      ZoneId zone,
      Supplier<String> hexadecimal) {}

  /** What came out. */
  public sealed interface Result {
    /** Returns what was not understood on the way. */
    List<Problem> problems();

    /**
     * The models cannot be read well enough to write anything; nothing was written.
     *
     * @param problems what is wrong
     */
    record Unreadable(List<Problem> problems) implements Result {}

    /**
     * Models and history agree.
     *
     * @param problems what was not understood
     */
    record NothingToDo(List<Problem> problems) implements Result {}

    /**
     * Something must be decided first; nothing was written.
     *
     * @param plan with its questions
     * @param problems what was not understood
     */
    record Undecided(Plan plan, List<Problem> problems) implements Result {}

    /**
     * A revision.
     *
     * @param id its identifier
     * @param path its file, as the user would name it
     * @param text its content
     * @param written whether the file is there now
     * @param plan what it does
     * @param verdict what the proof came to
     * @param findings what a review says of it
     * @param problems what was not understood
     */
    record Revised(
        RevisionId id,
        String path,
        String text,
        boolean written,
        Plan plan,
        Verdict verdict,
        List<Finding> findings,
        List<Problem> problems)
        implements Result {
      /** Returns whether nothing speaks against the revision: the proof did not fail. */
      public boolean sound() {
        return switch (verdict) {
          case Verdict.Proven _, Verdict.NotChecked _ -> true;
          case Verdict.Diverged _, Verdict.Failed _ -> false;
        };
      }
    }
  }

  /**
   * Writes the revision, or says why not.
   *
   * @throws ToolFailure when the history cannot be followed or the file cannot be written
   */
  public static Result run(Request request) {
    return new Generate(request).run();
  }

  private Result run() {
    List<RevisionId> parents = workspace.soleHead();
    List<Problem> obstacles = workspace.obstacles();
    if (!obstacles.isEmpty()) {
      return new Result.Unreadable(obstacles);
    }
    Comparison comparison = Comparison.of(workspace, parents).only(request.choices().only());
    Planning.Planned planned = Planning.of(workspace, comparison, request.choices());
    Plan plan = planned.plan();
    if (!plan.questions().isEmpty()) {
      return new Result.Undecided(plan, workspace.problems());
    }
    if (plan.isEmpty()) {
      return new Result.NothingToDo(workspace.problems());
    }
    return revise(comparison, planned);
  }

  private Result revise(Comparison comparison, Planning.Planned planned) {
    Plan plan = planned.plan();
    List<RevisionHeader> headers = workspace.scripts().headers();
    RevisionId id =
        request
            .revisionId()
            .map(workspace::newIdentifier)
            .orElseGet(
                () ->
                    RevisionNaming.next(
                        headers, comparison.parents(), request.message(), request.hexadecimal()));
    RevisionNaming.Moment moment =
        RevisionNaming.Moment.of(
            request.now(), workspace.project().naming().timezone(), request.zone());
    String text =
        ScriptRenderer.render(draft(comparison, planned, id, moment), Rendering.of(workspace));
    Path file = file(comparison.parents(), id, moment);
    String shown = workspace.project().display(file);
    Verdict verdict =
        request.prove()
            ? Proofs.prove(workspace, claim(comparison, plan), plan.downgradeRefused())
            : new Verdict.NotChecked("the proof was not asked for");
    boolean good = verdict instanceof Verdict.Proven || verdict instanceof Verdict.NotChecked;
    if (request.write() && good) {
      RevisionFiles.write(file, text, shown);
    }
    return new Result.Revised(
        id,
        shown,
        text,
        request.write() && good,
        plan,
        verdict,
        review(comparison, id, new SourceFile(shown, text)),
        problems());
  }

  private List<Problem> problems() {
    List<Problem> result = new ArrayList<>(workspace.problems());
    result.addAll(Rendering.problems(workspace.project()));
    return result;
  }

  private RevisionDraft draft(
      Comparison comparison,
      Planning.Planned planned,
      RevisionId id,
      RevisionNaming.Moment moment) {
    Plan plan = planned.plan();
    Comments comments = new Comments(planned.difference(), plan);
    return new RevisionDraft(
        id,
        comparison.parents(),
        List.of(),
        List.of(),
        request.message(),
        moment.text(),
        comparison.before(),
        comments.chosen(plan.upgrade()),
        after(comparison, plan),
        comments.chosen(plan.downgrade()),
        plan.downgradeRefused(),
        plan.notes().stream().map(SafetyNote::text).toList());
  }

  private static Schema after(Comparison comparison, Plan plan) {
    return Apply.after(plan.upgrade().stream().map(Step::operation).toList(), comparison.before());
  }

  private Path file(List<RevisionId> parents, RevisionId id, RevisionNaming.Moment moment) {
    List<RevisionHeader> headers =
        parents.stream().map(it -> workspace.scripts().header(it)).toList();
    String name =
        RevisionNaming.fileName(
            workspace.project().naming().fileTemplate(),
            workspace.project().naming().truncateSlugLength(),
            headers,
            id,
            request.message(),
            moment);
    return folder(parents).resolve(name);
  }

  /** With several version folders a revision lies beside its parent, as with Alembic. */
  private Path folder(List<RevisionId> parents) {
    List<Path> locations = workspace.project().versionLocations();
    return parents.stream()
        .filter(_ -> locations.size() > 1)
        .flatMap(it -> Optional.ofNullable(workspace.scripts().paths().get(it)).stream())
        .flatMap(it -> Optional.ofNullable(it.getParent()).stream())
        .findFirst()
        .orElse(locations.getFirst());
  }

  private Claim claim(Comparison comparison, Plan plan) {
    return new Claim(
        comparison.before(),
        workspace.runnableHistory(comparison.parents()),
        plan.upgrade(),
        plan.downgrade(),
        Proofs.wanted(workspace, comparison.wanted(), after(comparison, plan)));
  }

  /** Reviews the revision as it is written: every finding has its line. */
  private List<Finding> review(Comparison comparison, RevisionId id, SourceFile file) {
    Revision revision =
        workspace.scriptReader().header(file).header().stream()
            .map(it -> workspace.scriptReader().read(it, comparison.before()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("cannot read what was written: " + id));
    return new Reviewer(Rules.ALL, workspace.dialectName()).review(revision, comparison.before());
  }
}
