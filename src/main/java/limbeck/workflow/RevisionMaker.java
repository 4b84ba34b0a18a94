package limbeck.workflow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.plan.PhaseWords;
import limbeck.plan.Plan;
import limbeck.plan.SafetyNote;
import limbeck.render.RevisionDraft;
import limbeck.render.RevisionNaming;
import limbeck.render.ScriptRenderer;
import limbeck.review.Finding;
import limbeck.review.Reviewer;
import limbeck.review.Rules;
import limbeck.review.Suppressions;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import limbeck.text.SourceFile;
import limbeck.verify.Claim;
import limbeck.verify.Verdict;

/** Makes new revisions, one after the other: names, renders, proves and reviews them. */
final class RevisionMaker {
  private final Workspace workspace;
  private final Generate.Request request;
  private final List<RevisionId> heads;
  private final List<RevisionHeader> headers;
  private final Map<RevisionId, Made> made = new HashMap<>();
  private final List<Step> earlier = new ArrayList<>();

  /** A revision as it was made: its file, the schema before it, and what a reader finds in it. */
  private record Made(Path file, Schema before, Revision read) {}

  RevisionMaker(Workspace workspace, Generate.Request request) {
    this.workspace = workspace;
    this.request = request;
    this.heads = workspace.soleHead();
    this.headers = new ArrayList<>(workspace.scripts().headers());
  }

  /** Makes a revision for each phase of a plan, each following the one before; writes nothing. */
  List<Generate.Result.Revised> makeAll(
      Comparison comparison, Planning.Planned planned, String message) {
    Plan plan = planned.plan();
    PhaseWords words = new PhaseWords(plan);
    List<Generate.Result.Revised> made = new ArrayList<>();
    Comparison rest = comparison;
    for (int i = 0; i < plan.phases().size(); i++) {
      boolean last = i == plan.phases().size() - 1;
      Plan part = plan.only(plan.phases().get(i));
      Schema after = after(rest, part);
      Comparison step = last ? rest : new Comparison(rest.before(), after, rest.parents());
      // File names are cut short at their end, so what tells them apart goes first.
      String title = plan.phases().size() == 1 ? "" : words.titles().get(i) + ": ";
      Generate.Result.Revised revised =
          make(step, planned.withPlan(part), title + message, words.about(i));
      made.add(revised);
      rest = new Comparison(after, comparison.wanted(), List.of(revised.id()));
    }
    return made;
  }

