package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.diff.StatedRename;
import limbeck.operation.Identifiers;
import limbeck.operation.TableOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** Follows the stated names of columns: in the SQL of other answers, and in what programs meet. */
final class RenamedNames {
  private final Draft draft;

  RenamedNames(Draft draft) {
    this.draft = draft;
  }

  /**
   * Returns the stated SQL over a row as the steps so far need it: who states it may call a column
   * by the name it has had, which is the name it is to be asked by until it has another one.
   */
  SqlText inText(TableName table, SqlText sql) {
    SqlText result = sql;
    for (StatedRename.OfColumn it : renames(table).toList()) {
      boolean has = draft.schema().table(table).flatMap(t -> t.column(it.to())).isPresent();
      boolean had = draft.schema().table(table).flatMap(t -> t.column(it.from())).isEmpty();
      if (has && had) {
        result = Identifiers.rename(result, it.from().text(), it.to().text());
      }
    }
    return result;
  }

  /** Notes what a new name of a column means to the programs of the version before. */
  void note(ColumnPlace place, ColumnName to) {
    List<StatedRename.OfColumn> all = renames(place.table()).toList();
    Optional<StatedRename.OfColumn> stated =
        all.stream().filter(it -> it.from().equals(place.column())).findFirst();
    if (stated.isEmpty() && all.stream().anyMatch(it -> it.to().equals(to))) {
      return; // It stood aside; the first step has told.
    }
    ColumnName last = stated.map(StatedRename.OfColumn::to).orElse(to);
    boolean taken = all.stream().anyMatch(it -> it.to().equals(place.column()));
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        taken
            ? "Programs that still call "
                + place
                + " so, and not "
                + last
                + ", take another column for it from now on, without an error."
            : "Programs that still call " + place + " so, and not " + last + ", fail from now on.");
  }

  /** Notes what a new name of a table means to the programs of the version before. */
  void note(TableOperation.RenameTable rename) {
    List<StatedRename.OfTable> all =
        draft.options().answers().renames().stream()
            .filter(StatedRename.OfTable.class::isInstance)
            .map(StatedRename.OfTable.class::cast)
            .toList();
    boolean stated = all.stream().anyMatch(it -> it.from().equals(rename.from()));
    if (!stated && all.stream().anyMatch(it -> it.to().equals(rename.to()))) {
      return; // It stood aside, or changes its schema first; the first step has told.
    }
    boolean taken = all.stream().anyMatch(it -> it.to().equals(rename.from()));
    draft.note(
        SafetyNote.Kind.COMPATIBILITY,
        "Programs that still use table "
            + rename.from()
            + (taken
                ? " meet another table of that name from this moment on."
                : " fail from this moment on."));
  }

  private Stream<StatedRename.OfColumn> renames(TableName table) {
    return draft.options().answers().renames().stream()
        .filter(StatedRename.OfColumn.class::isInstance)
        .map(StatedRename.OfColumn.class::cast)
        .filter(it -> tableNow(it.table()).equals(table));
  }

  /** A stated column may be in a table that is stated to have another name, too. */
  private TableName tableNow(TableName stated) {
    return draft.options().answers().renames().stream()
        .filter(StatedRename.OfTable.class::isInstance)
        .map(StatedRename.OfTable.class::cast)
        .filter(it -> it.from().equals(stated))
        .map(StatedRename.OfTable::to)
        .findFirst()
        .orElse(stated);
  }
}
