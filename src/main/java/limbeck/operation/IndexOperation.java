package limbeck.operation;

import java.util.Optional;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.TableName;

/** A change to an index. */
public sealed interface IndexOperation extends Operation {
  /**
   * {@code CREATE INDEX}.
   *
   * @param table on which
   * @param index what
   * @param concurrently without blocking writers, PostgreSQL only
   * @param ifNotExists whether an index of that name is left alone
   */
  record CreateIndex(TableName table, Index index, boolean concurrently, boolean ifNotExists)
      implements IndexOperation {}

  /**
   * {@code DROP INDEX}.
   *
   * @param table on which, where stated
   * @param schema the schema of the index, where stated
   * @param name which one
   * @param concurrently without blocking readers and writers, PostgreSQL only
   * @param ifExists whether a missing one is no error
   */
  record DropIndex(
      Optional<TableName> table,
      Optional<String> schema,
      IndexName name,
      boolean concurrently,
      boolean ifExists)
      implements IndexOperation {}

  /**
   * {@code ALTER INDEX … RENAME TO}.
   *
   * @param table on which
   * @param from the name before
   * @param to the name after
   */
  record RenameIndex(TableName table, IndexName from, IndexName to) implements IndexOperation {}
}
