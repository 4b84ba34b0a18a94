package limbeck.operation;

import java.util.List;
import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** A change to a table as a whole. */
public sealed interface TableOperation extends Operation {
  /**
   * {@code CREATE TABLE} with its constraints, then its indexes and comments. Enum types are
   * created by operations of their own.
   *
   * @param table all of it
   * @param ifNotExists whether an existing table is left alone
   */
  record CreateTable(Table table, boolean ifNotExists) implements TableOperation {}

  /**
   * {@code DROP TABLE}.
   *
   * @param table which one
   * @param ifExists whether a missing table is no error
   * @param cascade whether what depends on it goes too
   */
  record DropTable(TableName table, boolean ifExists, boolean cascade) implements TableOperation {}

  /**
   * {@code ALTER TABLE … RENAME TO}, or {@code SET SCHEMA} when only the schema differs. Names of
   * constraints, indexes and sequences stay as they are.
   *
   * @param from the name before
   * @param to the name after
   */
  record RenameTable(TableName from, TableName to) implements TableOperation {}

  /**
   * {@code COMMENT ON TABLE}.
   *
   * @param table which one
   * @param from the comment before
   * @param to the comment after; empty removes it
   */
  record SetTableComment(TableName table, Optional<String> from, Optional<String> to)
      implements TableOperation {}

  /**
   * {@code ALTER TABLE … ATTACH PARTITION}. The partition's own keys, indexes and checks that are
   * like those of the partitioned table become parts of these.
   *
   * @param table the partitioned table
   * @param partition the table that becomes a part of it
   * @param bound which rows it holds: {@code FOR VALUES …} or {@code DEFAULT}
   */
  record AttachPartition(TableName table, TableName partition, String bound)
      implements TableOperation {}

  /**
   * {@code ALTER TABLE … DETACH PARTITION}. What the partition had from the partitioned table, it
   * has for its own afterwards.
   *
   * @param table the partitioned table
   * @param partition the part that becomes a table by itself
   * @param concurrently whether it may not run in a transaction, and waits less
   */
  record DetachPartition(TableName table, TableName partition, boolean concurrently)
      implements TableOperation {}

  /**
   * What becomes of the columns' order when Alembic makes a table anew in a batch block; no SQL
   * statement does it.
   *
   * @param table which one
   * @param from all columns in the order before
   * @param to the same columns in the order after
   */
  record OrderColumns(TableName table, List<ColumnName> from, List<ColumnName> to)
      implements TableOperation {
    /** Copies the orders. */
    public OrderColumns {
      from = List.copyOf(from);
      to = List.copyOf(to);
    }
  }
}
