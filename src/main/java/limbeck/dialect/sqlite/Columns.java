package limbeck.dialect.sqlite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardColumns;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** SQLite's column operations: what ALTER TABLE cannot do is a rebuild of the table. */
final class Columns extends StandardColumns {
  private final Rebuild rebuild;

  Columns(Spelling spelling, Rebuild rebuild) {
    super(spelling);
    this.rebuild = rebuild;
  }

  @Override
  protected List<Sql> add(ColumnOperation.AddColumn add, Schema before) {
    Optional<Table> table = before.table(add.table());
    if (add.ifNotExists() && table.flatMap(it -> it.column(add.column().name())).isPresent()) {
      return List.of();
    }
    if (table.isPresent() && !canBeAdded(add.column())) {
      return rebuild.statements(table.get(), after(add, table.get(), before), before);
    }
    return super.add(new ColumnOperation.AddColumn(add.table(), add.column(), false), before);
  }

  /** On a table with rows, ADD COLUMN takes constant defaults only (SQLite, ALTER TABLE). */
  private static boolean canBeAdded(Column column) {
    boolean constant =
        column
            .serverDefault()
            .map(
                it ->
                    switch (it) {
                      case Default.Literal _, Default.BooleanConstant _ -> true;
                      case Default.Expression(var text) ->
                          text.text().matches("[+-]?[0-9.]+|'[^']*'");
                      case Default.Now _, Default.NextValue _, Default.Unknown _ -> false;
                    })
            .orElse(true);
    boolean stored =
        column
            .generation()
            .map(
                it ->
                    switch (it) {
                      case Generation.Computed(var _, var persisted) -> persisted.orElse(false);
                      case Generation.Identity _ -> false;
                    })
            .orElse(false);
    return constant && !stored;
  }

  @Override
  protected List<Sql> drop(ColumnOperation.DropColumn drop, Schema before) {
    Optional<Table> table = before.table(drop.table());
    if (drop.ifExists() && table.isPresent() && table.get().column(drop.column()).isEmpty()) {
      return List.of();
    }
    if (table.isPresent() && isUsed(table.get(), drop.column())) {
      return rebuild.statements(table.get(), after(drop, table.get(), before), before);
    }
    return super.drop(new ColumnOperation.DropColumn(drop.table(), drop.column(), false), before);
  }

  private static boolean isUsed(Table table, ColumnName column) {
    return table.constraints().stream().anyMatch(it -> Dependents.uses(it, column))
        || table.indexes().stream().anyMatch(it -> Dependents.uses(it, column))
        || !Dependents.computedFrom(table, column).isEmpty();
  }

  @Override
  protected List<Sql> alter(ColumnOperation.AlterColumn alter, Schema before) {
    List<Sql> result = new ArrayList<>();
    List<ColumnChange> rebuilding = alter.changes().stream().filter(Columns::needsRebuild).toList();
    if (!rebuilding.isEmpty()) {
      Table table = known(alter.table(), before);
      if (table.column(alter.column()).isEmpty()) {
        throw new CannotSpell(
            "the column " + alter.table() + "." + alter.column() + " is not known at this point");
      }
      Table changed =
          after(
              new ColumnOperation.AlterColumn(alter.table(), alter.column(), rebuilding),
              table,
              before);
      if (!changed.equals(table)) {
        result.addAll(rebuild.statements(table, changed, before));
      }
    }
    ColumnName name = alter.column();
    for (ColumnChange change : alter.changes()) {
      if (change instanceof ColumnChange.Rename(ColumnName to)) {
        result.add(
            Sql.of(
                alter(alter.table())
                    + "RENAME COLUMN "
                    + spelling.quoting().column(name)
                    + " TO "
                    + spelling.quoting().column(to)));
        name = to;
      }
    }
    return result;
  }

  /** Returns a table as an operation leaves it, without names the database would not give. */
  static Table after(Operation operation, Table table, Schema before) {
    return Apply.apply(operation, before, DefaultNames.described())
        .schema()
        .table(table.name())
        .orElse(table);
  }

  static Table known(TableName name, Schema before) {
    return before
        .table(name)
        .orElseThrow(
            () ->
                new CannotSpell(
                    "SQLite rebuilds a table for this, and "
                        + name
                        + " is not known at this point"));
  }

  private static boolean needsRebuild(ColumnChange change) {
    return switch (change) {
      case ColumnChange.SetType _, ColumnChange.SetNullable _, ColumnChange.SetDefault _ -> true;
      case ColumnChange.SetGeneration(var from, var to) ->
          isComputed(from.orElse(null)) || isComputed(to.orElse(null));
      case ColumnChange.SetAutoincrement _, ColumnChange.SetComment _, ColumnChange.Rename _ ->
          false;
    };
  }

  private static boolean isComputed(@org.jspecify.annotations.Nullable Generation generation) {
    return generation instanceof Generation.Computed;
  }
}
