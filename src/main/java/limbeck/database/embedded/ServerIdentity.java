package limbeck.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/**
 * As whom the server runs. PostgreSQL refuses to run as root, which in containers is the usual
 * user.
 */
enum ServerIdentity {
  /** As the user of this process. */
  SELF(List.of()),
  /**
   * As a user who, in a user namespace of its own, looks like {@code nobody}: for root, and for
   * users without a name, whom initdb refuses too. Files stay the user's, nothing is given away.
   */
  USER_NAMESPACE(List.of("unshare", "-U")),
  /** As the user {@code nobody}, where user namespaces are blocked. */
  NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

  /** The number of {@code nobody} and its group, the kernel's overflow user. */
  private static final int NOBODY_NUMBER = 65534;

  private static @Nullable ServerIdentity current;
  private static @Nullable Boolean deathSignal;

  private final List<String> prefix;

  ServerIdentity(List<String> prefix) {
    this.prefix = prefix;
  }

  /** Returns the identity that works on this machine, tried once per process. */
  static synchronized ServerIdentity current() {
    if (current == null) {
      current = choose();
    }
    return current;
  }

  private static ServerIdentity choose() {
    boolean root = isRoot();
    // How Java calls a user number without a name, as containers are given them.
    boolean nameless = "?".equals(System.getProperty("user.name"));
    if (!root && !nameless) {
      return SELF;
    }
    Command.Result namespace = Command.run(USER_NAMESPACE.command(List.of("true")));
    if (namespace.succeeded()) {
      return USER_NAMESPACE;
    }
    if (!root) {
      return SELF; // initdb itself will say what it misses
    }
    Command.Result nobody = Command.run(NOBODY.command(List.of("true")));
    if (nobody.succeeded()) {
      return NOBODY;
    }
    throw new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        "PostgreSQL does not run as root, and root cannot become another user here: `unshare -U`: %s; `setpriv --reuid`: %s"
            .formatted(namespace.output(), nobody.output()),
        "Run as an ordinary user, or install util-linux with its unshare and setpriv.");
  }

  private static boolean isRoot() {
    try {
      // A fresh file belongs to the effective user; asking for the user's name would not tell.
      Path probe = Files.createTempFile("limbeck", "");
      try {
        return FileTree.ownerNumber(probe) == 0;
      } finally {
        Files.delete(probe);
      }
    } catch (IOException failure) {
      throw FileTree.refused("write to", Path.of(System.getProperty("java.io.tmpdir")), failure);
    }
  }

  /** Returns the command that runs a program under this identity. */
  List<String> command(List<String> program) {
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(program);
    return whole;
  }

  /**
   * Returns the command that runs a server under this identity, so that the kernel interrupts it (a
   * fast shutdown) when the thread that started it dies, even by {@code kill -9} of this process.
   */
  List<String> serverCommand(List<String> program) {
    List<String> whole = new ArrayList<>(prefix);
    if (hasDeathSignal()) {
      // Behind the change of user: a change of credentials would clear the signal again.
      whole.addAll(List.of("setpriv", "--pdeathsig", "INT"));
    }
    whole.addAll(program);
    return whole;
  }

  private static synchronized boolean hasDeathSignal() {
    if (deathSignal == null) {
      deathSignal = Command.run(List.of("setpriv", "--pdeathsig", "INT", "true")).succeeded();
    }
    return deathSignal;
  }

  /** Makes a file or folder of this process usable by the server. */
  void own(Path path) {
    if (this == NOBODY) {
      FileTree.giveTo(path, NOBODY_NUMBER, NOBODY_NUMBER);
    }
  }
}
