package limbeck.dialect.postgresql;

import java.util.List;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardRows;
import limbeck.operation.DataOperation;
import limbeck.schema.SqlText;

/** PostgreSQL's row operations: a check of rows is an anonymous block that raises. */
final class Rows extends StandardRows {
  Rows(Spelling spelling) {
    super(spelling);
  }

  @Override
  protected List<Sql> execute(SqlText statement) {
    return List.of(new Sql(statement.text(), !OutsideTransaction.refuses(statement.text())));
  }

  @Override
  protected List<Sql> require(DataOperation.RequireNoRows require) {
    String body =
        "BEGIN\n    IF EXISTS (\n"
            + require.query()
            + "\n    ) THEN\n        RAISE EXCEPTION USING ERRCODE = 'check_violation', MESSAGE = "
            + spelling.literal(require.message())
            + ";\n    END IF;\nEND";
    return List.of(Sql.of(Blocks.anonymous(body)));
  }
}
