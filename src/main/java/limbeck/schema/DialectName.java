package limbeck.schema;

/** The databases whose spelling the tool knows, by SQLAlchemy's names. */
public enum DialectName {
  /** PostgreSQL 12 and newer. */
  POSTGRESQL("postgresql"),
  /** SQLite 3.35 and newer. */
  SQLITE("sqlite"),
  /** MySQL 8. */
  MYSQL("mysql"),
  /** MariaDB 10.6 and newer. */
  MARIADB("mariadb");

  private final String sqlalchemyName;

  DialectName(String sqlalchemyName) {
    this.sqlalchemyName = sqlalchemyName;
  }

  /** Returns the name used by {@code dialect.name} in SQLAlchemy. */
  public String sqlalchemyName() {
    return sqlalchemyName;
  }
}
