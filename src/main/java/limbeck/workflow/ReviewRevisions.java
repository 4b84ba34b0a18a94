package limbeck.workflow;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.review.Estimates;
import limbeck.review.Finding;
import limbeck.review.HistoryFacts;
import limbeck.review.Ledger;
import limbeck.review.MappedModels;
import limbeck.review.Reviewer;
import limbeck.review.RevisionFacts;
import limbeck.review.Severity;
import limbeck.review.Statistics;
import limbeck.review.StepReview;
import limbeck.review.Suppressions;
import limbeck.review.Surroundings;
import limbeck.review.WritesSteps;
import limbeck.revision.History;
import limbeck.revision.Revision;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.schema.Schema;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** Reviews revisions: which risks they hold for rows, locks and running programs. */
public final class ReviewRevisions {
  /** One fix may clear the way for another, as a name does for what needs one. */
  private static final int ROUNDS = 5;

  private final Request request;
  private final Workspace workspace;
  private final RuleChoice rules;
  private Optional<MappedModels> running = Optional.empty();

  private ReviewRevisions(Request request) {
    this.request = request;
    this.workspace =
        request.target().filter(ReviewRevisions::isLoose).isPresent()
            ? Workspace.openIfAny(request.project())
            : Workspace.open(request.project());
    this.rules = RuleChoice.of(request, workspace.project().settings().review());
  }

  /**
   * What to review.
   *
   * @param project where
   * @param target a revision, a range {@code FROM:TO}, a path of a script or of an SQL file; {@code
   *     -} for what was read from standard input
   * @param base a git reference: only revisions that it does not have are reviewed
   * @param input what was read from standard input
   * @param pgVersion PostgreSQL's major version
   * @param failOn the least severity that counts; {@code never} for none
   * @param statistics the file of how large tables are
   * @param baseline the file of known findings
   * @param writeBaseline whether to write it instead of reading it
   * @param ledger the file of what recorded revisions held
   * @param record whether to write it instead of comparing with it
   * @param rules further settings of rules, each {@code rule=severity}
   * @param trace whether to run the revisions and compare
   * @param fix whether to apply the safe fixes to the scripts
   * @param unsafeFixes whether to apply those that may change what a revision does, too
   * @param today by which suppressions expire
   */
  public record Request(
      ProjectRequest project,
      Optional<String> target,
      Optional<String> base,
      Optional<String> input,
      Optional<String> pgVersion,
      Optional<String> failOn,
      Optional<Path> statistics,
      Optional<Path> baseline,
      boolean writeBaseline,
      Optional<Path> ledger,
      boolean record,
      List<String> rules,
      boolean trace,
      boolean fix,
      boolean unsafeFixes,
      LocalDate today) {
    /** Copies the rules. */
    public Request {
      rules = List.copyOf(rules);
    }
  }

  /**
   * What was found.
   *
   * @param revisions how many were reviewed
   * @param findings in the order of the files and lines
   * @param steps what each call does, in the order in which it runs
   * @param revisionOf the revision a file holds, by the file's path
   * @param allowed how many findings comments allow
   * @param known how many findings the baseline holds
   * @param recorded what was written to the ledger, for the user; empty unless asked for
   * @param failing whether a finding counts
   * @param traces what running the revisions showed; empty unless asked for
   * @param fixed what became of the fixes of each script; empty unless asked for
   * @param statistics how large tables are
   * @param problems what was not understood
   */
  public record Result(
      int revisions,
      List<Finding> findings,
      List<StepReview> steps,
      SortedMap<String, String> revisionOf,
      int allowed,
      int known,
      Optional<String> recorded,
      boolean failing,
      List<TraceRevisions.Traced> traces,
      List<FixedScript> fixed,
      Statistics statistics,
      List<Problem> problems) {
    /** Copies the collections. */
    public Result {
      findings = List.copyOf(findings);
      steps = List.copyOf(steps);
      revisionOf = Collections.unmodifiableSortedMap(new TreeMap<>(revisionOf));
      traces = List.copyOf(traces);
      fixed = List.copyOf(fixed);
      problems = List.copyOf(problems);
    }

    private Result with(List<FixedScript> scripts) {
      return new Result(
          revisions,
          findings,
          steps,
          revisionOf,
          allowed,
          known,
          recorded,
          failing,
          traces,
          scripts,
          statistics,
          problems);
    }

    /** Returns how many steps were understood. */
    public long understood() {
      return steps.stream().filter(StepReview::understood).count();
    }
  }

  /** Reviews what is asked for. */
  public static Result run(Request request) {
    ReviewRevisions review = new ReviewRevisions(request);
    Result found = review.run();
    return request.fix() ? review.fix(found) : found;
  }

