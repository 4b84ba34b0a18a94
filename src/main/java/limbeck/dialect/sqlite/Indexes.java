package limbeck.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardIndexes;
import limbeck.operation.IndexOperation;
import limbeck.schema.Index;
import limbeck.schema.Schema;

/** SQLite's index operations: an index gets another name by being made anew. */
final class Indexes extends StandardIndexes {
  Indexes(Spelling spelling, IndexClauses clauses) {
    super(spelling, clauses);
  }

  @Override
  protected List<Sql> rename(IndexOperation.RenameIndex rename, Schema before) {
    Index index =
        before
            .table(rename.table())
            .flatMap(it -> it.index(rename.from()))
            .orElseThrow(
                () ->
                    new CannotSpell(
                        "SQLite makes a renamed index anew, and "
                            + rename.from()
                            + " is not known at this point"));
    return List.of(
        Sql.of(
            "DROP INDEX "
                + spelling.quoting().qualified(rename.table().schema(), rename.from().text())),
        clauses.create(rename.table(), index.withName(Optional.of(rename.to())), false, false));
  }
}
