package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Prepares what is to be dropped in a later release: programs of the version after leave it out
 * already, while those of the version before still use it.
 */
final class Retirement {
  private final Draft draft;
  private final Replacements replacements;

  Retirement(Draft draft, Replacements replacements) {
    this.draft = draft;
    this.replacements = replacements;
  }

  /** Lets rows come without the column. */
  void prepare(ColumnPlace place) {
    Table table = draft.schema().table(place.table()).orElseThrow();
    Column column = table.column(place.column()).orElseThrow();
    boolean mayBeLeftOut =
        column.nullable()
            || column.serverDefault().isPresent()
            || column.generation().isPresent()
            || column.autoincrement();
    boolean inKey =
        table.primaryKey().filter(it -> it.columns().contains(column.name())).isPresent();
    if (mayBeLeftOut || inKey) {
      return;
    }
    Optional<SqlText> value =
        Optional.ofNullable(draft.options().answers().fillsDown().get(place))
            .or(() -> replacements.wayBack(place, table))
            .or(
                () ->
                    NeutralValue.of(
                        place,
                        RowSql.neutral(column.type().on(draft.options().dialect()), draft.schema()),
                        // A rule that this plan drops holds again at the end of the way back.
                        Stream.concat(
                            Stream.of(table), draft.original().table(place.table()).stream())));
    draft.add(
        new ColumnOperation.AlterColumn(
            place.table(), place.column(), List.of(new ColumnChange.SetNullable(true))),
        place + " goes later; until then the version after inserts rows without it",
        Classification.TRANSFORMING,
        "it refuses less",
        false,
        Optional.of(NotNullSteps.requiredAgain(place, value, draft.sql(), true)));
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        "Programs of the version before may meet NULL in "
            + place
            + " where the version after has inserted a row.");
    draft.note(
        SafetyNote.Kind.HUMAN,
        value
            .map(
                it ->
                    "The downgrade gives "
                        + it
                        + " to rows that have come without "
                        + place
                        + "; say otherwise with "
                        + Shell.option("--fill-down", place + "=", "SQL")
                        + ".")
            .orElse(
                "The downgrade stops when rows have come without "
                    + place
                    + "; say with what to fill them by "
                    + Shell.option("--fill-down", place + "=", "SQL")
                    + "."));
  }

  /**
   * Lets rows go that rows of the table refer to: programs of the version after know nothing of the
   * table, and cannot delete from it first.
   */
  void prepare(TableName name) {
    Table table = draft.schema().table(name).orElseThrow();
    for (Constraint.ForeignKey key : table.foreignKeys()) {
      boolean holds =
          key.onDelete() == ReferentialAction.NO_ACTION
              || key.onDelete() == ReferentialAction.RESTRICT;
      Optional<ConstraintName> constraint = draft.options().names().nameOf(key, table);
      if (holds && constraint.isPresent() && !key.target().equals(name)) {
        draft.add(
            new ConstraintOperation.DropConstraint(
                name,
                constraint.orElseThrow(),
                Optional.of(ConstraintOperation.Kind.FOREIGN_KEY),
                false,
                false),
            "programs of the version after delete rows of "
                + key.target()
                + " and know nothing of "
                + name,
            Classification.TRANSFORMING,
            "rows stay, the rule over them goes");
      }
    }
  }
}
