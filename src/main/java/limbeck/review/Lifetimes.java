package limbeck.review;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/**
 * What came into being earlier in the same revision: a table that nobody uses yet can be locked,
 * scanned and dropped without harm.
 *
 * @param tables created so far
 * @param columns added so far
 */
public record Lifetimes(Set<TableName> tables, Set<ColumnOf> columns) {
  /** Nothing yet. */
  public static final Lifetimes NONE = new Lifetimes(Set.of(), Set.of());

  /**
   * A column of a table.
   *
   * @param table which table
   * @param column which column
   */
  public record ColumnOf(TableName table, ColumnName column) {}

  /** Copies the sets. */
  public Lifetimes {
    tables = Set.copyOf(tables);
    columns = Set.copyOf(columns);
  }

  /** Returns whether the table was created in this revision. */
  public boolean born(TableName table) {
    return tables.contains(table);
  }

  /** Returns whether the column, or its whole table, came in this revision. */
  public boolean born(TableName table, ColumnName column) {
    return born(table) || columns.contains(new ColumnOf(table, column));
  }

  /** Returns the lifetimes after one more operation. */
  Lifetimes after(Operation operation) {
    return switch (operation) {
      case TableOperation.CreateTable create -> withTable(create.table().name());
      case TableOperation.RenameTable(TableName from, TableName to) -> renamed(from, to);
      case ColumnOperation.AddColumn add -> withColumn(add.table(), add.column().name());
      case ColumnOperation.AlterColumn(TableName table, ColumnName column, var changes) ->
          altered(table, column, changes);
      case TableOperation.DropTable _,
          TableOperation.SetTableComment _,
          TableOperation.OrderColumns _,
          TableOperation.AttachPartition _,
          TableOperation.DetachPartition _,
          ColumnOperation.DropColumn _,
          ConstraintOperation _,
          IndexOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation _,
          Opaque _ ->
          this;
    };
  }

  private Lifetimes withTable(TableName table) {
    Set<TableName> more = new HashSet<>(tables);
    more.add(table);
    return new Lifetimes(more, columns);
  }

  private Lifetimes withColumn(TableName table, ColumnName column) {
    Set<ColumnOf> more = new HashSet<>(columns);
    more.add(new ColumnOf(table, column));
    return new Lifetimes(tables, more);
  }

  private Lifetimes renamed(TableName from, TableName to) {
    Lifetimes result = born(from) ? withTable(to) : this;
    for (ColumnOf column : columns) {
      if (column.table().equals(from)) {
        result = result.withColumn(to, column.column());
      }
    }
    return result;
  }

  private Lifetimes altered(TableName table, ColumnName column, List<ColumnChange> changes) {
    Lifetimes result = this;
    for (ColumnChange change : changes) {
      if (change instanceof ColumnChange.Rename(ColumnName to) && born(table, column)) {
        result = result.withColumn(table, to);
      }
    }
    return result;
  }
}