  /** Applies fixes until none is left, and keeps those that are proven. */
  private Result fix(Result found) {
    AppliedFixes fixes = new AppliedFixes(request.unsafeFixes());
    FixRevisions.State before = new FixRevisions.State(workspace, found);
    Map<String, History.Folded> old = new HashMap<>();
    found
        .revisionOf()
        .forEach(
            (file, id) ->
                workspace
                    .scripts()
                    .graph()
                    .revision(new RevisionId(id))
                    .ifPresent(it -> old.put(file, workspace.history().folded(it.id()))));
    ReviewRevisions last = this;
    FixRevisions.State after = before;
    for (int i = 0; i < ROUNDS && fixes.apply(last.workspace, after.review().findings()); i++) {
      last = new ReviewRevisions(request);
      after = new FixRevisions.State(last.workspace, last.run());
    }
    List<FixedScript> fixed = new ArrayList<>();
    boolean takenBack = false;
    FixRevisions proofs = new FixRevisions(rules.settings(workspace));
    for (AppliedFixes.Changed script : fixes.changed()) {
      History.Folded from = Objects.requireNonNull(old.get(script.shown()));
      FixedScript outcome = proofs.judge(script, from, before, after);
      fixed.add(outcome);
      if (outcome.outcome() == FixedScript.Outcome.TAKEN_BACK) {
        fixes.takeBack(script);
        takenBack = true;
      }
    }
    Result result = takenBack ? new ReviewRevisions(request).run() : after.review();
    return result.with(fixed);
  }

  private Result run() {
    Optional<SortedMap<String, RevisionHeader>> base =
        request.base().map(it -> new GitRevisions(workspace).headers(it));
    running =
        request
            .base()
            .flatMap(it -> BaseModels.of(request.project(), workspace.project().root(), it));
    Reviewer reviewer = new Reviewer(rules.active(), rules.settings(workspace));
    List<Reviewer.Begun> begun = select(base, reviewer);
    List<Reviewer.Request> selected = begun.stream().map(Reviewer.Begun::request).toList();
    Reviewer.Report report = reviewer.finish(begun);
    List<Finding> findings = new ArrayList<>(report.findings());
    if (request.target().filter(ReviewRevisions::isLoose).isEmpty()) {
      findings.addAll(reviewer.history(history(report.facts(), base)));
    }
    Statistics statistics =
        StatisticsFile.read(request.statistics(), request.project().directory());
    findings = new ArrayList<>(new Estimates(statistics, report.steps()).of(findings));
    List<SourceFile> files =
        selected.stream().map(it -> it.revision().header().file()).distinct().toList();
    Suppressions.Result kept =
        new Suppressions(request.today()).apply(rules.severities(findings), files);
    Optional<String> recorded = request.record() ? Optional.of(record()) : Optional.empty();
    Baseline baseline = Baseline.of(request, workspace.project());
    List<Finding> fresh = baseline.without(kept.findings());
    if (request.writeBaseline()) {
      baseline.write(kept.findings());
    }
    SortedMap<String, String> revisionOf = new TreeMap<>();
    selected.forEach(
        it -> revisionOf.put(it.revision().header().file().path(), it.revision().id().text()));
    return new Result(
        selected.size(),
        fresh,
        report.steps(),
        revisionOf,
        kept.allowed(),
        kept.findings().size() - fresh.size(),
        recorded,
        fresh.stream().anyMatch(it -> rules.counts(it)),
        request.trace()
            ? TraceRevisions.run(workspace, rules.settings(workspace), selected, report.steps())
            : List.of(),
        List.of(),
        statistics,
        workspace.problems());
  }

  private String record() {
    workspace.requireSoundHistory();
    LedgerFile ledger = LedgerFile.of(request, workspace.project());
    int revisions = ledger.write(workspace.scripts().graph());
    return "recorded " + revisions + " revisions in " + ledger.shown();
  }

  private HistoryFacts history(
      List<RevisionFacts> facts, Optional<SortedMap<String, RevisionHeader>> base) {
    Set<RevisionId> ids = new LinkedHashSet<>();
    facts.forEach(it -> ids.add(it.revision().id()));
    return new HistoryFacts(
        workspace.scripts().graph(),
        ids,
        base,
        request.record() ? Ledger.EMPTY : LedgerFile.of(request, workspace.project()).read(),
        facts,
        SchemaOwners.of(workspace.project()));
  }

  private static boolean isLoose(String target) {
    return target.equals("-") || target.endsWith(".sql");
  }

