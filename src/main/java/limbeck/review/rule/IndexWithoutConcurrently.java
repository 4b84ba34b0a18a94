package limbeck.review.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.review.Category;
import limbeck.review.Finding;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.RuleId;
import limbeck.review.RuleSpec;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.Subject;
import limbeck.schema.DialectName;
import limbeck.schema.IndexName;

/** An index is built in the ordinary way on a table that is in use. */
public final class IndexWithoutConcurrently implements Rule {
  private static final RuleSpec SPEC =
      new RuleSpec(
          new RuleId("LK301"),
          "index-without-concurrently",
          Category.LOCKING,
          Severity.HIGH,
          Set.of(DialectName.POSTGRESQL),
          RuleSpec.FixSafety.SAFE);

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public List<Finding> check(RevisionFacts facts) {
    // What is refused builds nothing.
    return facts.steps().stream()
        .filter(it -> !it.failsForCertain())
        .flatMap(it -> it.parts().stream())
        .flatMap(it -> check(facts, it).stream())
        .toList();
  }

  private static Optional<Finding> check(RevisionFacts facts, StepFacts step) {
    if (!(step.operation() instanceof CreateIndex create)
        || create.concurrently()
        || step.lifetimes().born(create.table())) {
      return Optional.empty();
    }
    String name = create.index().name().map(IndexName::text).orElse("(unnamed)");
    return step.location()
        .map(
            at ->
                new Finding(
                    SPEC,
                    SPEC.severity(),
                    at,
                    new Subject("index", Optional.of(create.table().toString()), name),
                    "index " + name + " is built while writes to " + create.table() + " wait",
                    "CREATE INDEX holds a SHARE lock on the table until the transaction ends; the"
                        + " build reads every row, and every INSERT, UPDATE and DELETE waits.",
                    ConcurrentBuild.build(facts, at)));
  }
}
