package limbeck.database.embedded;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One fast server per version for all tests of a run; each test takes a database of its own. It
 * ends with the process.
 */
public final class SharedServer {
  private static final ConcurrentMap<Integer, EmbeddedPostgres> SERVERS = new ConcurrentHashMap<>();

  private SharedServer() {}

  /** Returns the server of a major version, started on first use. */
  public static EmbeddedPostgres of(int major) {
    return SERVERS.computeIfAbsent(
        major, it -> EmbeddedPostgres.start(it, EmbeddedPostgres.Flags.FAST));
  }
}
