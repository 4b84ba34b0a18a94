package limbeck.dialect.sqlite;

import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.schema.Index;
import limbeck.schema.TableName;

/** How SQLite writes constraints and indexes: the schema goes to the index's name. */
final class Clauses {
  private Clauses() {}

  /** Constraints: a reference never leaves its schema. */
  static final class OfConstraints extends ConstraintClauses {
    OfConstraints(Spelling spelling) {
      super(spelling);
    }

    @Override
    protected String target(TableName target, TableName owner) {
      return spelling.quoting().quote(target.name());
    }
  }

  /** Indexes: columns, order and predicate, nothing else. */
  static final class OfIndexes extends IndexClauses {
    OfIndexes(Spelling spelling) {
      super(spelling);
    }

    @Override
    public Sql create(TableName table, Index index, boolean concurrently, boolean ifNotExists) {
      return Sql.of(
          "CREATE "
              + (index.unique() ? "UNIQUE " : "")
              + "INDEX "
              + (ifNotExists ? "IF NOT EXISTS " : "")
              + table.schema().map(it -> spelling.quoting().quote(it) + ".").orElse("")
              + name(index)
              + " ON "
              + spelling.quoting().quote(table.name())
              + " ("
              + elements(index)
              + ")"
              + index.where().map(it -> " WHERE " + it).orElse(""));
    }
  }
}
