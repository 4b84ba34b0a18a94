package limbeck.database.embedded;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import limbeck.database.DatabaseUrl;
import limbeck.database.Outcome;
import limbeck.database.Session;

/**
 * A database of a {@link SharedServer} that tests use one after the other: emptying one is far
 * quicker than creating and dropping one.
 */
public final class ReusedDatabase {
  private static final ConcurrentMap<String, ScratchDatabase> DATABASES = new ConcurrentHashMap<>();
  private static final String EMPTY =
      """
      DO $$
      DECLARE
        it record;
      BEGIN
        FOR it IN
          SELECT nspname FROM pg_namespace
          WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
        LOOP
          EXECUTE format('DROP SCHEMA %I CASCADE', it.nspname);
        END LOOP;
        CREATE SCHEMA public;
      END $$
      """;

  private final ScratchDatabase database;

  private ReusedDatabase(ScratchDatabase database) {
    this.database = database;
  }

  /** Returns a database of a major version, by a name that tells it from others; now empty. */
  public static ReusedDatabase emptied(int major, String name) {
    ScratchDatabase database =
        DATABASES.computeIfAbsent(major + " " + name, _ -> SharedServer.of(major).createDatabase());
    try (Session session = database.open()) {
      if (session.execute(EMPTY) instanceof Outcome.Failed failed) {
        throw new IllegalStateException("cannot empty " + name + ": " + failed.message());
      }
    }
    return new ReusedDatabase(database);
  }

  /** Returns its URL. */
  public DatabaseUrl url() {
    return database.url();
  }

  /** Opens a session with the rights of a superuser. */
  public Session open() {
    return database.open();
  }
}