  /** Makes a revision, and proves it if that is asked for. */
  private Generate.Result.Revised make(
      Comparison comparison, Planning.Planned planned, String message, List<String> about) {
    Plan plan = planned.plan();
    if (request.prove()) {
      Proofs.prepare(workspace, plan.downgradeRefused());
    }
    RevisionId id =
        request
            .revisionId()
            .map(workspace::newIdentifier)
            .orElseGet(
                () ->
                    RevisionNaming.next(
                        headers, comparison.parents(), message, request.hexadecimal()));
    RevisionNaming.Moment moment =
        RevisionNaming.Moment.of(
            request.now(), workspace.project().naming().timezone(), request.zone());
    String text =
        ScriptRenderer.render(
            draft(comparison, planned, id, message, about, moment), Rendering.of(workspace));
    Path file = file(comparison.parents(), id, message, moment);
    String shown = workspace.project().display(file);
    Verdict verdict =
        request.prove()
            ? Proofs.prove(workspace, claim(comparison, plan), plan.downgradeRefused())
            : new Verdict.NotChecked("the proof was not asked for");
    SourceFile source = new SourceFile(shown, text);
    RevisionHeader header =
        workspace.scriptReader().header(source).header().stream()
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("cannot read what was written: " + id));
    Schema before = asRead(comparison);
    Revision read = workspace.scriptReader().read(header, before);
    List<Finding> findings =
        new Suppressions(LocalDate.ofInstant(request.now(), request.zone()))
            .apply(
                new Reviewer(Rules.ALL, workspace.dialectName()).review(read, before),
                List.of(source))
            .findings();
    headers.add(header);
    made.put(id, new Made(file, before, read));
    earlier.addAll(plan.upgrade());
    return new Generate.Result.Revised(id, shown, text, false, plan, verdict, findings, problems());
  }

  /**
   * Returns the schema before a revision as a reader of the files finds it: what is carried as text
   * has the blanks of the script that states it.
   */
  private Schema asRead(Comparison comparison) {
    return comparison.parents().stream()
        .flatMap(it -> Optional.ofNullable(made.get(it)).stream())
        .findFirst()
        .map(it -> after(it.before(), it.read().upgrade()))
        .orElse(comparison.before());
  }

  private Schema after(Schema before, List<Step> steps) {
    Schema schema = before;
    for (Step step : steps) {
      schema = Apply.apply(step.operation(), schema, workspace.defaultNames()).schema();
    }
    return schema;
  }

  /** Writes a revision that was made, if anything is to be written. */
  Generate.Result.Revised save(Generate.Result.Revised revised) {
    if (!request.write()) {
      return revised;
    }
    Path file = Objects.requireNonNull(made.get(revised.id())).file();
    RevisionFiles.write(file, revised.text(), revised.path());
    if (request.hookPath().isEmpty() || workspace.project().hooks().isEmpty()) {
      return revised.saved(revised.text(), List.of());
    }
    List<Problem> wrong = new ArrayList<>(workspace.writeHooks(request.hookPath()).run(file));
    String text = RevisionFiles.read(file, revised.path());
    if (!sameSteps(revised, text)) {
      wrong.add(
          Problem.warning(
              "the post-write hooks changed what " + revised.path() + " does; it is not proven so",
              Optional.empty()));
    }
    return revised.saved(text, wrong);
  }

  /** Returns whether a text does what was proven; it is read as another file than that one was. */
  private boolean sameSteps(Generate.Result.Revised revised, String text) {
    Made before = Objects.requireNonNull(made.get(revised.id()));
    Optional<RevisionHeader> header =
        workspace.scriptReader().header(new SourceFile(revised.path() + " now", text)).header();
    Optional<Revision> now = header.map(it -> workspace.scriptReader().read(it, before.before()));
    return now.isPresent()
        && operations(now.get().upgrade()).equals(operations(before.read().upgrade()))
        && operations(now.get().downgrade()).equals(operations(before.read().downgrade()));
  }

  private static List<Operation> operations(List<Step> steps) {
    return steps.stream().map(Step::operation).toList();
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
      String message,
      List<String> about,
      RevisionNaming.Moment moment) {
    Plan plan = planned.plan();
    Comments comments = new Comments(planned.difference(), plan);
    return new RevisionDraft(
        id,
        comparison.parents(),
        List.of(),
        List.of(),
        message,
        about,
        moment.text(),
        comparison.before(),
        comments.chosen(plan.upgrade()),
        after(comparison, plan),
        comments.chosen(plan.downgrade()),
        plan.downgradeRefused(),
        plan.notes().stream().map(SafetyNote::text).toList());
  }

  /** Returns the schema after a plan. */
  Schema after(Comparison comparison, Plan plan) {
    return after(comparison.before(), plan.upgrade());
  }

  private Path file(
      List<RevisionId> parents, RevisionId id, String message, RevisionNaming.Moment moment) {
    List<RevisionHeader> followed =
        headers.stream().filter(it -> parents.contains(it.id())).toList();
    String name =
        RevisionNaming.fileName(
            workspace.project().naming().fileTemplate(),
            workspace.project().naming().truncateSlugLength(),
            followed,
            id,
            message,
            moment);
    return folder(parents).resolve(name);
  }

  /** With several version folders a revision lies beside its parent, as with Alembic. */
  private Path folder(List<RevisionId> parents) {
    List<Path> locations = workspace.project().versionLocations();
    return parents.stream()
        .filter(_ -> locations.size() > 1)
        .flatMap(
            it ->
                Optional.ofNullable(made.get(it))
                    .map(Made::file)
                    .or(() -> Optional.ofNullable(workspace.scripts().paths().get(it)))
                    .stream())
        .flatMap(it -> Optional.ofNullable(it.getParent()).stream())
        .findFirst()
        .orElse(locations.getFirst());
  }

  private Claim claim(Comparison comparison, Plan plan) {
    return new Claim(
        comparison.before(),
        history(),
        plan.upgrade(),
        plan.downgrade(),
        Proofs.wanted(workspace, comparison.wanted(), after(comparison, plan)));
  }

  /** The history with what was made already; empty when not all of it is known well enough. */
  private Optional<List<Step>> history() {
    // What was compared is no history's schema, when it was taken from elsewhere.
    return Optional.of(heads)
        .filter(_ -> request.choices().present().isEmpty())
        .flatMap(workspace::runnableHistory)
        .map(it -> Stream.concat(it.stream(), earlier.stream()).toList());
  }
}
