package limbeck.dialect.postgresql;

import java.util.Optional;
import limbeck.operation.IndexOperation;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of operations on indexes. */
final class IndexEffects {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;

  IndexEffects(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
  }

  void add(IndexOperation operation) {
    switch (operation) {
      case IndexOperation.CreateIndex(
              TableName table,
              Index index,
              boolean concurrently,
              boolean _) ->
          create(table, index, concurrently);
      case IndexOperation.DropIndex drop -> drop(drop);
      // Its table is not locked at all.
      case IndexOperation.RenameIndex _ -> {}
    }
  }

  private void create(TableName table, Index index, boolean concurrently) {
    effects.form(
        concurrently ? LockFacts.CREATE_INDEX_CONCURRENTLY : LockFacts.CREATE_INDEX, table);
    effects.buildsIndex(table, index.name());
    if (concurrently && isPartitioned(table)) {
      effects.fails("an index of a partitioned table is not built CONCURRENTLY");
    }
    if (index.unique()) {
      effects.mayFail(
          table, "there may be rows that are equal in the index", Probes.duplicates(table, index));
      effects.breaks(table, "writing a second row of the same key is refused");
    }
    if (index.nullsNotDistinct() && serverMajor < 15) {
      effects.fails("NULLS NOT DISTINCT exists from PostgreSQL 15 on");
    }
  }

  private boolean isPartitioned(TableName table) {
    return before
        .table(table)
        .filter(it -> it.options().containsKey("postgresql_partition_by"))
        .isPresent();
  }

  private void drop(IndexOperation.DropIndex drop) {
    Optional<TableName> table =
        drop.table()
            .or(
                () ->
                    before.tables().values().stream()
                        .filter(it -> it.index(drop.name()).isPresent())
                        .map(Table::name)
                        .findFirst());
    LockFacts form = drop.concurrently() ? LockFacts.DROP_INDEX_CONCURRENTLY : LockFacts.DROP_INDEX;
    table.ifPresentOrElse(
        it -> effects.form(form, it),
        () -> effects.notKnown("the table of the index " + drop.name() + " is not known"));
  }
}
