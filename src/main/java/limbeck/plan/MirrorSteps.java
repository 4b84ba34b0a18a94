package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Invert;
import limbeck.operation.ObjectOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Plans how a column gets another one beside it, with all that is over it, and loses it again. */
final class MirrorSteps {
  private static final String GOES_AGAIN = "it belongs to the exchange";

  private final Draft draft;
  private final RowTriggers triggers;

  MirrorSteps(Draft draft) {
    this.draft = draft;
    this.triggers = new RowTriggers(draft);
  }

  /** A line for the review of the revision: what it would say has been seen to. */
  static String allowed(String rule, String reason) {
    return "\nlimbeck: allow " + rule + " -- " + reason;
  }

  static String triggerName(Mirror mirror) {
    return NotNullSteps.cut("limbeck_sync_" + mirror.table().name() + "_" + mirror.source().name());
  }

  /** Adds the column beside, the trigger that fills it, and the rules that bind new rows. */
  void expand(Mirror mirror, Copies copies, String body, String because) {
    draft.add(
        new ColumnOperation.AddColumn(mirror.table(), bare(mirror.beside()), false),
        because,
        Classification.ADDITIVE,
        "the column is empty");
    draft.about(
        mirror.places(),
        () ->
            triggers.create(
                mirror.table(),
                triggerName(mirror),
                body,
                "rows that are written meanwhile get both columns",
                GOES_AGAIN));
    if (!mirror.beside().nullable()) {
      new NotNullSteps(draft).hold(mirror.besidePlace());
    }
    copies.checks().forEach(it -> constrain(it, "the check is to hold for the new column too"));
  }

  /** Adds a constraint's like without looking at the rows. */
  void constrain(Copies.OfConstraint constraint, String because) {
    Constraint copy =
        switch (constraint.copy()) {
          case Constraint.Check it -> it.withValidated(false);
          case Constraint.ForeignKey it -> it.withValidated(false);
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
              throw new IllegalStateException("not to be validated: " + constraint.copy());
        };
    draft.add(
        new ConstraintOperation.AddConstraint(constraint.holder(), copy, Optional.empty()),
        because + "; it is not validated yet, so that no table is read under the lock",
        Classification.ADDITIVE,
        GOES_AGAIN);
  }

  /**
   * Looks at the rows for the likes of constraints.
   *
   * @param faithful whether the new column has the same values
   */
  void validate(List<Copies.OfConstraint> constraints, boolean faithful) {
    for (Copies.OfConstraint it : constraints) {
      if (isValidated(it.original())) {
        new OnlineSteps(draft)
            .validate(
                it.holder(), it.copy().name().orElseThrow(), faithful ? satisfied(it.copy()) : "");
      }
    }
  }

  /** A line for the review: the rows have what they had, and that satisfied the constraint. */
  static String satisfied(Constraint constraint) {
    return allowed(
        constraint instanceof Constraint.ForeignKey
            ? "orphans-may-exist"
            : "rows-may-violate-check",
        "rows satisfied it all the time");
  }

  private static boolean isValidated(Constraint constraint) {
    return switch (constraint) {
      case Constraint.Check it -> it.validated();
      case Constraint.ForeignKey it -> it.validated();
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> true;
    };
  }

  /** Fills the column beside. */
  void fill(Mirror mirror) {
    new Backfills(draft)
        .fill(
            mirror.besidePlace(),
            mirror.there(),
            Optional.of(missing(mirror)),
            "existing rows get the column too",
            "it copies what is there");
  }

  private SqlText missing(Mirror mirror) {
    return new SqlText(
        draft.sql().isNull(mirror.beside().name())
            + " AND "
            + draft.sql().column(mirror.source().name())
            + " IS NOT NULL");
  }

  /**
   * Builds the indexes of the column beside, those under its keys too.
   *
   * @param faithful whether it has the same values
   */
  void build(Mirror mirror, Copies copies, boolean faithful) {
    OnlineSteps online = new OnlineSteps(draft);
    String because = "the index is to be over the new column too";
    draft.during(
        Phase.Kind.BUILD,
        () -> {
          for (Copies.OfIndex it : copies.indexes()) {
            online.build(mirror.table(), it.copy(), because, distinct(it.copy(), faithful));
          }
          for (Copies.OfConstraint it : copies.keys()) {
            Index index = copyIndex(it);
            online.build(mirror.table(), index, because, distinct(index, faithful));
          }
        });
    if (!mirror.beside().nullable()) {
      online.validateFilled(mirror.table(), NotNullSteps.proofName(mirror.besidePlace()));
    }
    validate(copies.checks(), faithful);
  }

  private static String distinct(Index index, boolean faithful) {
    return faithful && index.unique()
        ? allowed("duplicates-may-exist", "values were distinct, and are the same")
        : "";
  }

  static Index copyIndex(Copies.OfConstraint key) {
    return key.index(key.copy(), key.copy().name().orElseThrow().text());
  }

  /** Sets NOT NULL, as the validated check allows. */
  void require(Mirror mirror) {
    if (!mirror.beside().nullable()) {
      new NotNullSteps(draft)
          .finish(mirror.besidePlace(), "the new column is as strict as the old one");
    }
  }

  /** Sets NOT NULL; the check that allowed it is there again before the way back begins. */
  void requireAtOnce(Mirror mirror) {
    if (!mirror.beside().nullable()) {
      new NotNullSteps(draft)
          .finish(mirror.besidePlace(), "the new column is as strict as the old one", List.of());
    }
  }

