package limbeck.review.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import limbeck.operation.Operation;
import limbeck.review.Category;
import limbeck.review.Finding;
import limbeck.review.HistoryFacts;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.RuleId;
import limbeck.review.RuleSpec;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.DialectName;

/** A rule that is one fact: a spec, a reason, and the test of a step, a revision or a history. */
final class PatternRule implements Rule {
  private final RuleSpec spec;
  private final String why;
  private final Look<RevisionFacts> inRevision;
  private final Look<HistoryFacts> inHistory;

  private PatternRule(
      RuleSpec spec, String why, Look<RevisionFacts> inRevision, Look<HistoryFacts> inHistory) {
    this.spec = spec;
    this.why = why;
    this.inRevision = inRevision;
    this.inHistory = inHistory;
  }

  /** Hands on what is found. There are many rules and few findings, so nothing is made for none. */
  private interface Look<F> {
    void at(F facts, Consumer<Found> found);
  }

  @Override
  public RuleSpec spec() {
    return spec;
  }

  @Override
  public List<Finding> check(RevisionFacts facts) {
    return findings(inRevision, facts);
  }

  @Override
  public List<Finding> check(HistoryFacts facts) {
    return findings(inHistory, facts);
  }

  private <F> List<Finding> findings(Look<F> look, F facts) {
    List<Finding> result = new ArrayList<>(0);
    look.at(facts, it -> finding(it).ifPresent(result::add));
    return result;
  }

  private Optional<Finding> finding(Found found) {
    return found
        .at()
        .map(
            at ->
                new Finding(
                    spec,
                    found.severity().orElse(spec.severity()),
                    at,
                    found.subject(),
                    found.message(),
                    found.why().orElse(why),
                    found.fix()));
  }

  /** Tests one call of a script. */
  interface StepTest {
    Stream<Found> test(RevisionFacts facts, StepReview step);
  }

  /** Tests one operation of a call. */
  interface OperationTest<O extends Operation> {
    Optional<Found> test(RevisionFacts facts, StepReview step, StepFacts part, O operation);
  }

  /** Begins a rule for every database. */
  static Spec rule(String id, String name, Category category, Severity severity) {
    return new Spec(
        id,
        name,
        category,
        severity,
        EnumSet.allOf(DialectName.class),
        true,
        RuleSpec.FixSafety.NONE);
  }

  /** A rule on its way. */
  record Spec(
      String id,
      String name,
      Category category,
      Severity severity,
      Set<DialectName> databases,
      boolean onByDefault,
      RuleSpec.FixSafety fix) {
    Spec {
      databases = Set.copyOf(databases);
    }

    /** Limits it to some databases. */
    Spec on(DialectName... only) {
      return new Spec(id, name, category, severity, Set.of(only), onByDefault, fix);
    }

    Spec onPostgresql() {
      return on(DialectName.POSTGRESQL);
    }

    /** Leaves it off unless someone asks for it. */
    Spec onRequest() {
      return new Spec(id, name, category, severity, databases, false, fix);
    }

    /** Says that fixes are offered that end in the same schema. */
    Spec fixed() {
      return new Spec(
          id, name, category, severity, databases, onByDefault, RuleSpec.FixSafety.SAFE);
    }

    /** Says that fixes are offered that may change what the revision does. */
    Spec fixedOnRequest() {
      return new Spec(
          id, name, category, severity, databases, onByDefault, RuleSpec.FixSafety.UNSAFE);
    }

    private RuleSpec spec() {
      return new RuleSpec(new RuleId(id), name, category, severity, databases, fix, onByDefault);
    }

    private Rule looking(String why, Look<RevisionFacts> look) {
      return new PatternRule(spec(), why, look, (_, _) -> {});
    }

    Rule inRevision(String why, Function<RevisionFacts, Stream<Found>> test) {
      return looking(why, (facts, found) -> test.apply(facts).forEach(found));
    }

    Rule inHistory(String why, Function<HistoryFacts, Stream<Found>> test) {
      return new PatternRule(
          spec(), why, (_, _) -> {}, (facts, found) -> test.apply(facts).forEach(found));
    }

    Rule inStep(String why, StepTest test) {
      return looking(
          why,
          (facts, found) -> {
            for (StepReview step : facts.steps()) {
              test.test(facts, step).forEach(found);
            }
          });
    }

    <O extends Operation> Rule in(Class<O> type, String why, OperationTest<O> test) {
      return looking(
          why,
          (facts, found) -> {
            for (StepReview step : facts.steps()) {
              for (StepFacts part : step.parts()) {
                if (type.isInstance(part.operation())) {
                  test.test(facts, step, part, type.cast(part.operation())).ifPresent(found);
                }
              }
            }
          });
    }
  }
}
