package limbeck.dialect.sqlite;

import limbeck.dialect.Dialect;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.StandardDialect;
import limbeck.dialect.standard.StandardRows;

/** SQLite 3.35 and newer. */
public final class SqliteDialect {
  private SqliteDialect() {}

  /** Returns the dialect. */
  public static Dialect create() {
    SqliteSpelling spelling = new SqliteSpelling();
    ConstraintClauses constraints = new Clauses.OfConstraints(spelling);
    IndexClauses indexes = new Clauses.OfIndexes(spelling);
    Tables tables = new Tables(spelling, constraints, indexes);
    Rebuild rebuild = new Rebuild(spelling, tables, indexes);
    return new StandardDialect(
        spelling,
        new StandardDialect.Groups(
            tables,
            new Columns(spelling, rebuild),
            new Constraints(spelling, constraints, rebuild),
            new Indexes(spelling, indexes),
            new Enums(spelling),
            new Objects(spelling),
            new StandardRows(spelling)),
        new SqliteNormalForm(spelling));
  }
}
