package limbeck.review.rule;

import static limbeck.review.Category.REVERSIBILITY;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.diff.DiffOptions;
import limbeck.diff.SchemaDiff;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.CreateTable;
import limbeck.operation.TypeOperation;
import limbeck.operation.TypeOperation.AddEnumLabel;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Whether the way back is there, leads back, and runs. */
public final class ReversibilityRules {
  private static final int SHOWN = 3;

  private ReversibilityRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return List.of(
        rule("LK501", "downgrade-missing", REVERSIBILITY, MEDIUM)
            .fixed()
            .inRevision(
                "alembic downgrade fails on this revision: a bad deployment cannot be taken back.",
                facts ->
                    !facts.revision().downgradeDefined() && does(facts)
                        ? about(facts, "the script has no downgrade()", "upgrade")
                            .map(it -> it.with(DowngradeFixes.added(facts)))
                        : Stream.empty()),
        rule("LK502", "downgrade-empty", REVERSIBILITY, MEDIUM)
            .fixed()
            .inRevision(
                "alembic downgrade goes on as if it had undone the revision; the next upgrade meets"
                    + " what is already there and fails.",
                facts ->
                    facts.revision().downgradeDefined()
                            && changesSchema(facts)
                            && Script.of(facts).isEmpty("downgrade")
                        ? about(facts, "downgrade() does nothing", "downgrade")
                            .map(
                                it ->
                                    it.with(
                                        DowngradeFixes.replaced(
                                            facts, "Undo the upgrade in the downgrade", true)))
                        : Stream.empty()),
        rule("LK503", "downgrade-raises", REVERSIBILITY, LOW)
            .inRevision(
                "The revision says itself that there is no way back.",
                facts ->
                    Script.of(facts).raises("downgrade")
                        ? about(facts, "downgrade() raises an exception", "downgrade")
                        : Stream.empty()),
        rule("LK504", "downgrade-differs", REVERSIBILITY, MEDIUM)
            .fixedOnRequest()
            .inRevision(
                "After upgrade and downgrade the schema is not what it was; the next upgrade may"
                    + " fail, and the older release meets a schema it was not written for.",
                ReversibilityRules::differs),
        rule("LK505", "downgrade-fails", REVERSIBILITY, HIGH)
            .inRevision(
                "The downgrade stops with an error, half way.",
                facts ->
                    facts.complete()
                        ? facts.downgradeSteps().stream()
                            .filter(StepReview::failsForCertain)
                            .limit(1)
                            .map(
                                it ->
                                    Found.at(
                                        it,
                                        About.statement(it),
                                        "the downgrade is refused: "
                                            + it.fails().map(f -> f.why()).orElse("")))
                        : Stream.empty()),
        rule("LK506", "enum-type-left-behind", REVERSIBILITY, HIGH)
            .onPostgresql()
            .fixed()
            .inRevision(
                "The downgrade drops the table or column, not the enum type: the next upgrade"
                    + " fails because the type exists. Drop it: sa.Enum(name=…).drop("
                    + "op.get_bind()).",
                ReversibilityRules::leftTypes),
        rule("LK507", "rows-not-taken-back", REVERSIBILITY, LOW)
            .onRequest()
            .inRevision(
                "The downgrade leaves the rows as the upgrade made them.",
                facts ->
                    writes(facts.steps())
                            && !writes(facts.downgradeSteps())
                            && !Script.of(facts).raises("downgrade")
                            && facts.revision().downgradeDefined()
                        ? about(facts, "the upgrade writes rows, the downgrade none", "downgrade")
                        : Stream.empty()),
        rule("LK508", "enum-label-stays", REVERSIBILITY, LOW)
            .onPostgresql()
            .onRequest()
            .in(
                AddEnumLabel.class,
                "PostgreSQL cannot remove a label: the downgrade can only exchange the type, or"
                    + " leave the label.",
                (facts, step, part, add) ->
                    Optional.of(
                        Found.at(
                            part,
                            new Subject("type", Optional.empty(), add.type().toString()),
                            "the label '" + add.label() + "' stays after a downgrade"))),
        rule("LK509", "downgrade-not-understood", REVERSIBILITY, LOW)
            .inRevision(
                "Whether it leads back cannot be told.",
                facts ->
                    facts.downgradeSteps().stream()
                        .filter(
                            it ->
                                it.parts().stream()
                                    .anyMatch(
                                        part ->
                                            part.operation() instanceof Opaque opaque
                                                && opaque.mayChangeSchema()))
                        .filter(_ -> !Script.of(facts).raises("downgrade"))
                        .limit(1)
                        .map(
                            it ->
                                Found.at(
                                    it,
                                    About.statement(it),
                                    "this step of the downgrade is not understood"))),
        rule("LK510", "added-values-lost-on-downgrade", REVERSIBILITY, LOW)
            .onRequest()
            .in(
                AddColumn.class,
                "What the new release has written by then is gone after a downgrade.",
                (facts, step, part, add) ->
                    About.existed(part, add.table())
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(add.table(), add.column().name()),
                                "a downgrade drops the values of "
                                    + add.table()
                                    + "."
                                    + add.column().name()))
                        : Optional.empty()));
  }

  private static Stream<Found> about(RevisionFacts facts, String message, String function) {
    return Stream.of(
        Found.at(
            Script.of(facts).place(function),
            About.revision(facts.revision().id().text()),
            message));
  }

  private static boolean does(RevisionFacts facts) {
    return !facts.steps().isEmpty();
  }

  private static boolean changesSchema(RevisionFacts facts) {
    return facts.upgrade().stream()
        .map(it -> it.operation())
        .anyMatch(it -> !(it instanceof DataOperation) && !(it instanceof AddEnumLabel));
  }

  private static boolean writes(List<StepReview> steps) {
    return steps.stream()
        .flatMap(it -> it.parts().stream())
        .anyMatch(
            it ->
                switch (it.operation()) {
                  case DataOperation.ExecuteSql sql -> !sql.writes().isEmpty();
                  case DataOperation.Backfill _, DataOperation.InsertRows _ -> true;
                  default -> false;
                });
  }

  /**
   * Whether a constraint is dropped that is not found: its name may be one that the database made
   * up, as InnoDB numbers foreign keys.
   */
  private static boolean dropsWhatIsNotKnown(StepFacts part) {
    return part.operation() instanceof ConstraintOperation.DropConstraint drop
        && !drop.ifExists()
        && part.before().equals(part.after());
  }

  private static Stream<Found> differs(RevisionFacts facts) {
    boolean unsure =
        !facts.complete()
            || facts.downgradeSteps().isEmpty()
            || facts.downgradeSteps().stream().anyMatch(it -> !it.understood())
            || facts.downgradeSteps().stream().anyMatch(StepReview::failsForCertain)
            || Stream.of(facts.upgrade(), facts.downgrade())
                .flatMap(List::stream)
                .anyMatch(ReversibilityRules::dropsWhatIsNotKnown);
    if (unsure) {
      return Stream.empty();
    }
    Schema back = facts.downgradeSteps().getLast().parts().getLast().after();
    List<String> differences =
        SchemaDiff.between(
                without(back, facts.before()), without(facts.before(), back), options(facts))
            .operations()
            .stream()
            .filter(it -> !isOwnFinding(it, facts))
            .map(Describe::describe)
            .toList();
    if (differences.isEmpty()) {
      return Stream.empty();
    }
    String more =
        differences.size() > SHOWN ? " and " + (differences.size() - SHOWN) + " more" : "";
    return about(
            facts,
            "the downgrade does not lead back: it would still need to "
                + String.join(", ", differences.subList(0, Math.min(SHOWN, differences.size())))
                + more,
            "downgrade")
        .map(
            it ->
                it.with(
                    DowngradeFixes.replaced(
                        facts, "Write the downgrade anew, from the upgrade", false)));
  }

  /** Leaves out the tables that both hold alike, which are nearly all. */
  private static Schema without(Schema schema, Schema other) {
    Schema result = schema;
    for (TableName name : schema.tables().keySet()) {
      if (schema.table(name).equals(other.table(name))) {
        result = result.without(name);
      }
    }
    return result;
  }

  /** Labels cannot go, and types that stay are told by a rule of their own. */
  private static boolean isOwnFinding(Operation operation, RevisionFacts facts) {
    return facts.database() == DialectName.POSTGRESQL
        && (operation instanceof TypeOperation
            || operation instanceof ObjectOperation.CreateSequence
            || operation instanceof ObjectOperation.DropSequence
            || isNumbering(operation));
  }

  /** How a column is numbered can be spelled in ways that only the catalog brings to one. */
  private static boolean isNumbering(Operation operation) {
    return operation instanceof ColumnOperation.AlterColumn alter
        && alter.changes().stream()
            .allMatch(
                it ->
                    it instanceof ColumnChange.SetAutoincrement
                        || (it instanceof ColumnChange.SetDefault(var from, var to)
                            && (from.toString() + to).contains("nextval")));
  }

  private static DiffOptions options(RevisionFacts facts) {
    Dialect dialect =
        Dialects.of(
            facts.database(),
            facts.database() == DialectName.POSTGRESQL
                ? OptionalInt.of(facts.settings().serverMajor())
                : OptionalInt.empty());
    return DiffOptions.of(dialect::normalize, DefaultNames.ofHistory(facts.database()));
  }

  private static Stream<Found> leftTypes(RevisionFacts facts) {
    if (facts.downgradeSteps().isEmpty()
        || facts.downgradeSteps().stream().anyMatch(it -> !it.understood())) {
      return Stream.empty();
    }
    Set<TypeName> added = new TreeSet<>(facts.after().enums().keySet());
    added.removeAll(facts.before().enums().keySet());
    Schema back = facts.downgradeSteps().getLast().parts().getLast().after();
    added.retainAll(back.enums().keySet());
    boolean usedStill =
        facts.upgrade().stream()
            .anyMatch(
                it ->
                    it.operation() instanceof CreateTable
                        || it.operation() instanceof AddColumn
                        || it.operation() instanceof TypeOperation.CreateEnum);
    return usedStill
        ? added.stream()
            .map(
                it ->
                    Found.at(
                            Script.of(facts).place("downgrade"),
                            new Subject("type", Optional.empty(), it.toString()),
                            "the enum type " + it + " is left behind by the downgrade")
                        .with(DowngradeFixes.dropsType(facts, it)))
        : Stream.empty();
  }
}
