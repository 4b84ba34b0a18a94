package limbeck.judge;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One MariaDB for all tests of a JVM, with a data folder of its own; it ends with the JVM. */
public final class MariaServer {
  private static final Path HOME = Path.of(".cache", "mariadb", "usr").toAbsolutePath();
  private static @Nullable MariaServer shared;

  private final int port;

  private MariaServer(int port) {
    this.port = port;
  }

  /** Returns the server, started at the first call; empty when {@code ./dev} could not get one. */
  public static synchronized Optional<MariaServer> shared() {
    if (shared == null && Files.isExecutable(program())) {
      try {
        shared = start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Optional.ofNullable(shared);
  }

  /** Returns its URL, to which the name of a database is added. */
  public String url() {
    return "mariadb+pymysql://root@127.0.0.1:" + port + "/";
  }

  private static Path program() {
    return HOME.resolve("sbin").resolve("mariadbd");
  }

  private static MariaServer start() throws IOException {
    Path folder = Files.createTempDirectory("limbeck-mariadb");
    Path data = Files.createDirectories(folder.resolve("data"));
    Files.createDirectories(data.resolve("mysql"));
    bootstrap(folder);
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Process process =
        builder(
                folder,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + folder.resolve("s"),
                "--skip-grant-tables",
                "--innodb-flush-log-at-trx-commit=0")
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, folder)));
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket()) {
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
        return new MariaServer(port);
      } catch (IOException notYet) {
        sleep();
      }
    }
    throw new IllegalStateException(
        "MariaDB does not answer: " + Files.readString(folder.resolve("log")));
  }

  /** A server wants its own tables, even when it does not look at who may do what. */
  private static void bootstrap(Path folder) throws IOException {
    Process process = builder(folder, "--bootstrap").start();
    try (OutputStream input = process.getOutputStream()) {
      input.write("use mysql;\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
      for (String file : List.of("mysql_system_tables.sql", "mysql_system_tables_data.sql")) {
        Files.copy(HOME.resolve("share").resolve("mysql").resolve(file), input);
      }
    }
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(
            "MariaDB cannot make its tables: " + Files.readString(folder.resolve("log")));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder builder(Path folder, String... options) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program().toString(),
                "--no-defaults",
                "--basedir=" + HOME,
                "--datadir=" + folder.resolve("data"),
                "--lc-messages-dir=" + HOME.resolve("share").resolve("mysql"),
                "--user=" + System.getProperty("user.name"),
                "--skip-log-bin",
                "--innodb-buffer-pool-size=64M"));
    command.addAll(List.of(options));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("log").toFile()));
    File[] libraries = HOME.resolve("lib").toFile().listFiles(File::isDirectory);
    if (libraries != null) {
      builder
          .environment()
          .put(
              "LD_LIBRARY_PATH",
              String.join(":", Stream.of(libraries).map(File::getPath).toList()));
    }
    return builder;
  }

  private static void sleep() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void end(Process process, Path folder) {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      }
    } catch (InterruptedException | IOException e) {
      // A temporary folder that stays is the system's to remove.
    }
  }
}
