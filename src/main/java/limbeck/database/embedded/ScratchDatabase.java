package limbeck.database.embedded;

import limbeck.database.DatabaseUrl;
import limbeck.database.Session;

/** A database of an embedded server, dropped when closed. */
public final class ScratchDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final DatabaseUrl url;

  ScratchDatabase(EmbeddedPostgres server, DatabaseUrl url) {
    this.server = server;
    this.url = url;
  }

  /** Returns its name. */
  public String name() {
    return url.database();
  }

  /** Returns its URL, which writes itself for JDBC, libpq and SQLAlchemy. */
  public DatabaseUrl url() {
    return url;
  }

  /** Opens a session with the rights of a superuser. */
  public Session open() {
    return Session.open(url);
  }

  /** Drops the database, ending sessions that are still open. */
  @Override
  public void close() {
    server.drop(name());
  }
}
