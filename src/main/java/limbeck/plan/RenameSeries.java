package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import limbeck.operation.ColumnOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Renames a column while programs use both names: a new column is kept like the old one in both
 * directions, until no program knows the old name any more.
 */
final class RenameSeries {
  private static final String GOES = "no program uses the old name any more";

  private final Draft draft;
  private final MirrorSteps steps;
  private final Mirror mirror;
  private final Copies copies;
  private final Function<String, String> finalName;

  /**
   * Sets up.
   *
   * @param mirror the column and its like under the new name, which may have another type
   * @param finalName the name that what is over the column is to have in the end, by its name now
   */
  RenameSeries(Draft draft, Mirror mirror, Function<String, String> finalName) {
    this.draft = draft;
    this.steps = new MirrorSteps(draft);
    this.finalName = finalName;
    this.mirror = mirror;
    this.copies =
        Copies.of(
            draft.schema(),
            mirror.table(),
            mirror.source().name(),
            mirror.beside().name(),
            this::nameBeside,
            draft);
  }

  /** A column and the same under another name. */
  static Mirror mirror(Draft draft, ColumnPlace place, ColumnName to) {
    Table table = draft.schema().table(place.table()).orElseThrow();
    Column source = table.column(place.column()).orElseThrow();
    return new Mirror(
        place.table(),
        source,
        source.withName(to),
        new SqlText(draft.sql().column(source.name())),
        new SqlText(draft.sql().column(to)));
  }

  /** While both are there, no two can have one name. */
  private String nameBeside(String name) {
    String wanted = finalName.apply(name);
    return wanted.equals(name) ? TypeSeries.suffixed(name, "_new") : wanted;
  }

  void plan(String because) {
    Optional<Default> steady = mirror.steadyDefault();
    boolean faithful = mirror.source().type().equals(mirror.beside().type());
    steps.expand(
        mirror,
        copies,
        mirror.inBothDirections(draft.sql()),
        because + "; both names are kept in step until no program uses the old one");
    steps.setDefault(mirror.table(), mirror.beside(), Optional.empty(), steady);
    copies
        .references()
        .forEach(it -> steps.constrain(it, "the foreign key is to hold for the new name too"));
    steps.fill(mirror);
    draft.meaning(
        Releases.Meaning.NOTHING,
        () -> {
          steps.build(mirror, copies, faithful);
          steps.validate(copies.references(), faithful);
        });
    draft.during(Phase.Kind.SWITCH, () -> draft.meaning(Releases.Meaning.NOTHING, this::complete));
    draft.during(Phase.Kind.CONTRACT, () -> contract(steady));
  }

  private void complete() {
    steps.require(mirror);
    for (Copies.OfConstraint it : copies.keys()) {
      Index index = MirrorSteps.copyIndex(it);
      draft.add(
          new limbeck.operation.ConstraintOperation.AddConstraint(
              mirror.table(), it.copy(), index.name()),
          "the index that was built becomes the constraint's own",
          Classification.ADDITIVE,
          "existing rows satisfy it",
          false,
          Optional.of(OnlineSteps.withoutConstraint(mirror.table(), it.copy(), index)));
    }
  }

  private void contract(Optional<Default> steady) {
    TableName table = mirror.table();
    steps.dropTrigger(mirror);
    draft.add(
        new ColumnOperation.DropColumn(table, mirror.source().name(), false),
        GOES + MirrorSteps.allowed("column-dropped", mirror.besidePlace() + " has its values"),
        Classification.TRANSFORMING,
        mirror.besidePlace() + " has its values",
        false,
        Optional.of(back(steady)));
    steps.setDefault(table, mirror.beside(), steady, mirror.beside().serverDefault());
    for (Copies.OfIndex it : copies.indexes()) {
      IndexName last = new IndexName(finalName.apply(it.name().text()));
      if (!it.copy().name().equals(Optional.of(last))) {
        steps.renameIndex(table, it.copy().name().orElseThrow(), last, GOES);
      }
    }
    List<Copies.OfConstraint> constraints = new ArrayList<>(copies.keys());
    constraints.addAll(copies.checks());
    constraints.addAll(copies.references());
    for (Copies.OfConstraint it : constraints) {
      limbeck.schema.ConstraintName last =
          new limbeck.schema.ConstraintName(finalName.apply(it.name().text()));
      if (!it.copy().name().equals(Optional.of(last))) {
        steps.renameConstraint(it.holder(), it.copy().name().orElseThrow(), last, GOES);
      }
    }
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        "Programs that still call "
            + mirror.besidePlace()
            + " by its old name, "
            + mirror.source().name()
            + ", fail from the last phase on.");
  }

  /** The old column comes back beside the new one, and is filled from it. */
  private List<Draft.Undo> back(Optional<Default> steady) {
    Mirror turned = mirror.turned();
    String name = MirrorSteps.triggerName(mirror);
    RowTriggers triggers = new RowTriggers(draft);
    List<Draft.Undo> result =
        new ArrayList<>(
            steps.again(
                turned, copies.turned(), name, turned.inBothDirections(draft.sql()), steady));
    Optional<Default> lively = mirror.source().serverDefault().filter(_ -> steady.isEmpty());
    lively.ifPresent(
        it ->
            result.add(
                Draft.Undo.of(
                    new ColumnOperation.AlterColumn(
                        mirror.table(),
                        mirror.source().name(),
                        List.of(
                            new limbeck.operation.ColumnChange.SetDefault(
                                Optional.empty(), Optional.of(it)))))));
    result.add(
        Draft.Undo.of(
            new limbeck.operation.ObjectOperation.CreateObject(
                triggers.function(mirror.table(), name, mirror.inBothDirections(draft.sql())),
                true)));
    return result;
  }

  /** Returns why a column cannot be renamed in this way; empty when it can. */
  static Optional<String> obstacle(Table table, Column column, Copies copies) {
    if (copies.hasPrimaryKey()) {
      return Optional.of("it is in the primary key");
    }
    if (copies.isReferred(table.name(), column.name())) {
      return Optional.of("foreign keys refer to it");
    }
    boolean exclusive =
        table.constraints().stream()
            .anyMatch(
                it ->
                    it instanceof Constraint.Exclude
                        && limbeck.operation.Dependents.uses(it, column.name()));
    return exclusive ? Optional.of("an exclusion constraint is over it") : Optional.empty();
  }
}
