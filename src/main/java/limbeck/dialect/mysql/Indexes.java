package limbeck.dialect.mysql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardIndexes;
import limbeck.operation.IndexOperation;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Index operations of MySQL and MariaDB: an index has no name without its table. */
final class Indexes extends StandardIndexes {
  Indexes(Spelling spelling, IndexClauses clauses) {
    super(spelling, clauses);
  }

  @Override
  protected List<Sql> drop(IndexOperation.DropIndex drop, Schema before) {
    TableName table =
        drop.table()
            .or(() -> owner(drop, before))
            .orElseThrow(
                () ->
                    new CannotSpell(
                        "MySQL drops an index of a table, and the table of "
                            + drop.name()
                            + " is not known"));
    boolean known = before.table(table).isPresent();
    boolean missing = before.table(table).flatMap(it -> it.index(drop.name())).isEmpty();
    boolean mariadb = spelling.dialect() == DialectName.MARIADB;
    if (drop.ifExists() && !mariadb && known && missing) {
      return List.of();
    }
    return List.of(
        Sql.of(
            "DROP INDEX "
                + (drop.ifExists() && mariadb ? "IF EXISTS " : "")
                + spelling.quoting().quote(drop.name().text())
                + " ON "
                + spelling.quoting().table(table)));
  }

  private static Optional<TableName> owner(IndexOperation.DropIndex drop, Schema before) {
    return before.tables().values().stream()
        .filter(it -> it.index(drop.name()).isPresent())
        .map(Table::name)
        .findFirst();
  }

  @Override
  protected List<Sql> rename(IndexOperation.RenameIndex rename, Schema before) {
    return List.of(
        Sql.of(
            "ALTER TABLE "
                + spelling.quoting().table(rename.table())
                + " RENAME INDEX "
                + spelling.quoting().quote(rename.from().text())
                + " TO "
                + spelling.quoting().quote(rename.to().text())));
  }
}
