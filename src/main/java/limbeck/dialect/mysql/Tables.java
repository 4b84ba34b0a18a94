package limbeck.dialect.mysql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardTables;
import limbeck.schema.TableName;

/** Table operations of MySQL and MariaDB: a rename moves as well, a comment is an option. */
final class Tables extends StandardTables {
  Tables(Spelling spelling, ConstraintClauses constraints, IndexClauses indexes) {
    super(spelling, constraints, indexes);
  }

  @Override
  protected List<Sql> rename(TableName from, TableName to) {
    return List.of(Sql.of(alter(from) + "RENAME TO " + spelling.quoting().table(to)));
  }

  @Override
  protected List<Sql> comment(TableName table, Optional<String> comment) {
    return List.of(Sql.of(alter(table) + "COMMENT " + spelling.literal(comment.orElse(""))));
  }
}
