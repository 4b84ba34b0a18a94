package limbeck.review;

import java.util.ArrayList;
import java.util.List;
import limbeck.operation.Apply;
import limbeck.revision.Revision;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;

/** Runs the rules over a revision. */
public final class Reviewer {
  private final List<Rule> rules;
  private final DialectName database;

  /**
   * Sets up a review.
   *
   * @param rules which ones, those for other databases are passed over
   * @param database on which the revisions are to run
   */
  public Reviewer(List<Rule> rules, DialectName database) {
    this.rules = rules.stream().filter(rule -> rule.spec().databases().contains(database)).toList();
    this.database = database;
  }

  /** Returns the findings of one revision, in the order of its script. */
  public List<Finding> review(Revision revision, Schema before) {
    RevisionFacts facts = facts(revision, before);
    return rules.stream()
        .flatMap(rule -> rule.check(facts).stream())
        .sorted(Finding.ORDER)
        .toList();
  }

  /** Returns what the rules see of a revision. */
  public RevisionFacts facts(Revision revision, Schema before) {
    List<StepFacts> upgrade = walk(revision.upgrade(), before);
    Schema after = upgrade.isEmpty() ? before : upgrade.getLast().after();
    return new RevisionFacts(
        revision, database, before, after, upgrade, walk(revision.downgrade(), after));
  }

  private static List<StepFacts> walk(List<Step> steps, Schema start) {
    List<StepFacts> result = new ArrayList<>();
    Schema before = start;
    Lifetimes lifetimes = Lifetimes.NONE;
    for (Step step : steps) {
      Schema after = Apply.after(step.operation(), before);
      result.add(new StepFacts(step, before, after, lifetimes));
      lifetimes = lifetimes.after(step.operation());
      before = after;
    }
    return result;
  }
}
