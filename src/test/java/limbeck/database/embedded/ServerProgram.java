package limbeck.database.embedded;

import limbeck.database.Session;
import limbeck.text.ToolFailure;

/**
 * A program of its own that starts a server, so that tests can kill it. It prints {@code READY} and
 * the server's process number, and ends when its input does; or prints {@code FAILED} and why.
 */
final class ServerProgram {
  private ServerProgram() {}

  public static void main(String[] arguments) throws Exception {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.start(Integer.parseInt(arguments[0]), EmbeddedPostgres.Flags.FAST);
      try (ScratchDatabase database = server.createDatabase();
          Session session = database.open()) {
        session.query("CREATE TABLE t (a integer)");
      }
      System.out.println("READY " + ServerIdentity.current() + " " + postmaster());
      System.in.read();
      // Neither closed nor killed: the hook at exit has to do it.
      System.exit(0);
    } catch (ToolFailure failure) {
      System.out.println("FAILED " + failure.what().lines().findFirst().orElse(""));
      System.exit(1);
    }
  }

  private static long postmaster() {
    return ProcessHandle.current()
        .children()
        .filter(ProcessHandle::isAlive)
        .mapToLong(ProcessHandle::pid)
        .findFirst()
        .orElseThrow();
  }
}
