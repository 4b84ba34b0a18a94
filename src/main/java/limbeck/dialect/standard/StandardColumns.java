package limbeck.dialect.standard;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Operations on columns; how a column is altered is each database's own. */
public abstract class StandardColumns {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** Writes column operations with the fragments of a database. */
  protected StandardColumns(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(ColumnOperation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AddColumn add -> add(add, before);
      case ColumnOperation.DropColumn drop -> drop(drop, before);
      case ColumnOperation.AlterColumn alter -> alter(alter, before);
    };
  }

  /** Returns {@code ADD COLUMN}. */
  protected List<Sql> add(ColumnOperation.AddColumn add, Schema before) {
    return List.of(Sql.of(addition(add, before)));
  }

  /** Returns the statement that adds a column, without its comment. */
  protected final String addition(ColumnOperation.AddColumn add, Schema before) {
    return alter(add.table())
        + "ADD COLUMN "
        + (add.ifNotExists() ? "IF NOT EXISTS " : "")
        + spelling.column(table(add.table(), add.column(), before), add.column(), before);
  }

  private static Table table(TableName name, Column column, Schema before) {
    return before
        .table(name)
        .orElseGet(
            () ->
                new Table(
                    name,
                    List.of(column),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Collections.emptySortedMap()));
  }

  /** Returns {@code DROP COLUMN}. */
  protected List<Sql> drop(ColumnOperation.DropColumn drop, Schema before) {
    return List.of(
        Sql.of(
            alter(drop.table())
                + "DROP COLUMN "
                + (drop.ifExists() ? "IF EXISTS " : "")
                + spelling.quoting().column(drop.column())));
  }

  /** Returns the statements that carry out the changes of a column, in their order. */
  protected abstract List<Sql> alter(ColumnOperation.AlterColumn alter, Schema before);

  /** Returns {@code ALTER TABLE t} and a blank. */
  protected final String alter(TableName table) {
    return "ALTER TABLE " + spelling.quoting().table(table) + " ";
  }

  /** Returns {@code ALTER TABLE t ALTER COLUMN c} and a blank. */
  protected final String alterColumn(TableName table, ColumnName column) {
    return alter(table) + "ALTER COLUMN " + spelling.quoting().column(column) + " ";
  }
}
