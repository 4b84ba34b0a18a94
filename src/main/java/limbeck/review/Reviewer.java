package limbeck.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import limbeck.operation.Opaque;
import limbeck.python.syntax.Parser;
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

  /** Reviews the revisions of one run, in the order in which they run. */
  public Report run(List<Request> requests) {
    StepReviewer up = new StepReviewer(settings);
    List<List<StepReview>> upgrades = new ArrayList<>();
    for (Request it : requests) {
      upgrades.add(
          up.review(it.revision().id(), it.revision().upgrade(), it.before(), it.complete()));
    }
    // The rest of a revision asks nothing of the others, and takes most of the time.
    List<RevisionFacts> all = Arrays.asList(new RevisionFacts[requests.size()]);
    IntStream.range(0, requests.size())
        .parallel()
        .forEach(it -> all.set(it, facts(requests.get(it), upgrades.get(it), all.subList(0, it))));
    List<Finding> findings =
        all.parallelStream()
            .flatMap(it -> rules.stream().flatMap(rule -> rule.check(it).stream()))
            .distinct()
            .sorted(Finding.ORDER)
            .toList();
    return new Report(findings, upgrades.stream().flatMap(List::stream).toList(), all);
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
      Request request, List<StepReview> steps, List<RevisionFacts> earlier) {
    Revision revision = request.revision();
    Schema after = after(steps, request.before());
    boolean known = request.complete() && isKnown(revision.upgrade());
    List<StepReview> down =
        new StepReviewer(settings).review(revision.id(), revision.downgrade(), after, known);
    return new RevisionFacts(
        revision,
        settings,
        request.before(),
        after,
        known,
        steps,
        down,
        Parser.parse(revision.header().file()),
        request.surroundings(),
        earlier);
  }

  private static Schema after(List<StepReview> steps, Schema before) {
    return steps.isEmpty() ? before : steps.getLast().parts().getLast().after();
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
