package limbeck.dialect.sqlite;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardTables;
import limbeck.schema.Constraint;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** SQLite's table operations: no comments, no moving between databases. */
final class Tables extends StandardTables {
  Tables(Spelling spelling, ConstraintClauses constraints, IndexClauses indexes) {
    super(spelling, constraints, indexes);
  }

  @Override
  protected boolean inTable(Table table, Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          key.columns().size() != 1 || !SqliteSpelling.isInlineKey(table, key.columns().getFirst());
      case Constraint.ForeignKey key -> key.target().schema().equals(table.name().schema());
      case Constraint.Unique _, Constraint.Check _, Constraint.Exclude _ -> true;
    };
  }

  @Override
  protected String drop(TableName table, boolean ifExists, boolean cascade) {
    return super.drop(table, ifExists, false);
  }

  @Override
  protected List<Sql> rename(TableName from, TableName to) {
    if (!from.schema().equals(to.schema())) {
      throw new CannotSpell("SQLite does not move a table to another database");
    }
    return super.rename(from, to);
  }

  @Override
  protected List<Sql> comment(TableName table, Optional<String> comment) {
    return List.of();
  }
}
