package limbeck.workflow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import limbeck.diff.Difference;
import limbeck.operation.Apply;
import limbeck.plan.AnswerReader;
import limbeck.plan.Answers;
import limbeck.plan.Plan;
import limbeck.plan.PlanOptions;
import limbeck.plan.Planner;
import limbeck.plan.SafetyNote;
import limbeck.project.Settings;
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
import limbeck.schema.DialectName;
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
   * @param answers to questions the change leaves open, beside those of the settings
   * @param write whether a file is written; false only shows it
   * @param prove whether it is proven on an embedded PostgreSQL first
   * @param assumeSafe whether open questions are answered by the way that loses nothing
   * @param now the moment of creation
   * @param zone the machine's time zone
   * @param hexadecimal gives twelve random hexadecimal digits
   */
  public record Request(
      ProjectRequest project,
      String message,
      Optional<String> revisionId,
      Settings.Answers answers,
      boolean write,
      boolean prove,
      boolean assumeSafe,
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
    Comparison comparison = Comparison.of(workspace, parents);
    Plan plan = plan(comparison);
    if (!plan.questions().isEmpty()) {
      return new Result.Undecided(plan, workspace.problems());
    }
    if (plan.isEmpty()) {
      return new Result.NothingToDo(workspace.problems());
    }
    return revise(comparison, plan);
  }

  private Plan plan(Comparison comparison) {
    Settings.Answers stated = workspace.project().settings().answers().with(request.answers());
    Plan plan = plan(comparison, stated);
    for (int round = 0;
        request.assumeSafe() && round < 20 && !plan.questions().isEmpty();
        round++) {
      Optional<Settings.Answers> more = SafeAnswers.add(stated, plan.questions());
      if (more.isEmpty()) {
        return plan;
      }
      stated = more.get();
      plan = plan(comparison, stated);
    }
    return plan;
  }

  private Plan plan(Comparison comparison, Settings.Answers stated) {
    Answers answers = answers(comparison, stated);
    Difference difference =
        comparison.difference(
            workspace, answers.statedRenames(comparison.before(), comparison.wanted()));
    PlanOptions options =
        (workspace.dialectName() == DialectName.POSTGRESQL
                ? PlanOptions.postgresql(Proofs.POSTGRESQL_MAJOR)
                : PlanOptions.of(
                    workspace.dialectName(),
                    0,
                    workspace.defaultNames(),
                    workspace.dialect()::quote))
            .withAnswers(answers)
            .withPythonDefaults(PythonDefaults.of(workspace.models(), workspace.dialectName()));
    return Planner.plan(difference, comparison.before(), comparison.wanted(), options);
  }

  private static Answers answers(Comparison comparison, Settings.Answers stated) {
    AnswerReader reader = new AnswerReader(comparison.before(), comparison.wanted());
    stated.renames().forEach(reader::rename);
    stated.notRenames().forEach(reader::notRename);
    stated.fills().forEach((place, sql) -> reader.fill(place + "=" + sql));
    stated.downFills().forEach((place, sql) -> reader.fillDown(place + "=" + sql));
    stated.usings().forEach((place, sql) -> reader.using(place + "=" + sql));
    stated.downUsings().forEach((place, sql) -> reader.usingDown(place + "=" + sql));
    stated.labelMaps().forEach(reader::map);
    stated.unfilled().forEach(reader::noFill);
    return reader.answers();
  }

  private Result revise(Comparison comparison, Plan plan) {
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
        ScriptRenderer.render(draft(comparison, plan, id, moment), Rendering.of(workspace));
    Path file = file(comparison.parents(), id, moment);
    String shown = workspace.project().display(file);
    Verdict verdict =
        request.prove()
            ? Proofs.prove(workspace, claim(comparison, plan))
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
        workspace.problems());
  }

  private RevisionDraft draft(
      Comparison comparison, Plan plan, RevisionId id, RevisionNaming.Moment moment) {
    return new RevisionDraft(
        id,
        comparison.parents(),
        List.of(),
        List.of(),
        request.message(),
        moment.text(),
        comparison.before(),
        plan.upgrade(),
        after(comparison, plan),
        plan.downgrade(),
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
    return workspace.project().versionLocations().getFirst().resolve(name);
  }

  private Claim claim(Comparison comparison, Plan plan) {
    return new Claim(
        comparison.before(),
        workspace.runnableHistory(comparison.parents()),
        plan.upgrade(),
        plan.downgrade(),
        Optional.of(KnownNames.adopt(comparison.wanted(), after(comparison, plan))));
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