  void setDefault(TableName table, Column column, Optional<Default> from, Optional<Default> to) {
    if (!from.equals(to)) {
      draft.add(
          new ColumnOperation.AlterColumn(
              table, column.name(), List.of(new ColumnChange.SetDefault(from, to))),
          "the default goes along",
          Classification.TRANSFORMING,
          "only new rows are concerned");
    }
  }

  void renameIndex(TableName table, IndexName from, IndexName to, String because) {
    draft.add(
        new IndexOperation.RenameIndex(table, from, to),
        because,
        Classification.TRANSFORMING,
        "only its name changes");
  }

  void renameConstraint(TableName table, ConstraintName from, ConstraintName to, String because) {
    draft.add(
        new ConstraintOperation.RenameConstraint(table, from, to),
        because,
        Classification.TRANSFORMING,
        "only its name changes");
  }

  /** Takes the trigger and its function away. */
  void dropTrigger(Mirror mirror) {
    dropTrigger(mirror, mirror.places());
  }

  /**
   * Takes the trigger and its function away.
   *
   * @param places the columns that must be as they are then on the way back
   */
  void dropTrigger(Mirror mirror, List<ColumnPlace> places) {
    draft.about(
        places,
        () ->
            triggers.drop(
                mirror.table(),
                triggerName(mirror),
                "nothing has to be kept in step any more",
                Optional.of(List.of())));
  }

  /**
   * Returns the way back to having the column beside, as it was: what {@link #expand}, {@link
   * #fill} and {@link #build} do, in one go that can be run again where it was broken off.
   *
   * @param mirror with the column that is to come back beside the one that is there
   * @param defaultBack its default
   */
  List<Draft.Undo> again(
      Mirror mirror,
      Copies copies,
      String triggerName,
      String body,
      Optional<Default> defaultBack) {
    List<Draft.Undo> result = new ArrayList<>();
    TableName table = mirror.table();
    result.add(Draft.Undo.of(new ColumnOperation.AddColumn(table, bare(mirror.beside()), true)));
    defaultBack.ifPresent(
        it ->
            result.add(
                Draft.Undo.of(
                    new ColumnOperation.AlterColumn(
                        table,
                        mirror.beside().name(),
                        List.of(new ColumnChange.SetDefault(Optional.empty(), Optional.of(it)))))));
    result.add(
        Draft.Undo.of(
            new ObjectOperation.CreateObject(triggers.function(table, triggerName, body), true)));
    result.add(Draft.Undo.of(dropIfExists(triggers.trigger(table, triggerName))));
    result.add(
        Draft.Undo.of(
            new ObjectOperation.CreateObject(triggers.trigger(table, triggerName), false)));
    List<Copies.OfConstraint> rules = new ArrayList<>(copies.checks());
    rules.addAll(copies.references());
    for (Copies.OfConstraint it : rules) {
      result.addAll(addedAgain(it.holder(), it.copy()));
    }
    result.add(
        Draft.Undo.alone(
            new DataOperation.ExecuteSql(
                new Backfills(draft)
                    .batches(mirror.besidePlace(), mirror.there(), Optional.of(missing(mirror))),
                new TreeSet<>(List.of(table)),
                new TreeSet<>(List.of(table)))));
    for (Copies.OfIndex it : copies.indexes()) {
      result.addAll(builtAgain(table, it.copy()));
    }
    for (Copies.OfConstraint it : copies.keys()) {
      result.addAll(builtAgain(table, copyIndex(it)));
    }
    for (Copies.OfConstraint it : rules) {
      if (isValidated(it.original())) {
        result.add(
            Draft.Undo.alone(
                new ConstraintOperation.ValidateConstraint(
                    it.holder(), it.copy().name().orElseThrow())));
      }
    }
    if (!mirror.beside().nullable()) {
      result.addAll(
          NotNullSteps.requiredAgain(mirror.besidePlace(), Optional.empty(), draft.sql(), true));
    }
    for (Copies.OfConstraint it : copies.keys()) {
      result.add(
          Draft.Undo.of(
              new ConstraintOperation.AddConstraint(table, it.copy(), copyIndex(it).name())));
    }
    return result;
  }

  /** A constraint that is added without looking at the rows, whatever an attempt has left. */
  static List<Draft.Undo> addedAgain(TableName holder, Constraint constraint) {
    Constraint unseen =
        switch (constraint) {
          case Constraint.Check it -> it.withValidated(false);
          case Constraint.ForeignKey it -> it.withValidated(false);
          case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> constraint;
        };
    return List.of(
        Draft.Undo.of(
            new ConstraintOperation.DropConstraint(
                holder,
                constraint.name().orElseThrow(),
                Optional.of(Invert.kind(constraint)),
                true,
                false)),
        Draft.Undo.of(new ConstraintOperation.AddConstraint(holder, unseen, Optional.empty())));
  }

  static List<Draft.Undo> builtAgain(TableName table, Index index) {
    return List.of(
        Draft.Undo.alone(OnlineSteps.cleaning(table, index.name().orElseThrow())),
        Draft.Undo.alone(new IndexOperation.CreateIndex(table, index, true, false)));
  }

  static ObjectOperation.DropObject dropIfExists(limbeck.schema.CarriedObject object) {
    ObjectOperation.DropObject drop = Invert.drop(object);
    return new ObjectOperation.DropObject(
        drop.kind(),
        drop.name(),
        new SqlText(drop.statement().text().replaceFirst("^DROP (\\w+) ", "DROP $1 IF EXISTS ")),
        true);
  }

  /** The column as it is added: existing rows must not get a default, and new ones need none. */
  private static Column bare(Column column) {
    return column
        .withNullable(true)
        .withServerDefault(Optional.empty())
        .withGeneration(Optional.empty())
        .withAutoincrement(false);
  }
}
