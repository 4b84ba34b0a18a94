package limbeck.plan;

import java.util.List;
import limbeck.operation.IndexOperation;
import limbeck.operation.TableOperation;
import limbeck.schema.Index;
import limbeck.schema.Table;

/** Creates a dropped table again, with the rows that were kept. */
final class KeptRows {
  private final Draft draft;
  private final KeptColumns.Emitter emit;

  KeptRows(Draft draft, KeptColumns.Emitter emit) {
    this.draft = draft;
    this.emit = emit;
  }

  /**
   * Creates the table.
   *
   * @param because why
   */
  void createAgain(TableOperation.CreateTable operation, Archive.Kept kept, String because) {
    Table table = operation.table();
    Restoration restoration = new Restoration(draft);
    boolean apart =
        draft.options().isOnline(table.name())
            && emit.isRepeatable()
            && table.indexes().stream().allMatch(it -> it.name().isPresent());
    if (!apart) {
      emit.accept(operation, because);
      restoration
          .rows(table, kept)
          .forEach(it -> emit.accept(it, "the rows that were kept come back"));
      return;
    }
    emit.accept(new TableOperation.CreateTable(table.withIndexes(List.of()), true), because);
    emit.accept(
        restoration.batches(table, kept),
        "the rows that were kept come back"
            + (kept.key().isEmpty() ? "" : ", in batches that are committed one by one"),
        true);
    restoration
        .counting(table, kept)
        .forEach(it -> emit.accept(it, "it goes on after the rows that are back"));
    for (Index it : table.indexes()) {
      emit.accept(
          new IndexOperation.CreateIndex(table.name(), it, false, true),
          "an index is built faster once the rows are there");
    }
  }
}
