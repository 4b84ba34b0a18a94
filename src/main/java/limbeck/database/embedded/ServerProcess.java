package limbeck.database.embedded;

import java.io.File;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import limbeck.text.ToolFailure;

/** A running {@code postgres}, listening on a loopback port of its own. */
final class ServerProcess {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
  private static final long POLL_MILLISECONDS = 2;

  /** Between choosing a free port and binding it, another program may take it. */
  private static final int PORT_ATTEMPTS = 5;

  private static final int LOG_TAIL_LINES = 20;

  private final Process process;
  private final int port;

  private ServerProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a server on a data directory and waits until it takes connections. */
  static ServerProcess start(
      Binaries binaries, ServerIdentity identity, ServerFolder folder, List<String> settings) {
    for (int attempt = 1; ; attempt++) {
      int port = freePort();
      Process process = spawn(command(binaries, identity, folder, port, settings), folder.log());
      ServerProcess server = new ServerProcess(process, port);
      if (server.waitUntilReady(folder)) {
        return server;
      }
      server.stop();
      String log = read(folder.log());
      if (attempt == PORT_ATTEMPTS || !log.contains("could not bind")) {
        throw failed(binaries, log);
      }
    }
  }

  /** Returns the loopback port. */
  int port() {
    return port;
  }

  /** Returns whether the process still runs. */
  boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the server without a checkpoint: its data directory is thrown away. */
  void stop() {
    if (!process.isAlive()) {
      return;
    }
    stopAtOnce(process.toHandle());
    try {
      if (!process.waitFor(STOP_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Asks a server for an immediate shutdown, by the signal that PostgreSQL's chapter "Shutting Down
   * the Server" names; Java itself sends only TERM, which waits for clients, and KILL, which leaves
   * the server's shared memory behind.
   */
  static void stopAtOnce(ProcessHandle server) {
    Command.Result result =
        Command.run(List.of("/bin/sh", "-c", "kill -QUIT " + server.pid() + " || :"));
    if (!result.succeeded()) {
      server.destroyForcibly();
    }
  }

  private static List<String> command(
      Binaries binaries,
      ServerIdentity identity,
      ServerFolder folder,
      int port,
      List<String> settings) {
    List<String> program = new ArrayList<>();
    program.addAll(List.of(binaries.program("postgres"), "-D", folder.dataDirectory().toString()));
    program.addAll(List.of("-p", Integer.toString(port)));
    List<String> all = new ArrayList<>();
    all.add("listen_addresses=127.0.0.1");
    // A socket's path is limited to 107 bytes, and nobody needs it.
    all.add("unix_socket_directories=");
    all.addAll(settings);
    for (String setting : all) {
      program.addAll(List.of("-c", setting));
    }
    return identity.serverCommand(program);
  }

  /**
   * Starts the process from a thread that lives as long as the process: the kernel sends the death
   * signal when the starting thread, not the whole parent, ends.
   */
  private static Process spawn(List<String> command, Path log) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(new File("/dev/null"));
    Command.cleanEnvironment(builder.environment());
    CompletableFuture<Process> started = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("postgres keeper")
        .start(
            () -> {
              try {
                Process process = builder.start();
                started.complete(process);
                process.waitFor();
              } catch (IOException failure) {
                started.completeExceptionally(failure);
              } catch (InterruptedException ignored) {
                // Nobody holds this thread to interrupt it; ending stops the server, as it should.
              }
            });
    try {
      return started.get();
    } catch (ExecutionException failure) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot run " + command.getFirst() + ": " + failure.getMessage(),
          "Check that programs may be run from the cache folder, or set LIMBECK_CACHE.",
          failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "interrupted while starting PostgreSQL",
          "Run the command again.",
          interrupted);
    }
  }

  /** Waits for the line that the server writes into its lock file; false when it ended instead. */
  private boolean waitUntilReady(ServerFolder folder) {
    Path pidFile = folder.dataDirectory().resolve("postmaster.pid");
    long limit = System.nanoTime() + START_LIMIT.toNanos();
    while (System.nanoTime() < limit) {
      // The eighth and last line is the state, padded with blanks.
      if (read(pidFile).stripTrailing().endsWith("\nready")) {
        return true;
      }
      try {
        if (process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS)) {
          return false;
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, Inet4Address.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException failure) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "no free port on 127.0.0.1: " + failure.getMessage(),
          "Check that the loopback network interface is up.",
          failure);
    }
  }

  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException absent) {
      return "";
    }
  }

  private static ToolFailure failed(Binaries binaries, String log) {
    List<String> lines = log.lines().toList();
    String tail =
        String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    return new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        "PostgreSQL %s did not start; the end of its log:\n%s"
            .formatted(binaries.version(), tail.isEmpty() ? "(empty)" : tail),
        "The last FATAL line names the cause; check memory, the cache folder and the network.");
  }
}
