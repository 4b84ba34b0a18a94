package limbeck.dialect.standard;

import java.util.List;
import java.util.Optional;
import limbeck.operation.IndexOperation;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** Operations on indexes. */
public class StandardIndexes {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** How indexes are written. */
  protected final IndexClauses clauses;

  /** Writes index operations with the fragments of a database. */
  public StandardIndexes(Spelling spelling, IndexClauses clauses) {
    this.spelling = spelling;
    this.clauses = clauses;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(IndexOperation operation, Schema before) {
    return switch (operation) {
      case IndexOperation.CreateIndex(var table, var index, var concurrently, var ifNotExists) ->
          List.of(clauses.create(table, index, concurrently, ifNotExists));
      case IndexOperation.DropIndex drop -> drop(drop, before);
      case IndexOperation.RenameIndex rename -> rename(rename, before);
    };
  }

  /** Returns the statements that drop an index. */
  protected List<Sql> drop(IndexOperation.DropIndex drop, Schema before) {
    return List.of(
        Sql.of(
            "DROP INDEX "
                + (drop.ifExists() ? "IF EXISTS " : "")
                + spelling.quoting().qualified(schema(drop), drop.name().text())));
  }

  /** Returns the schema an index to drop is in: its own statement, else its table's. */
  protected static Optional<String> schema(IndexOperation.DropIndex drop) {
    return drop.schema().or(() -> drop.table().flatMap(TableName::schema));
  }

  /** Returns the statements that rename an index. */
  protected List<Sql> rename(IndexOperation.RenameIndex rename, Schema before) {
    return List.of(
        Sql.of(
            "ALTER INDEX "
                + spelling.quoting().qualified(rename.table().schema(), rename.from().text())
                + " RENAME TO "
                + spelling.quoting().quote(rename.to().text())));
  }
}
