package limbeck.dialect;

import java.util.OptionalInt;
import limbeck.dialect.mysql.MysqlDialect;
import limbeck.dialect.postgresql.PostgresqlDialect;
import limbeck.dialect.sqlite.SqliteDialect;
import limbeck.schema.DialectName;

/** The dialects by name. */
public final class Dialects {
  private Dialects() {}

  /** Returns a database's dialect, for a server whose version is not known. */
  public static Dialect of(DialectName name) {
    return of(name, OptionalInt.empty());
  }

  /**
   * Returns a database's dialect.
   *
   * @param serverMajor the server's major version; empty when not known
   */
  public static Dialect of(DialectName name, OptionalInt serverMajor) {
    return switch (name) {
      case POSTGRESQL -> PostgresqlDialect.of(serverMajor);
      case SQLITE -> SqliteDialect.create();
      case MYSQL, MARIADB -> MysqlDialect.of(name);
    };
  }
}
