package limbeck.database.embedded;

import java.util.concurrent.atomic.AtomicBoolean;
import limbeck.database.DatabaseUrl;
import limbeck.database.Session;

/** A database of an embedded server, given back when closed: what it holds is gone then. */
public final class ScratchDatabase implements AutoCloseable {
  private final EmbeddedPostgres server;
  private final DatabaseUrl url;
  private final int uses;
  private final AtomicBoolean closed = new AtomicBoolean();

  ScratchDatabase(EmbeddedPostgres server, DatabaseUrl url, int uses) {
    this.server = server;
    this.url = url;
    this.uses = uses;
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

  /** Gives the database back, to be emptied for its next use or dropped. */
  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      server.giveBack(name(), uses);
    }
  }
}
