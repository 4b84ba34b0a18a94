package limbeck.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** Plans how a column becomes NOT NULL, with a value for the rows that have none. */
final class NotNullSteps {
  private final Draft draft;

  NotNullSteps(Draft draft) {
    this.draft = draft;
  }

  /** Makes a column that existed before NOT NULL. */
  void require(ColumnPlace place, String because) {
    if (draft.hasNoRows(place.table())) {
      set(place, because);
      return;
    }
    Column column =
        draft.schema().table(place.table()).orElseThrow().column(place.column()).orElseThrow();
    Optional<SqlText> stated = Optional.ofNullable(draft.options().answers().fills().get(place));
    Optional<SqlText> value =
        stated
            .or(() -> column.serverDefault().flatMap(it -> constant(it, draft.options())))
            .or(() -> Optional.ofNullable(draft.options().pythonDefaults().get(place)));
    if (value.isPresent()) {
      Backfills backfills = new Backfills(draft);
      backfills.guard(place, value.orElseThrow());
      hold(place);
      backfills.fill(
          place,
          value.orElseThrow(),
          Optional.of(draft.sql().isNull(place.column())),
          "rows without a value get "
              + (stated.isPresent() ? "what is stated" : "the default of the column"),
          "it fills in what is missing");
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "After a downgrade it is not known any more which rows had no value in " + place + ".");
    } else if (draft.options().answers().unfilled().contains(place)) {
      draft.addFleeting(
          new DataOperation.RequireNoRows(
              place.table(),
              draft.sql().rowsWhere(place.table(), draft.sql().isNull(place.column()).text()),
              "Rows of " + place.table() + " have no value for " + place.column() + "."),
          "nothing is to be filled in, so every row must have a value",
          Classification.DATA,
          "it only looks",
          false);
    } else {
      ask(
          place,
          place + " becomes NOT NULL, but existing rows may have no value for it.",
          column.type());
    }
    set(place, because);
  }

  /** A server default as an expression an UPDATE can use; none when it is not known. */
  static Optional<SqlText> constant(Default value, PlanOptions options) {
    // SQLite has no now().
    boolean moment = value instanceof Default.Now && !options.isPostgresql();
    return moment ? Optional.of(new SqlText("CURRENT_TIMESTAMP")) : constant(value);
  }

  /** The same as PostgreSQL writes it. */
  static Optional<SqlText> constant(Default value) {
    return value instanceof Default.Unknown
        ? Optional.empty()
        : Optional.of(new SqlText(Describe.value(value)));
  }

  void ask(ColumnPlace place, String text, SqlType type) {
    String example = new FillExample(draft).of(place, type);
    draft.ask(
        new Question(
            "fill:" + place,
            text,
            List.of(
                new Question.Option(
                    "a value, or an expression over the row",
                    Shell.option("--fill", place + "=", example),
                    false),
                new Question.Option(
                    "stop the upgrade when a row would need one",
                    Shell.option("--no-fill", place.toString(), ""),
                    true))));
  }

  /** Adds a check that, once validated, spares SET NOT NULL the reading of a large table. */
  void hold(ColumnPlace place) {
    boolean held =
        draft
            .schema()
            .table(place.table())
            .flatMap(it -> it.constraint(proofName(place)))
            .isPresent();
    if (held || !isOnline(place)) {
      return;
    }
    draft.add(
        new ConstraintOperation.AddConstraint(
            place.table(), proof(place, draft.sql()), Optional.empty()),
        "a check that is not validated yet binds new rows, and blocks nobody",
        Classification.ADDITIVE,
        "it helps to set NOT NULL, and goes again");
  }

  private static Constraint.Check proof(ColumnPlace place, RowSql sql) {
    return new Constraint.Check(
        Optional.of(proofName(place)),
        new SqlText(sql.column(place.column()) + " IS NOT NULL"),
        false);
  }

  private static ConstraintOperation.DropConstraint proofDropped(
      ColumnPlace place, boolean ifExists) {
    return new ConstraintOperation.DropConstraint(
        place.table(),
        proofName(place),
        Optional.of(ConstraintOperation.Kind.CHECK),
        ifExists,
        false);
  }

  private boolean isOnline(ColumnPlace place) {
    return draft.options().isOnline(place.table()) && !draft.hasNoRows(place.table());
  }

  /** Sets NOT NULL, when all rows are known to allow it. */
  void set(ColumnPlace place, String because) {
    if (!isOnline(place)) {
      draft.add(
          new ColumnOperation.AlterColumn(
              place.table(), place.column(), List.of(new ColumnChange.SetNullable(false))),
          because,
          Classification.TRANSFORMING,
          "it refuses NULL from now on");
      return;
    }
    hold(place);
    if (draft.options().answers().unfilled().contains(place)) {
      new OnlineSteps(draft).validate(place.table(), proofName(place));
    } else {
      new OnlineSteps(draft).validateFilled(place.table(), proofName(place));
    }
    draft.during(
        Phase.Kind.SWITCH,
        () -> draft.meaning(Releases.Meaning.NOTHING, () -> finish(place, because)));
    draft.during(Phase.Kind.CONTRACT, () -> new Backfills(draft).unguard(place));
  }

  void finish(ColumnPlace place, String because) {
    finish(
        place,
        because,
        List.of(
            Draft.Undo.of(proofDropped(place, true)),
            Draft.Undo.of(
                new ConstraintOperation.AddConstraint(
                    place.table(), proof(place, draft.sql()), Optional.empty())),
            Draft.Undo.alone(
                new ConstraintOperation.ValidateConstraint(place.table(), proofName(place)))));
  }

  /**
   * Sets NOT NULL, as a validated check allows.
   *
   * @param proofAgain how the check comes back on the way back
   */
  void finish(ColumnPlace place, String because, List<Draft.Undo> proofAgain) {
    draft.add(
        new ColumnOperation.AlterColumn(
            place.table(), place.column(), List.of(new ColumnChange.SetNullable(false))),
        because + "; the validated check spares reading the table",
        Classification.TRANSFORMING,
        "it refuses NULL from now on");
    draft.add(
        proofDropped(place, false),
        "the check has done its work",
        Classification.TRANSFORMING,
        "NOT NULL says the same",
        false,
        Optional.of(proofAgain));
  }

  /**
   * Returns the way back to NOT NULL, without reading the table under a lock.
   *
   * @param value what rows without a value get; empty when such rows stop it
   */
  static List<Draft.Undo> requiredAgain(
      ColumnPlace place, Optional<SqlText> value, RowSql sql, boolean online) {
    ColumnOperation.AlterColumn required =
        new ColumnOperation.AlterColumn(
            place.table(), place.column(), List.of(new ColumnChange.SetNullable(false)));
    List<Draft.Undo> fill =
        value.stream()
            .map(
                it ->
                    new Draft.Undo(
                        new DataOperation.Backfill(
                            place.table(),
                            place.column(),
                            it,
                            Optional.of(sql.isNull(place.column()))),
                        online))
            .toList();
    List<Draft.Undo> result = new ArrayList<>();
    if (online) {
      result.add(Draft.Undo.of(proofDropped(place, true)));
      result.add(
          Draft.Undo.of(
              new ConstraintOperation.AddConstraint(
                  place.table(), proof(place, sql), Optional.empty())));
      result.addAll(fill);
      result.add(
          Draft.Undo.alone(
              new ConstraintOperation.ValidateConstraint(place.table(), proofName(place))));
      result.add(Draft.Undo.of(required));
      result.add(Draft.Undo.of(proofDropped(place, false)));
    } else {
      result.addAll(fill);
      result.add(Draft.Undo.of(required));
    }
    return result;
  }

  static ConstraintName proofName(ColumnPlace place) {
    return new ConstraintName(cut("ck_" + place.table().name() + "_" + place.column() + "_set"));
  }

  /** Cuts a name to what PostgreSQL keeps of it. */
  static String cut(String name) {
    String kept = name;
    while (kept.getBytes(StandardCharsets.UTF_8).length > 63) {
      kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
    }
    return kept;
  }
}
