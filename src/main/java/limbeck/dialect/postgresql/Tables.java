package limbeck.dialect.postgresql;

import java.util.List;
import java.util.stream.Collectors;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardTables;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** PostgreSQL's table operations: a partition is created from its parent. */
final class Tables extends StandardTables {
  private final ConstraintClauses clauses;

  Tables(Spelling spelling, ConstraintClauses constraints, IndexClauses indexes) {
    super(spelling, constraints, indexes);
    this.clauses = constraints;
  }

  @Override
  public Sql createAlone(
      Table table, List<Constraint> included, boolean ifNotExists, Schema schema) {
    String parent = table.options().getOrDefault("postgresql_partition_of", "");
    int bound = Math.max(parent.indexOf(" FOR VALUES "), parent.lastIndexOf(" DEFAULT"));
    if (bound < 0) {
      return super.createAlone(table, included, ifNotExists, schema);
    }
    String constraints =
        included.isEmpty()
            ? ""
            : included.stream()
                .map(it -> clauses.clause(it, table.name()))
                .collect(Collectors.joining(", \n    ", " (\n    ", "\n)"));
    return Sql.of(
        "CREATE TABLE "
            + (ifNotExists ? "IF NOT EXISTS " : "")
            + spelling.quoting().table(table.name())
            + " PARTITION OF "
            + parent.substring(0, bound)
            + constraints
            + parent.substring(bound)
            + spelling.tableSuffix(table));
  }
}
