package limbeck.operation;

import java.util.List;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/** A change to a column. */
public sealed interface ColumnOperation extends Operation {
  /** Returns the table of the column. */
  TableName table();

  /**
   * {@code ADD COLUMN}. Keys, uniqueness and indexes of the column are operations of their own.
   *
   * @param table where
   * @param column what
   * @param ifNotExists whether an existing column is left alone
   */
  record AddColumn(TableName table, Column column, boolean ifNotExists)
      implements ColumnOperation {}

  /**
   * {@code DROP COLUMN}; what only lived on it goes along.
   *
   * @param table where
   * @param column which one
   * @param ifExists whether a missing column is no error
   */
  record DropColumn(TableName table, ColumnName column, boolean ifExists)
      implements ColumnOperation {}

  /**
   * {@code ALTER COLUMN}, one or more changes in the order given.
   *
   * @param table where
   * @param column its name before
   * @param changes at least one
   */
  record AlterColumn(TableName table, ColumnName column, List<ColumnChange> changes)
      implements ColumnOperation {
    /** Copies the changes and rejects none. */
    public AlterColumn {
      changes = List.copyOf(changes);
      if (changes.isEmpty()) {
        throw new IllegalArgumentException("no change to " + table + "." + column);
      }
    }
  }
}
