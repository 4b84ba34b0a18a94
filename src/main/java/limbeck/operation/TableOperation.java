package limbeck.operation;

import java.util.Optional;
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
}
