package limbeck.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Adds the dropped columns of a table again, with the values that were kept. */
final class KeptColumns {
  /**
   * A column that is there again, and what is still to be done about it.
   *
   * @param value what rows get that have come since
   * @param stated whether the user has said so
   * @param required whether it is NOT NULL in the end, though the database gives no value
   */
  private record Added(
      ColumnPlace place, Optional<SqlText> value, boolean stated, boolean required) {}

  /** Takes the steps. */
  interface Emitter {
    /** Takes a step with its reason. */
    default void accept(Operation operation, String because) {
      accept(operation, because, false);
    }

    /**
     * Takes a step with its reason.
     *
     * @param autocommit whether it runs outside a transaction
     */
    void accept(Operation operation, String because, boolean autocommit);

    /** Returns whether all steps so far can be run again when a later one is broken off. */
    boolean isRepeatable();
  }

  private final Draft draft;
  private final Emitter emit;
  private final Map<TableName, List<Added>> waiting = new HashMap<>();

  /**
   * Prepares.
   *
   * @param emit takes each step
   */
  KeptColumns(Draft draft, Emitter emit) {
    this.draft = draft;
    this.emit = emit;
  }

  /**
   * Adds a column; with the last one of a table all values come back.
   *
   * @param stated what rows get that have come since
   * @param filledByDatabase whether the database gives such rows a value
   * @param neutral what rows get otherwise; empty where nothing can be told
   */
  void addAgain(
      ColumnOperation.AddColumn operation,
      Archive.Kept kept,
      Optional<SqlText> stated,
      boolean filledByDatabase,
      Optional<SqlText> neutral) {
    Column column = operation.column();
    ColumnPlace place = new ColumnPlace(operation.table(), column.name());
    boolean required = !column.nullable() && !filledByDatabase;
    emit.accept(
        new ColumnOperation.AddColumn(
            operation.table(),
            required ? column.withNullable(true) : column,
            operation.ifNotExists() || draft.options().isOnline(operation.table())),
        "the column comes back");
    List<Added> added = waiting.computeIfAbsent(operation.table(), _ -> new ArrayList<>());
    added.add(new Added(place, stated.or(() -> neutral), stated.isPresent(), required));
    if (added.size() == kept.columns().size()) {
      Restoration restoration = new Restoration(draft);
      boolean apart =
          draft.options().isOnline(operation.table())
              && emit.isRepeatable()
              && added.stream().noneMatch(Added::required);
      if (apart) {
        emit.accept(
            restoration.batches(operation.table(), kept),
            "the values that were kept come back, in batches that are committed one by one",
            true);
      } else {
        emit.accept(
            restoration.values(operation.table(), kept), "the values that were kept come back");
      }
      String isNew = "NOT " + restoration.isKept(operation.table(), kept);
      added.forEach(it -> finish(it, isNew, apart));
    }
  }

  private void finish(Added added, String isNew, boolean apart) {
    ColumnPlace place = added.place();
    if (!added.required() && !added.stated()) {
      return;
    }
    Optional<SqlText> value = added.value();
    if (value.isPresent()) {
      Optional<SqlText> where = Optional.of(new SqlText(isNew));
      Operation fill =
          apart
              ? new DataOperation.ExecuteSql(
                  new Backfills(draft).batches(place, value.get(), where),
                  new TreeSet<>(List.of(place.table())),
                  new TreeSet<>(List.of(place.table())))
              : new DataOperation.Backfill(place.table(), place.column(), value.get(), where);
      emit.accept(fill, "rows that have come since need a value", apart);
      noteFill(place, value.get(), added.stated());
    } else {
      requireNone(place, isNew);
    }
    if (added.required()) {
      emit.accept(
          new ColumnOperation.AlterColumn(
              place.table(), place.column(), List.of(new ColumnChange.SetNullable(false))),
          "every row has a value now");
    }
  }

  private void requireNone(ColumnPlace place, String isNew) {
    emit.accept(
        new DataOperation.RequireNoRows(
            place.table(),
            draft.sql().rowsWhere(place.table(), isNew),
            "Table "
                + place.table()
                + " has rows that are newer than the drop of "
                + place.column()
                + ", and there is no value for them."),
        "nothing is known to fill newer rows with");
    draft.note(
        SafetyNote.Kind.HUMAN,
        "The downgrade stops when rows have come into "
            + place.table()
            + " since; say what they get in "
            + place.column()
            + " by "
            + Shell.option("--fill-down", place + "=", "SQL")
            + ".");
  }

  private void noteFill(ColumnPlace place, SqlText value, boolean stated) {
    if (!stated) {
      draft.note(
          SafetyNote.Kind.DATA_LOSS,
          "The downgrade gives rows that have come since "
              + value
              + " in "
              + place
              + "; say otherwise with "
              + Shell.option("--fill-down", place + "=", "SQL")
              + ".");
    }
  }
}
