package limbeck.review.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.review.Category;
import limbeck.review.Finding;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.RuleId;
import limbeck.review.RuleSpec;
import limbeck.review.Severity;
import limbeck.review.StepFacts;
import limbeck.review.Subject;
import limbeck.schema.Column;
import limbeck.schema.DialectName;

/** A NOT NULL column without a default is added to a table that may have rows. */
public final class RequiredColumnWithoutDefault implements Rule {
  private static final RuleSpec SPEC =
      new RuleSpec(
          new RuleId("LK201"),
          "required-column-without-default",
          Category.FAILURE,
          Severity.HIGH,
          EnumSet.of(DialectName.POSTGRESQL, DialectName.SQLITE),
          RuleSpec.FixSafety.NONE);

  @Override
  public RuleSpec spec() {
    return SPEC;
  }

  @Override
  public List<Finding> check(RevisionFacts facts) {
    return facts.upgrade().stream().flatMap(step -> check(step).stream()).toList();
  }

  private static Optional<Finding> check(StepFacts step) {
    if (!(step.operation() instanceof AddColumn add)
        || !leavesRowsEmpty(add.column())
        || step.lifetimes().born(add.table())) {
      return Optional.empty();
    }
    String name = add.table() + "." + add.column().name();
    return step.location()
        .map(
            at ->
                new Finding(
                    SPEC,
                    SPEC.severity(),
                    at,
                    new Subject(
                        "column", Optional.of(add.table().toString()), add.column().name().text()),
                    "column " + name + " is NOT NULL and has no server default",
                    "The statement fails as soon as "
                        + add.table()
                        + " has a row, because nothing"
                        + " says what the rows that are there get.",
                    Optional.empty()));
  }

  private static boolean leavesRowsEmpty(Column column) {
    return !column.nullable()
        && column.serverDefault().isEmpty()
        && column.generation().isEmpty()
        && !column.autoincrement();
  }
}
