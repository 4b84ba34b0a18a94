package limbeck.plan;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.TableOperation;
import limbeck.schema.Column;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The sequences that counting columns own go on under the old name of a renamed table; they get the
 * name that a new table would give them. One that has another name already is left alone.
 */
final class OwnedSequences {
  private final Draft draft;

  OwnedSequences(Draft draft) {
    this.draft = draft;
  }

  /** Renames those of a table that has just been renamed. */
  void follow(TableOperation.RenameTable rename) {
    Optional<Table> table = draft.schema().table(rename.to());
    if (!draft.options().isPostgresql() || table.isEmpty()) {
      return;
    }
    for (Column column : table.get().columns()) {
      String from = DefaultNames.ownedSequence(rename.from(), column.name());
      String to = DefaultNames.ownedSequence(rename.to(), column.name());
      if (counts(column) && !from.equals(to)) {
        draft.add(
            rename(rename.to(), from, to),
            "the sequence of " + rename.to() + "." + column.name() + " follows its table",
            Classification.TRANSFORMING,
            "only its name changes",
            false,
            Optional.of(List.of(Draft.Undo.of(rename(rename.to(), to, from)))));
      }
    }
  }

  private static boolean counts(Column column) {
    return column.autoincrement()
        || column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  private DataOperation rename(TableName table, String from, String to) {
    RowSql sql = draft.sql();
    return new DataOperation.ExecuteSql(
        new SqlText(
            "ALTER SEQUENCE IF EXISTS "
                + sql.table(new TableName(table.schema(), from))
                + " RENAME TO "
                + sql.table(TableName.of(to))),
        new TreeSet<>(),
        new TreeSet<>());
  }
}
