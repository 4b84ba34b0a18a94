package limbeck.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Supplier;
import limbeck.plan.Plan;
import limbeck.review.Finding;
import limbeck.revision.RevisionId;
import limbeck.schema.TableName;
import limbeck.text.ToolFailure;
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
   * @param hookPath where programs lie (the value of {@code PATH}) that the project wants to be run
   *     on a new file; empty runs none
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
      Optional<String> hookPath,
      Instant now,
      ZoneId zone,
      Supplier<String> hexadecimal) {
    /** Returns this request with other choices. */
    public Request withChoices(Choices other) {
      return new Request(
          project, message, revisionId, other, write, prove, hookPath, now, zone, hexadecimal);
    }
  }

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
      /**
       * Returns this revision, now written.
       *
       * @param content of the file
       * @param more what else was not as it should be
       */
      Revised saved(String content, List<Problem> more) {
        List<Problem> all = new ArrayList<>(problems);
        all.addAll(more);
        return new Revised(id, path, content, true, plan, verdict, findings, List.copyOf(all));
      }

      /** Returns whether nothing speaks against the revision: the proof did not fail. */
      public boolean sound() {
        return switch (verdict) {
          case Verdict.Proven _, Verdict.NotChecked _ -> true;
          case Verdict.Diverged _, Verdict.Failed _ -> false;
        };
      }
    }

    /**
     * Several revisions, each following the one before.
     *
     * @param revisions in order
     */
    record Series(List<Revised> revisions) implements Result {
      /** Copies the list. */
      public Series {
        revisions = List.copyOf(revisions);
      }

      @Override
      public List<Problem> problems() {
        return revisions.stream().flatMap(it -> it.problems().stream()).distinct().toList();
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
    workspace.readBoth();
    List<RevisionId> parents = workspace.soleHead();
    List<Problem> obstacles = workspace.obstacles();
    if (!obstacles.isEmpty()) {
      return new Result.Unreadable(obstacles);
    }
    Comparison comparison = Comparison.of(workspace, parents, request.choices());
    Planning.Planned planned = Planning.of(workspace, comparison, request.choices());
    Plan plan = planned.plan();
    if (!plan.questions().isEmpty()) {
      return new Result.Undecided(plan, workspace.problems());
    }
    if (plan.isEmpty()) {
      return new Result.NothingToDo(workspace.problems());
    }
    RevisionMaker maker = new RevisionMaker(workspace, request);
    List<SortedSet<TableName>> parts =
        request.choices().split()
            ? Parts.of(
                comparison.before(), comparison.wanted(), planned.difference(), planned.renames())
            : List.of();
    if (parts.size() < 2 && plan.phases().size() < 2) {
      Result.Revised revised = maker.makeAll(comparison, planned, request.message()).getFirst();
      return revised.sound() ? maker.save(revised) : revised;
    }
    return series(
        maker,
        parts.size() < 2
            ? maker.makeAll(comparison, planned, request.message())
            : parts(maker, comparison, parts));
  }

  /** All revisions of a series are written, or none. */
  private Result series(RevisionMaker maker, List<Result.Revised> made) {
    if (request.revisionId().isPresent()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--rev-id names one revision, and this change takes " + made.size(),
          "leave --rev-id out");
    }
    boolean sound = made.stream().allMatch(Result.Revised::sound);
    return new Result.Series(sound ? made.stream().map(maker::save).toList() : made);
  }

  /** Makes revisions for each part, each following the one before. */
  private List<Result.Revised> parts(
      RevisionMaker maker, Comparison comparison, List<SortedSet<TableName>> parts) {
    List<Result.Revised> made = new ArrayList<>();
    Comparison rest = comparison;
    for (SortedSet<TableName> part : parts) {
      Comparison narrowed = rest.only(part.stream().map(TableName::toString).toList());
      Planning.Planned planned = Planning.ofPart(workspace, narrowed, request.choices());
      if (!planned.plan().isEmpty()) {
        String title = Parts.title(part, comparison.wanted().tables());
        made.addAll(maker.makeAll(narrowed, planned, request.message() + ": " + title));
        rest =
            new Comparison(
                maker.after(narrowed, planned.plan()), rest.wanted(), List.of(made.getLast().id()));
      }
    }
    return made;
  }
}
