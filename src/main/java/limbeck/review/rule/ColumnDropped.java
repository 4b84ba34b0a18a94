package limbeck.review.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation.DropColumn;
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

/** A column that existed before the revision is dropped: its values are gone. */
public final class ColumnDropped implements Rule {
  private static final RuleSpec SPEC =
      new RuleSpec(
          new RuleId("LK101"),
          "column-dropped",
          Category.DATA_LOSS,
          Severity.HIGH,
          EnumSet.allOf(DialectName.class),
          RuleSpec.FixSafety.NONE);

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public List<Finding> check(RevisionFacts facts) {
    return facts.upgrade().stream().flatMap(step -> check(facts, step).stream()).toList();
  }

  private static Optional<Finding> check(RevisionFacts facts, StepFacts step) {
    if (!(step.operation() instanceof DropColumn drop)
        || step.lifetimes().born(drop.table(), drop.column())
        || step.before()
            .table(drop.table())
            .filter(it -> it.column(drop.column()).isEmpty())
            .isPresent()) {
      return Optional.empty();
    }
    Optional<Copies.Copy> copy = Copies.ofColumn(facts, step, drop.table(), drop.column());
    String column = "column " + drop.table() + "." + drop.column();
    return step.location()
        .map(
            at ->
                new Finding(
                    SPEC,
                    copy.isPresent() ? Severity.MEDIUM : SPEC.severity(),
                    at,
                    new Subject(
                        "column", Optional.of(drop.table().toString()), drop.column().text()),
                    copy.map(it -> column + " is dropped, its values copied to " + it.table())
                        .orElse(column + " is dropped with its values"),
                    copy.map(Copies.Copy::whereabouts)
                            .orElse("The values cannot be brought back by a downgrade.")
                        + " A release that still reads or writes the column fails as soon as this"
                        + " has run.",
                    Optional.empty()));
  }
}
