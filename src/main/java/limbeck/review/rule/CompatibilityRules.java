package limbeck.review.rule;

import static limbeck.review.Category.COMPATIBILITY;
import static limbeck.review.Severity.HIGH;
import static limbeck.review.Severity.LOW;
import static limbeck.review.Severity.MEDIUM;
import static limbeck.review.rule.PatternRule.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ColumnOperation.DropColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.DropConstraint;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.ObjectOperation;
import limbeck.operation.ObjectOperation.DropObject;
import limbeck.operation.ObjectOperation.RenameSequence;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation.DropTable;
import limbeck.operation.TableOperation.RenameTable;
import limbeck.operation.TypeOperation.RenameEnumLabel;
import limbeck.operation.TypeOperation.RenameType;
import limbeck.review.RevisionFacts;
import limbeck.review.Rule;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** What breaks the release of the application that still runs. */
public final class CompatibilityRules {
  private static final Pattern PRESENT =
      Pattern.compile("(?i)\\(*\"?([^\"\\s(]+)\"? IS NOT NULL\\)*");

  private CompatibilityRules() {}

  /** Returns the rules, in the order of their identifiers. */
  public static List<Rule> all() {
    return Stream.of(names(), values(), objects(), models(), RunningRelease.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Rule> names() {
    return List.of(
        rule("LK401", "column-renamed", COMPATIBILITY, HIGH)
            .in(
                AlterColumn.class,
                "SQLAlchemy names every mapped column in each SELECT and INSERT: the running"
                    + " release fails from the moment the column has another name. Add the new"
                    + " column, write both, and drop the old one a release later.",
                (facts, step, part, alter) ->
                    alter.changes().stream().anyMatch(ColumnChange.Rename.class::isInstance)
                            && About.existed(part, alter.table())
                            && !part.lifetimes().born(alter.table(), alter.column())
                            && !StillServed.isTakenOver(facts, step, alter)
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                "running code still asks for "
                                    + alter.table()
                                    + "."
                                    + alter.column()))
                        : Optional.empty()),
        rule("LK402", "table-renamed", COMPATIBILITY, HIGH)
            .in(
                RenameTable.class,
                "The running release asks for the table under its old name and fails. A view of"
                    + " the old name, made in the same transaction, bridges the time.",
                (facts, step, part, rename) ->
                    About.existed(part, rename.from())
                            && !rename.from().equals(rename.to())
                            && !StillServed.isBridged(facts, rename.from())
                        ? Optional.of(
                            Found.at(
                                part,
                                About.table(rename.from()),
                                "running code still asks for " + rename.from()))
                        : Optional.empty()));
  }

