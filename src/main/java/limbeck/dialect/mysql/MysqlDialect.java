package limbeck.dialect.mysql;

import limbeck.dialect.Dialect;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.IndexClauses;
import limbeck.dialect.standard.StandardDialect;
import limbeck.dialect.standard.StandardRows;
import limbeck.schema.DialectName;

/** MySQL 8 and MariaDB 10.6, and newer. */
public final class MysqlDialect {
  private MysqlDialect() {}

  /**
   * Returns the dialect.
   *
   * @param name {@code MYSQL} or {@code MARIADB}
   */
  public static Dialect of(DialectName name) {
    MysqlSpelling spelling = new MysqlSpelling(name);
    ConstraintClauses constraints = new Clauses.OfConstraints(spelling);
    IndexClauses indexes = new Clauses.OfIndexes(spelling);
    return new StandardDialect(
        spelling,
        new StandardDialect.Groups(
            new Tables(spelling, constraints, indexes),
            new Columns(spelling),
            new Constraints(spelling, constraints),
            new Indexes(spelling, indexes),
            new Enums(spelling),
            new Objects(spelling),
            new StandardRows(spelling) {
              @Override
              protected String noValues() {
                return " () VALUES ()";
              }
            }),
        new MysqlNormalForm(spelling));
  }
}
