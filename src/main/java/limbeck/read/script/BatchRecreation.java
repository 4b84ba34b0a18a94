package limbeck.read.script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableRecreation;
import limbeck.python.value.Value;
import limbeck.read.table.ConventionFacts;
import limbeck.read.table.NameBuilder;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.StatedName;
import limbeck.read.value.Constants;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Table;
import limbeck.text.Location;

/**
 * What a batch block changes by making its table anew, besides what its directives say: see {@link
 * TableRecreation}.
 */
final class BatchRecreation {
  private BatchRecreation() {}

  /** Returns whether the block makes its table anew when it does these operations. */
  static boolean happens(Value.Call batch, List<Operation> operations, DialectName dialect) {
    Optional<String> stated =
        Optional.ofNullable(batch.keywords().get("recreate")).flatMap(Constants::text);
    return TableRecreation.happens(TableRecreation.Mode.of(stated), dialect, operations);
  }

  /**
   * Records what is lost, and what gets a name, before the steps of the block.
   *
   * @param kept the constraints that the block states for the new table
   */
  static void record(
      Value.Call batch,
      Table table,
      List<Constraint> kept,
      StepRecorder steps,
      ScriptObjects objects) {
    Location at = batch.at();
    Value stated = batch.keywords().get("naming_convention");
    if (stated != null) {
      NamingConvention convention = NamingConvention.read(stated, objects.context().problems(), at);
      NameBuilder names =
          new NameBuilder(convention, objects.context().options().maximumIdentifierLength());
      table.constraints().stream()
          .filter(it -> it.name().isEmpty())
          .forEach(it -> name(it, table, names, steps, at));
    }
    for (Constraint.Check check : TableRecreation.lostChecks(table)) {
      Optional<ConstraintName> name = DefaultNames.described().nameOf(check, table);
      if (name.isPresent() && !kept.contains(check)) {
        steps.add(
            new ConstraintOperation.DropConstraint(
                table.name(), name.get(), Optional.of(ConstraintOperation.Kind.CHECK), true, false),
            at);
      }
    }
    for (Index index : TableRecreation.lostIndexes(table)) {
      steps.add(
          new IndexOperation.DropIndex(
              Optional.of(table.name()),
              table.name().schema(),
              index.name().orElseThrow(),
              false,
              false),
          at);
      if (index.elements().stream().allMatch(it -> it.column().isPresent())) {
        steps.add(new IndexOperation.CreateIndex(table.name(), plain(index), false, false), at);
      }
    }
  }

  /**
   * Drops what the block adds under a name that the table has already: in the new table, only the
   * added is there.
   */
  static void replace(Table table, StepRecorder steps, Location at) {
    Set<ConstraintName> dropped = new HashSet<>();
    for (Operation operation : steps.deferred()) {
      if (operation instanceof ConstraintOperation.DropConstraint drop) {
        dropped.add(drop.name());
      } else if (operation instanceof ConstraintOperation.AddConstraint add) {
        add.constraint()
            .name()
            .filter(it -> table.constraint(it).isPresent() && dropped.add(it))
            .ifPresent(
                it ->
                    steps.add(
                        new ConstraintOperation.DropConstraint(
                            table.name(), it, Optional.empty(), true, false),
                        at));
      }
    }
  }

  /** The inspector gives the unnamed no name, so the convention of the block names it. */
  private static void name(
      Constraint constraint, Table table, NameBuilder names, StepRecorder steps, Location at) {
    Optional<NameBuilder.Naming> naming =
        switch (constraint) {
          case Constraint.PrimaryKey it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.PRIMARY_KEY,
                      new StatedName.Absent(),
                      ConventionFacts.of(table.name(), named(it.columns()))));
          case Constraint.Unique it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.UNIQUE,
                      new StatedName.Absent(),
                      ConventionFacts.of(table.name(), named(it.columns()))));
          case Constraint.ForeignKey it ->
              Optional.of(
                  names.name(
                      NamingConvention.Kind.FOREIGN_KEY,
                      new StatedName.Absent(),
                      new ConventionFacts(
                          table.name(),
                          named(it.columns()),
                          Optional.of(it.target()),
                          it.targetColumns().stream().map(ColumnName::text).toList())));
          case Constraint.Check _, Constraint.Exclude _ -> Optional.empty();
        };
    Optional<ConstraintName> unnamed = DefaultNames.described().nameOf(constraint, table);
    if (naming.isPresent()
        && naming.get() instanceof NameBuilder.Naming.Named(String text)
        && unnamed.isPresent()) {
      steps.add(
          new ConstraintOperation.RenameConstraint(
              table.name(), unnamed.get(), new ConstraintName(text)),
          at);
    }
  }

  private static List<ConventionFacts.NamedColumn> named(List<ColumnName> columns) {
    return columns.stream()
        .map(it -> new ConventionFacts.NamedColumn(it.text(), it.text()))
        .toList();
  }

  private static Index plain(Index index) {
    return index.withElements(
        index.elements().stream()
            .map(
                it ->
                    new IndexElement(
                        it.target(), it.operatorClass(), Optional.empty(), false, Optional.empty()))
            .toList());
  }
}