  private static List<Rule> values() {
    return List.of(
        rule("LK403", "old-inserts-refused", COMPATIBILITY, HIGH)
            .inRevision(
                "The release that still runs does not know the column, so its INSERT names no"
                    + " value, and the database has none to put in. Keep a server default until"
                    + " that release is gone.",
                facts ->
                    changed(facts).stream()
                        .flatMap(it -> facts.after().table(it).stream())
                        .flatMap(it -> newDemands(facts, it))),
        rule("LK404", "type-differs-for-readers", COMPATIBILITY, MEDIUM)
            .in(
                AlterColumn.class,
                "The running release binds and reads values of the old type.",
                (facts, step, part, alter) -> OtherKindOfValue.in(facts, part, alter)),
        rule("LK405", "column-becomes-nullable", COMPATIBILITY, LOW)
            .onRequest()
            .in(
                AlterColumn.class,
                "Code that was written for the column before does not expect NULL.",
                (facts, step, part, alter) ->
                    alter.changes().contains(new ColumnChange.SetNullable(true))
                            && About.existed(part, alter.table())
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                "readers of "
                                    + alter.table()
                                    + "."
                                    + alter.column()
                                    + " may meet NULL"))
                        : Optional.empty()),
        rule("LK406", "default-dropped", COMPATIBILITY, MEDIUM)
            .in(
                AlterColumn.class,
                "An INSERT that relied on the server default is refused from now on, because the"
                    + " column is NOT NULL.",
                (facts, step, part, alter) ->
                    defaultDropped(part, alter)
                        .filter(_ -> !StillServed.isDefaultTakenOver(facts, step, alter))),
        rule("LK407", "identity-dropped", COMPATIBILITY, HIGH)
            .in(
                AlterColumn.class,
                "An INSERT that left the number to the database is refused from now on.",
                (facts, step, part, alter) ->
                    About.existed(part, alter.table())
                            && alter.changes().stream().anyMatch(CompatibilityRules::endsNumbering)
                            && !StillServed.isNumberedAfterwards(facts, alter)
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(alter.table(), alter.column()),
                                alter.table()
                                    + "."
                                    + alter.column()
                                    + " is no longer numbered by the database"))
                        : Optional.empty()),
        rule("LK408", "writes-restricted", COMPATIBILITY, LOW)
            .onRequest()
            .inStep(
                "The running release may still write rows that the new rule refuses.",
                (facts, step) ->
                    step.parts().stream()
                        .filter(CompatibilityRules::restricts)
                        .map(
                            it ->
                                Found.at(
                                    it,
                                    About.statement(step),
                                    "rows that were accepted before may be refused"))),
        rule("LK409", "constraint-dropped", COMPATIBILITY, LOW)
            .in(
                DropConstraint.class,
                "Nothing keeps out any more what it forbade.",
                (facts, step, part, drop) -> protectionLost(facts, part, drop)),
        rule("LK410", "enum-label-renamed", COMPATIBILITY, HIGH)
            .in(
                RenameEnumLabel.class,
                "The running release still sends the old label, and is refused; it cannot read the"
                    + " new one either.",
                (facts, step, part, rename) ->
                    part.before().enumType(rename.type()).isPresent()
                        ? Optional.of(
                            Found.at(
                                part,
                                new Subject("type", Optional.empty(), rename.type().toString()),
                                "running code still uses the label '" + rename.from() + "'"))
                        : Optional.empty()));
  }

  /** The tables of which a step adds or alters a column. */
  private static Set<TableName> changed(RevisionFacts facts) {
    Set<TableName> result = new LinkedHashSet<>();
    for (StepReview step : facts.steps()) {
      for (StepFacts part : step.parts()) {
        switch (part.operation()) {
          case AddColumn add -> result.add(add.table());
          case AlterColumn alter -> result.add(alter.table());
          default -> {}
        }
      }
    }
    return result;
  }

  /** Columns that demand a value the old release does not give. */
  private static Stream<Found> newDemands(RevisionFacts facts, Table after) {
    Optional<Table> before = facts.before().table(after.name());
    boolean born = facts.upgrade().stream().anyMatch(it -> it.lifetimes().born(after.name()));
    if (before.isEmpty() || born) {
      return Stream.empty();
    }
    return after.columns().stream()
        .filter(CompatibilityRules::demands)
        .filter(it -> before.get().column(it.name()).isEmpty())
        .flatMap(it -> demanding(facts, after.name(), it.name()).stream());
  }

  private static boolean demands(Column column) {
    return !column.nullable()
        && column.serverDefault().isEmpty()
        && column.generation().isEmpty()
        && !column.autoincrement();
  }

  /** The step that makes it so; an addition that is refused on any row is told elsewhere. */
  private static Optional<Found> demanding(
      RevisionFacts facts, TableName table, ColumnName column) {
    Optional<StepFacts> last = Optional.empty();
    for (StepFacts part : facts.upgrade()) {
      boolean renamed =
          part.operation() instanceof AlterColumn(TableName on, var _, var changes)
              && on.equals(table)
              && changes.contains(new ColumnChange.Rename(column));
      if (renamed) {
        return Optional.empty();
      }
      boolean adds =
          part.operation() instanceof AddColumn add
              && add.table().equals(table)
              && add.column().name().equals(column);
      if (adds && demands(((AddColumn) part.operation()).column())) {
        return Optional.empty();
      }
      boolean alters =
          part.operation() instanceof AlterColumn alter
              && alter.table().equals(table)
              && alter.column().equals(column);
      if (adds || alters) {
        last = Optional.of(part);
      }
    }
    return last.map(
        it ->
            Found.at(
                it,
                About.column(table, column),
                "an INSERT of the running release into "
                    + table
                    + " fails: it gives no value for "
                    + column));
  }

  private static Optional<Found> defaultDropped(StepFacts part, AlterColumn alter) {
    Optional<Column> column =
        part.before().table(alter.table()).flatMap(it -> it.column(alter.column()));
    boolean drops =
        alter.changes().stream()
            .anyMatch(it -> it instanceof ColumnChange.SetDefault(var _, var to) && to.isEmpty());
    return drops
            && column.filter(it -> !it.nullable() && it.serverDefault().isPresent()).isPresent()
            && About.existed(part, alter.table())
            && !part.lifetimes().born(alter.table(), alter.column())
        ? Optional.of(
            Found.at(
                part,
                About.column(alter.table(), alter.column()),
                "an INSERT that names no value for "
                    + alter.table()
                    + "."
                    + alter.column()
                    + " is refused from now on"))
        : Optional.empty();
  }

  private static boolean endsNumbering(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetGeneration(var _, var to) -> to.isEmpty();
      case ColumnChange.SetAutoincrement(boolean on) -> !on;
      case ColumnChange.SetType _,
          ColumnChange.SetNullable _,
          ColumnChange.SetDefault _,
          ColumnChange.SetComment _,
          ColumnChange.Rename _ ->
          false;
    };
  }

  private static boolean restricts(StepFacts part) {
    return switch (part.operation()) {
      case AddConstraint add -> About.existed(part, add.table());
      case CreateIndex create -> create.index().unique() && About.existed(part, create.table());
      default -> false;
    };
  }

  /** Whether an operation brings a constraint of the same kind, or takes away its reason. */
  private static boolean replaces(
      Operation operation, DropConstraint drop, Optional<Constraint> known) {
    return switch (operation) {
      case AddConstraint add ->
          add.table().equals(drop.table())
              && known.filter(it -> it.getClass().equals(add.constraint().getClass())).isPresent();
      case CreateIndex create -> create.table().equals(drop.table()) && create.index().unique();
      case DropColumn gone ->
          gone.table().equals(drop.table())
              && known.filter(it -> Dependents.uses(it, gone.column())).isPresent();
      case DropTable target ->
          known.isPresent()
              && known.get() instanceof Constraint.ForeignKey key
              && key.target().equals(target.table());
      default -> false;
    };
  }

  private static Optional<Found> protectionLost(
      RevisionFacts facts, StepFacts part, DropConstraint drop) {
    Optional<Table> table = part.before().table(drop.table());
    Optional<Constraint> known = table.flatMap(it -> it.constraint(drop.name()));
    boolean replaced =
        facts.after().table(drop.table()).isEmpty()
            || saysNotNull(table, known)
            || facts.upgrade().stream().anyMatch(it -> replaces(it.operation(), drop, known));
    return known.isPresent() && About.existed(part, drop.table()) && !replaced
        ? Optional.of(
            Found.at(
                part,
                About.constraint(drop.table(), known.get()),
                "the constraint " + drop.name() + " of " + drop.table() + " goes without another"))
        : Optional.empty();
  }

  /** A check that a column has a value says nothing new of one that is NOT NULL. */
  private static boolean saysNotNull(Optional<Table> table, Optional<Constraint> constraint) {
    Set<String> said =
        table.stream()
            .flatMap(it -> it.columns().stream())
            .filter(it -> !it.nullable())
            .map(it -> it.name().text())
            .collect(Collectors.toSet());
    if (constraint.orElse(null) instanceof Constraint.Check check) {
      Matcher matcher = PRESENT.matcher(check.condition().text());
      return matcher.matches() && said.contains(matcher.group(1));
    }
    return false;
  }

  private static List<Rule> objects() {
    return List.of(
        rule("LK411", "type-renamed", COMPATIBILITY, HIGH)
            .in(
                RenameType.class,
                "SQLAlchemy casts parameters to the type by its name: the running release is"
                    + " refused.",
                (facts, step, part, rename) ->
                    part.before().enumType(rename.from()).isPresent()
                            // Out of the way of another type of that name, it is renamed in
                            // passing.
                            && facts.after().enumType(rename.from()).isEmpty()
                            && part.before().tables().values().stream()
                                .anyMatch(it -> uses(it, rename.from()))
                        ? Optional.of(
                            Found.at(
                                part,
                                new Subject("type", Optional.empty(), rename.from().toString()),
                                "running code still calls the type " + rename.from()))
                        : Optional.empty()),
        rule("LK412", "view-or-function-dropped", COMPATIBILITY, MEDIUM)
            .in(
                ObjectOperation.class,
                "Whatever still reads or calls it fails.",
                (facts, step, part, operation) ->
                    step.failsForCertain()
                        ? Optional.empty()
                        : gone(facts, operation)
                            .map(
                                it ->
                                    Found.at(
                                        part,
                                        new Subject("object", Optional.empty(), it.toString()),
                                        it + missing(operation)))),
        rule("LK413", "sequence-renamed", COMPATIBILITY, MEDIUM)
            .in(
                RenameSequence.class,
                "SQLAlchemy asks a sequence by its name.",
                (facts, step, part, rename) ->
                    step.failsForCertain()
                        ? Optional.empty()
                        : Optional.of(
                            Found.at(
                                part,
                                new Subject("sequence", Optional.empty(), rename.from().toString()),
                                "running code still asks the sequence " + rename.from()))));
  }

  private static boolean uses(Table table, limbeck.schema.TypeName type) {
    return table.columns().stream().anyMatch(it -> Dependents.enumsOf(it.type()).contains(type));
  }

  /** The view or function that an operation leaves without its name. */
  private static Optional<ObjectName> gone(RevisionFacts facts, ObjectOperation operation) {
    Optional<CarriedObject> renamed =
        operation instanceof ObjectOperation.RenameObject rename
            ? Optional.of(rename.from()).filter(it -> !isOfTriggers(it))
            : Optional.empty();
    Optional<CarriedObject.Kind> kind =
        operation instanceof DropObject drop
            ? Optional.of(drop.kind())
            : renamed.map(CarriedObject::kind);
    Optional<ObjectName> name =
        operation instanceof DropObject drop
            ? Optional.of(drop.name())
            : renamed.map(CarriedObject::name);
    return kind.filter(CompatibilityRules::serves).isEmpty()
        ? Optional.empty()
        : name.filter(
            it ->
                facts.after().objects().values().stream()
                    .noneMatch(
                        other ->
                            Optional.of(other.kind()).equals(kind) && other.name().equals(it)));
  }

  /** Nobody but its triggers calls such a function, and they follow it. */
  private static boolean isOfTriggers(CarriedObject object) {
    return object.definition().text().matches("(?is).*\\bRETURNS\\s+TRIGGER\\b.*");
  }

  private static String missing(ObjectOperation operation) {
    return operation instanceof ObjectOperation.RenameObject rename
        ? " is called " + rename.to().name() + ": whatever still uses the old name fails"
        : " is gone for whatever still uses it";
  }

  private static boolean serves(CarriedObject.Kind kind) {
    return switch (kind) {
      case VIEW, MATERIALIZED_VIEW, FUNCTION -> true;
      case EXTENSION, TRIGGER, POLICY, DOMAIN -> false;
    };
  }

  private static List<Rule> models() {
    return List.of(
        rule("LK414", "models-still-use-column", COMPATIBILITY, HIGH)
            .in(
                DropColumn.class,
                "The models of this very project map the column: the new release fails, too.",
                (facts, step, part, drop) ->
                    wanted(facts, drop.table()).flatMap(it -> it.column(drop.column())).isPresent()
                            && facts
                                .after()
                                .table(drop.table())
                                .flatMap(it -> it.column(drop.column()))
                                .isEmpty()
                        ? Optional.of(
                            Found.at(
                                part,
                                About.column(drop.table(), drop.column()),
                                "the models still have " + drop.table() + "." + drop.column()))
                        : Optional.empty()),
        rule("LK415", "models-still-use-table", COMPATIBILITY, HIGH)
            .in(
                DropTable.class,
                "The models of this very project map the table: the new release fails, too.",
                (facts, step, part, drop) ->
                    wanted(facts, drop.table()).isPresent()
                            && facts.after().table(drop.table()).isEmpty()
                        ? Optional.of(
                            Found.at(
                                part,
                                About.table(drop.table()),
                                "the models still have the table " + drop.table()))
                        : Optional.empty()));
  }

  private static Optional<Table> wanted(RevisionFacts facts, TableName table) {
    Optional<Schema> models = facts.surroundings().wanted();
    return models.flatMap(it -> it.table(table));
  }
}