  private List<Reviewer.Begun> select(
      Optional<SortedMap<String, RevisionHeader>> base, Reviewer reviewer) {
    Optional<String> target = request.target();
    if (target.filter(ReviewRevisions::isLoose).isPresent()) {
      return List.of(reviewer.begin(loose(target.get())));
    }
    if (base.isPresent()) {
      return ids(
          workspace.scripts().graph().oldestFirst().stream()
              .filter(it -> !base.get().containsKey(it.text()))
              .toList(),
          reviewer);
    }
    String name = target.orElse("heads");
    Optional<RevisionId> file = byPath(name);
    if (file.isPresent()) {
      return ids(List.of(file.get()), reviewer);
    }
    if (name.endsWith(".py")) {
      return List.of(reviewer.begin(loose(name)));
    }
    workspace.requireSoundHistory();
    return ids(
        name.contains(":")
            ? ListRevisions.range(workspace.scripts().graph(), name).reversed()
            : workspace.revisions(name),
        reviewer);
  }

  private Optional<RevisionId> byPath(String name) {
    if (!name.endsWith(".py")) {
      return Optional.empty();
    }
    Path wanted = request.project().directory().resolve(name).toAbsolutePath().normalize();
    Path plain = Path.of(name).toAbsolutePath().normalize();
    return workspace.scripts().paths().entrySet().stream()
        .filter(
            it -> {
              Path path = it.getValue().toAbsolutePath().normalize();
              return path.equals(wanted) || path.equals(plain);
            })
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Each revision is looked at while the next one is being read. */
  private List<Reviewer.Begun> ids(List<RevisionId> ids, Reviewer reviewer) {
    Set<String> packages = OwnPackages.of(workspace.project());
    List<RevisionId> heads = workspace.scripts().graph().heads();
    WritesSteps writer = StepsWriter.of(workspace);
    Unsure unsure = new Unsure(workspace, ids);
    Map<RevisionId, Reviewer.Begun> begun = new HashMap<>();
    for (RevisionId id : unsure.lineage()) {
      if (!unsure.isSelected(id)) {
        unsure.pass(id);
        continue;
      }
      History.Folded folded = workspace.history().folded(id);
      begun.put(
          id,
          reviewer.begin(
              new Reviewer.Request(
                  folded.revision(),
                  folded.before(),
                  unsure.isKnownBefore(id),
                  surroundings(heads.equals(List.of(id)), packages, writer))));
      unsure.pass(folded.revision());
    }
    return ids.stream().map(it -> Objects.requireNonNull(begun.get(it))).toList();
  }

  private Surroundings surroundings(boolean newest, Set<String> packages, WritesSteps writer) {
    Optional<Schema> wanted =
        newest
                && workspace.stated().problems().isEmpty()
                && !workspace.stated().schema().tables().isEmpty()
            ? Optional.of(workspace.stated().schema())
            : Optional.empty();
    return new Surroundings(
        wanted,
        packages,
        workspace.stated().convention().isPresent(),
        Optional.of(writer),
        running,
        newest && wanted.isPresent() ? Uncovered.of(workspace) : List.of());
  }

  /** A script that is no part of the history, or SQL, as if it came next. */
  private Reviewer.Request loose(String target) {
    SourceFile file =
        target.equals("-")
            ? new SourceFile("<stdin>", OtherFiles.withoutMark(request.input().orElse("")))
            : OtherFiles.read(request.project().directory(), target);
    boolean python = target.endsWith(".py") || file.text().contains("def upgrade(");
    List<RevisionId> heads = workspace.scripts().graph().effectiveHeads();
    if (!python) {
      Schema before = heads.isEmpty() ? Schema.EMPTY : workspace.history().at(heads);
      return new Reviewer.Request(
          SqlScript.revision(file, before), before, !heads.isEmpty(), Surroundings.NONE);
    }
    RevisionHeader header =
        workspace
            .scriptReader()
            .header(file)
            .header()
            .orElseThrow(
                () ->
                    new ToolFailure(
                        ToolFailure.Code.PROJECT,
                        file.path() + " is no revision: it states none",
                        "a revision script states revision and down_revision"));
    List<RevisionId> parents =
        header.parents().stream()
            .filter(it -> workspace.scripts().graph().revision(it).isPresent())
            .toList();
    Schema before = parents.isEmpty() ? Schema.EMPTY : workspace.history().at(parents);
    Revision revision = workspace.scriptReader().read(header, before);
    return new Reviewer.Request(
        revision, before, parents.size() == header.parents().size(), Surroundings.NONE);
  }

  /** Returns the severity of a name. */
  static Optional<Severity> severity(String name) {
    for (Severity severity : Severity.values()) {
      if (severity.name().equalsIgnoreCase(name.strip())) {
        return Optional.of(severity);
      }
    }
    return Optional.empty();
  }
}
