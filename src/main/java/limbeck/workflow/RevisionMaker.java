package limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.plan.PhaseWords;
import limbeck.plan.Plan;
import limbeck.plan.SafetyNote;
import limbeck.render.RevisionDraft;
import limbeck.render.RevisionNaming;
import limbeck.render.ScriptRenderer;
import limbeck.review.Finding;
import limbeck.review.Reviewer;
import limbeck.review.Rules;
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
  private final Map<RevisionId, Path> files = new HashMap<>();
  private final List<Step> earlier = new ArrayList<>();

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
    List<Finding> findings = review(comparison, header);
    headers.add(header);
    files.put(id, file);
    earlier.addAll(plan.upgrade());
    return new Generate.Result.Revised(id, shown, text, false, plan, verdict, findings, problems());
  }

  /** Writes a revision that was made, if anything is to be written. */
  Generate.Result.Revised save(Generate.Result.Revised revised) {
    if (!request.write()) {
      return revised;
    }
    Path file = Objects.requireNonNull(files.get(revised.id()));
    RevisionFiles.write(file, revised.text(), revised.path());
    return revised.saved();
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
    Schema schema = comparison.before();
    for (Step step : plan.upgrade()) {
      schema = Apply.apply(step.operation(), schema, workspace.defaultNames()).schema();
    }
    return schema;
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
                Optional.ofNullable(files.getOrDefault(it, workspace.scripts().paths().get(it)))
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
    return workspace
        .runnableHistory(heads)
        .map(it -> Stream.concat(it.stream(), earlier.stream()).toList());
  }

  /** Reviews the revision as it is written: every finding has its line. */
  private List<Finding> review(Comparison comparison, RevisionHeader header) {
    return new Reviewer(Rules.ALL, workspace.dialectName())
        .review(workspace.scriptReader().read(header, comparison.before()), comparison.before());
  }
}
