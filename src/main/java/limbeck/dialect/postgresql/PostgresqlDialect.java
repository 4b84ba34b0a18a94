package limbeck.dialect.postgresql;

import java.util.OptionalInt;
import limbeck.dialect.Dialect;
import limbeck.dialect.standard.StandardDialect;

/** PostgreSQL 12 and newer. */
public final class PostgresqlDialect {
  private PostgresqlDialect() {}

  /**
   * Returns the dialect.
   *
   * @param serverMajor the server's major version, such as 17; empty when not known
   */
  public static Dialect of(OptionalInt serverMajor) {
    PostgresqlSpelling spelling = new PostgresqlSpelling(serverMajor);
    Constraints.Clauses constraints = new Constraints.Clauses(spelling);
    Indexes.Clauses indexes = new Indexes.Clauses(spelling);
    return new StandardDialect(
        spelling,
        new StandardDialect.Groups(
            new Tables(spelling, constraints, indexes),
            new Columns(spelling),
            new Constraints(spelling, constraints),
            new Indexes(spelling, indexes),
            new Enums(spelling),
            new Objects(spelling),
            new Rows(spelling)),
        new PostgresqlNormalForm(spelling.quoting(), serverMajor));
  }
}
