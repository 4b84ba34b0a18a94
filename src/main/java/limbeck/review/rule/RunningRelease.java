package limbeck.review.rule;

import static limbeck.review.Category.COMPATIBILITY;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.rule.PatternRule.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.TableOperation.DropTable;
import limbeck.operation.TableOperation.RenameTable;
import limbeck.review.MappedModels;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The statements of one release against the schema of another: what its models map is in the column
 * list of every SELECT, INSERT and UPDATE it sends.
 */
final class RunningRelease {
  private RunningRelease() {}

  /** Returns the rules, in the order of their identifiers. */
  static List<Rule> all() {
    return List.of(
        rule("LK416", "running-release-fails", COMPATIBILITY, HIGH)
            .inRevision(
                "The models of the base branch are those of the release that runs while this is"
                    + " applied. SQLAlchemy names every mapped column in each SELECT and INSERT:"
                    + " release code that no longer maps it first, and change the schema in the"
                    + " next release.",
                facts ->
                    facts.surroundings().running().stream()
                        .flatMap(it -> broken(facts, it).stream())),
        rule("LK417", "new-release-fails-after-downgrade", COMPATIBILITY, LOW)
            .onRequest()
            .in(
                AddColumn.class,
                "The models of this very project map the column; after a downgrade it is gone, and"
                    + " each of their SELECTs and INSERTs fails. Take the code back first.",
                RunningRelease::lostAgain));
  }

  private static List<Found> broken(RevisionFacts facts, MappedModels running) {
    List<Found> result = new ArrayList<>();
    for (StepReview step : facts.steps()) {
      for (StepFacts part : step.parts()) {
        switch (part.operation()) {
          case DropColumn drop ->
              column(facts, running, part, drop.table(), drop.column()).ifPresent(result::add);
          case AlterColumn alter -> {
            if (alter.changes().stream().anyMatch(ColumnChange.Rename.class::isInstance)) {
              column(facts, running, part, alter.table(), alter.column()).ifPresent(result::add);
            }
          }
          case DropTable drop -> table(facts, running, part, drop.table()).ifPresent(result::add);
          case RenameTable rename ->
              table(facts, running, part, rename.from()).ifPresent(result::add);
          default -> {} // nothing else takes a name away
        }
      }
    }
    facts
        .after()
        .tables()
        .values()
        .forEach(it -> demanded(facts, running, it).ifPresent(result::add));
    return result;
  }

  private static Optional<Found> column(
      RevisionFacts facts,
      MappedModels running,
      StepFacts part,
      TableName table,
      ColumnName column) {
    boolean mapped = running.schema().table(table).flatMap(it -> it.column(column)).isPresent();
    boolean gone = facts.after().table(table).flatMap(it -> it.column(column)).isEmpty();
    return mapped && gone && About.existed(part, table)
        ? Optional.of(
            Found.at(
                part,
                About.column(table, column),
                "every SELECT and INSERT of "
                    + model(running, table)
                    + " in the running release names "
                    + table
                    + "."
                    + column))
        : Optional.empty();
  }

  private static Optional<Found> table(
      RevisionFacts facts, MappedModels running, StepFacts part, TableName table) {
    return running.schema().table(table).isPresent()
            && facts.after().table(table).isEmpty()
            && About.existed(part, table)
        ? Optional.of(
            Found.at(
                part,
                About.table(table),
                "every query of "
                    + model(running, table)
                    + " in the running release names "
                    + table))
        : Optional.empty();
  }

  /** A column that the INSERT of the running release gives no value, and that must have one. */
  private static Optional<Found> demanded(RevisionFacts facts, MappedModels running, Table after) {
    Optional<Table> mapped = running.schema().table(after.name());
    if (mapped.isEmpty() || facts.before().table(after.name()).isEmpty()) {
      return Optional.empty();
    }
    for (StepFacts part : facts.upgrade()) {
      if (part.operation() instanceof AddColumn add
          && add.table().equals(after.name())
          && mapped.get().column(add.column().name()).isEmpty()
          && after.column(add.column().name()).filter(RunningRelease::mustBeGiven).isPresent()) {
        return Optional.of(
            Found.at(
                part,
                About.column(after.name(), add.column().name()),
                "an INSERT of "
                    + model(running, after.name())
                    + " in the running release gives no value for "
                    + after.name()
                    + "."
                    + add.column().name()));
      }
    }
    return Optional.empty();
  }

  private static boolean mustBeGiven(Column column) {
    return !column.nullable()
        && column.serverDefault().isEmpty()
        && column.generation().isEmpty()
        && !column.autoincrement();
  }

  private static String model(MappedModels models, TableName table) {
    return models.classOf(table).map(it -> "the model " + it).orElse("the table " + table);
  }

  private static Optional<Found> lostAgain(
      RevisionFacts facts, StepReview step, StepFacts part, AddColumn add) {
    boolean mapped =
        facts.surroundings().wanted().stream()
            .flatMap(it -> it.table(add.table()).stream())
            .anyMatch(it -> it.column(add.column().name()).isPresent());
    return mapped && About.existed(part, add.table())
        ? Optional.of(
            Found.at(
                part,
                About.column(add.table(), add.column().name()),
                "after a downgrade the models still name "
                    + add.table()
                    + "."
                    + add.column().name()))
        : Optional.empty();
  }
}
