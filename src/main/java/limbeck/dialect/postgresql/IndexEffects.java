package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.operation.IndexOperation;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
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
    LockFacts form = concurrently ? LockFacts.CREATE_INDEX_CONCURRENTLY : LockFacts.CREATE_INDEX;
    boolean waits = effects.isPartitioned(table) && !index.valid();
    if (waits) {
      effects.lock(table, form.mode());
      effects.buildsIndex(table, nameOf(table, index));
      return;
    }
    boolean there =
        index.name().flatMap(it -> before.table(table).flatMap(t -> t.index(it))).isPresent();
    if (there) {
      effects.lock(table, form.mode());
    } else {
      effects.form(form, table);
      for (TableName each : effects.family(table)) {
        // An heir has no part in the index, and a partition names its own.
        boolean own = each.equals(table);
        if (own || effects.isPartitioned(table)) {
          Index named = own ? index : index.withName(Optional.empty());
          effects.buildsIndex(each, nameOf(each, named));
        }
      }
    }
    if (before.table(table).isEmpty() && effects.isView(table)) {
      effects.fails("42809", table + " is a view, which holds no rows to index");
    }
    if (!there) {
      new IndexRefusals(before, effects).create(table, index);
    }
    if (concurrently && effects.isPartitioned(table)) {
      effects.fails("0A000", "an index of a partitioned table is not built CONCURRENTLY");
    }
    if (index.unique() && effects.isPartitioned(table) && !holdsPartitionKey(table, index)) {
      effects.fails("0A000", "a unique index of a partitioned table holds its partition key");
    }
    if (index.unique()) {
      effects.mayFail(
          "23505",
          table,
          "there may be rows that are equal in the index",
          Probes.duplicates(table, index));
      effects.breaks(table, "writing a second row of the same key is refused");
    }
    if (index.nullsNotDistinct() && serverMajor < 15) {
      effects.fails("42601", "NULLS NOT DISTINCT exists from PostgreSQL 15 on");
    }
  }

  private boolean holdsPartitionKey(TableName table, Index index) {
    SqlText key =
        new SqlText(
            before
                .table(table)
                .map(it -> it.options().getOrDefault("postgresql_partition_by", ""))
                .orElse(""));
    return before.table(table).map(Table::columns).orElse(List.of()).stream()
        .filter(it -> Identifiers.mentions(key, it.name().text()))
        .allMatch(it -> Dependents.uses(index, it.name()));
  }

  private Optional<IndexName> nameOf(TableName name, Index index) {
    return before
        .table(name)
        .flatMap(it -> DefaultNames.postgresql().nameOfNew(index, it))
        .or(index::name);
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
    if (table.isEmpty() && drop.ifExists()) {
      return; // no index of that name is known, so there is nothing to drop
    }
    table.ifPresentOrElse(
        it -> effects.form(form, it),
        () -> effects.notKnown("the table of the index " + drop.name() + " is not known"));
  }
}
