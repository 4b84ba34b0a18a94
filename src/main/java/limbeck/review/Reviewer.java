package limbeck.review;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.stream.Stream;
import limbeck.operation.Opaque;
import limbeck.python.syntax.Parser;
import limbeck.python.syntax.SyntaxTree;
import limbeck.revision.Revision;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;

/** Runs the rules over revisions. */
public final class Reviewer {
  private final List<Rule> rules;
  private final ReviewSettings settings;

  /**
   * Sets up a review.
   *
   * @param rules which ones, those for other databases are passed over
   */
  public Reviewer(List<Rule> rules, ReviewSettings settings) {
    this.rules =
        rules.stream()
            .filter(rule -> rule.spec().databases().contains(settings.database()))
            .toList();
    this.settings = settings;
  }

  /** Sets up a review with the rules that are on unless someone says otherwise. */
  public Reviewer(List<Rule> rules, DialectName database) {
    this(
        rules.stream().filter(it -> it.spec().onByDefault()).toList(), ReviewSettings.of(database));
  }

  /**
   * A revision to be reviewed.
   *
   * @param revision the revision
   * @param before the schema it meets
   * @param complete whether that schema is known in full
   * @param surroundings what else of the project a rule may ask
   */
  public record Request(
      Revision revision, Schema before, boolean complete, Surroundings surroundings) {}

  /** Returns the findings of one revision, in the order of its script. */
  public List<Finding> review(Revision revision, Schema before) {
    return run(List.of(new Request(revision, before, true, Surroundings.NONE))).findings();
  }

  /**
   * A revision that is being looked at, perhaps by another thread.
   *
   * @param request the revision
   * @param alone what it shows by itself
   */
  public record Begun(Request request, ForkJoinTask<Alone> alone) {}

  /** What a revision shows by itself, whatever the run has done before. */
  public static final class Alone {
    private final List<CallReview> upgrade;
    private final Schema after;
    private final boolean known;
    private final List<StepReview> downgrade;
    private final SyntaxTree script;

    private Alone(Request request, ReviewSettings settings) {
      Revision revision = request.revision();
      StepReviewer steps = new StepReviewer(settings);
      upgrade =
          steps.review(revision.id(), revision.upgrade(), request.before(), request.complete());
      after = upgrade.isEmpty() ? request.before() : upgrade.getLast().parts().getLast().after();
      known = request.complete() && isKnown(revision.upgrade());
      downgrade =
          new Transactions(settings)
              .run(steps.review(revision.id(), revision.downgrade(), after, known));
      script = Parser.parse(revision.header().file());
    }
  }

  /** Begins to look at a revision, while the caller may go on to read the next one. */
  public Begun begin(Request request) {
    return new Begun(request, ForkJoinPool.commonPool().submit(() -> new Alone(request, settings)));
  }

  /** Reviews the revisions of one run, in the order in which they run. */
  public Report run(List<Request> requests) {
    return finish(requests.stream().map(this::begin).toList());
  }

  /** Reviews revisions that were begun, in the order in which they run. */
  public Report finish(List<Begun> begun) {
    Transactions run = new Transactions(settings);
    List<RevisionFacts> all = Arrays.asList(new RevisionFacts[begun.size()]);
    for (int i = 0; i < begun.size(); i++) {
      Alone alone = begun.get(i).alone().join();
      List<StepReview> steps = run.run(alone.upgrade);
      all.set(i, facts(begun.get(i).request(), alone, steps, all.subList(0, i)));
    }
    List<Finding> findings =
        all.parallelStream()
            // Two revisions never find the same, since their scripts are two files.
            .flatMap(it -> rules.stream().flatMap(rule -> rule.check(it).stream()).distinct())
            .sorted(Finding.ORDER)
            .toList();
    return new Report(
        findings, all.stream().map(RevisionFacts::steps).flatMap(List::stream).toList(), all);
  }

  /** Returns the findings about the history as a whole. */
  public List<Finding> history(HistoryFacts facts) {
    return rules.stream()
        .flatMap(rule -> rule.check(facts).stream())
        .distinct()
        .sorted(Finding.ORDER)
        .toList();
  }

  private RevisionFacts facts(
      Request request, Alone alone, List<StepReview> steps, List<RevisionFacts> earlier) {
    return new RevisionFacts(
        request.revision(),
        settings,
        request.before(),
        alone.after,
        alone.known,
        steps,
        alone.downgrade,
        alone.script,
        request.surroundings(),
        earlier);
  }

  private static boolean isKnown(List<Step> steps) {
    return Stream.of(steps)
        .flatMap(List::stream)
        .noneMatch(it -> it.operation() instanceof Opaque opaque && opaque.mayChangeSchema());
  }

  /**
   * What a review came to.
   *
   * @param findings in the order of the files and their lines
   * @param steps of all revisions, in the order in which they run
   * @param facts what the rules saw of each revision
   */
  public record Report(List<Finding> findings, List<StepReview> steps, List<RevisionFacts> facts) {
    /** Copies the lists. */
    public Report {
      findings = List.copyOf(findings);
      steps = List.copyOf(steps);
      facts = List.copyOf(facts);
    }
  }
}
