package limbeck.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import limbeck.database.Session;
import limbeck.database.embedded.EmbeddedPostgres.Flags;
import limbeck.text.ToolFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("postgres")
class EmbeddedPostgresTest {
  private static Path cache;
  private static Installation installation;

  @BeforeAll
  static void prepare() throws IOException {
    // Every user may enter: some tests run servers as another one.
    cache = Files.createTempDirectory("limbeck cache");
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path home = cache.resolve("home");
    for (int major : List.of(16, 18)) {
      Path jar = Binaries.find(major, Installation.ofThisProcess()).orElseThrow();
      Path folder = home.resolve("postgresql").resolve(Integer.toString(major));
      Files.createDirectories(folder);
      Files.copy(jar, folder.resolve(jar.getFileName()));
    }
    Path absent = cache.resolve("absent");
    installation = new Installation(Optional.of(home), absent, Optional.of(cache), absent);
  }

  @AfterAll
  static void remove() {
    FileTree.delete(cache);
  }

  private static EmbeddedPostgres start(int major, Flags flags) {
    return EmbeddedPostgres.start(major, flags, installation, ServerIdentity.current());
  }

  private static List<Path> serverFolders() {
    return FileTree.children(cache.resolve("run"));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 18})
  void startsAndLeavesNothingBehind(int major) {
    for (Flags flags : Flags.values()) {
      for (int round = 0; round < 2; round++) {
        EmbeddedPostgres server = start(major, flags);
        try (ScratchDatabase database = server.createDatabase();
            Session session = database.open()) {
          assertThat(session.serverVersion() / 10_000).isEqualTo(major);
          assertThat(session.query("SHOW fsync").firstValue())
              .contains(flags == Flags.FAST ? "off" : "on");
          assertThat(session.query("SHOW server_encoding").firstValue()).contains("UTF8");
          assertThat(session.query("SHOW timezone").firstValue()).contains("UTC");
        }
        server.close();
        assertThat(server.isAlive()).isFalse();
        assertThat(serverFolders()).isEmpty();
        server.close();
      }
    }
  }

  @Test
  void copiesDatabasesAndTakesThemBack() {
    try (EmbeddedPostgres server = start(16, Flags.FAST)) {
      ScratchDatabase original = server.createDatabase();
      try (Session session = original.open()) {
        session.query("CREATE TABLE t AS SELECT 7 AS a");
      }
      ScratchDatabase copy = server.createDatabase(original);
      try (Session open = copy.open()) {
        assertThat(open.query("SELECT a FROM t").firstColumn()).containsExactly("7");
        copy.close(); // with a session open
        assertThat(open.execute("SELECT 1").succeeded()).isFalse();
      }
      original.close();
      try (ScratchDatabase again = server.createDatabase();
          Session session = again.open()) {
        assertThat(again.name()).isEqualTo(copy.name());
        assertThat(session.query("SELECT to_regclass('t')").firstValue()).isEmpty();
      }
    }
  }

  @Test
  void asksForThePassword() {
    try (EmbeddedPostgres server = start(16, Flags.FAST)) {
      limbeck.database.DatabaseUrl url = server.url();
      assertThatThrownBy(
              () ->
                  Session.open(
                      new limbeck.database.DatabaseUrl(
                          url.host(),
                          url.port(),
                          url.database(),
                          url.user(),
                          Optional.of("guess"),
                          url.parameters())))
          .isInstanceOf(ToolFailure.class)
          .hasMessageContaining("password authentication failed")
          .hasMessageNotContaining("guess");
    }
  }

  @Test
  void startsManyServersAtOnce() throws Exception {
    Path fresh = Files.createTempDirectory("limbeck-fresh");
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Installation untouched =
          new Installation(
              installation.home(), installation.mavenRepository(), Optional.of(fresh), fresh);
      List<Future<Integer>> ports = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        Callable<Integer> task =
            () -> {
              try (EmbeddedPostgres server =
                  EmbeddedPostgres.start(16, Flags.FAST, untouched, ServerIdentity.current())) {
                try (Session session = server.createDatabase().open()) {
                  session.query("SELECT pg_sleep(0.3)");
                }
                return server.url().port();
              }
            };
        ports.add(threads.submit(task));
      }
      List<Integer> taken = new ArrayList<>();
      for (Future<Integer> port : ports) {
        taken.add(port.get());
      }
      assertThat(taken).doesNotHaveDuplicates();
      assertThat(FileTree.children(fresh.resolve("run"))).isEmpty();
      assertThat(FileTree.children(fresh.resolve("template"))).hasSize(1);
      assertThat(FileTree.children(fresh.resolve("postgresql"))).hasSize(1);
    } finally {
      FileTree.delete(fresh);
    }
  }

  @Test
  void stopsWhenItsProcessEnds() throws Exception {
    Process program = program(System.getenv("PATH"));
    long server = ready(program);
    assertThat(serverFolders()).hasSize(1);
    program.getOutputStream().close();
    assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(isGone(server)).isTrue();
    assertThat(serverFolders()).isEmpty();
  }

  @Test
  void stopsWhenItsProcessIsKilled() throws Exception {
    assumeTrue(Command.run(List.of("setpriv", "--pdeathsig", "INT", "true")).succeeded());
    Process program = program(System.getenv("PATH"));
    long server = ready(program);
    program.destroyForcibly().waitFor();
    assertThat(isGone(server)).isTrue();
    // The next start sweeps the folder, but not that of a running server.
    try (EmbeddedPostgres next = start(16, Flags.FAST)) {
      assertThat(serverFolders()).hasSize(1);
      Process other = program(System.getenv("PATH"));
      ready(other);
      assertThat(next.isAlive()).isTrue();
      assertThat(serverFolders()).hasSize(2);
      other.destroyForcibly().waitFor();
    }
  }

  @Test
  void sweepsAServerThatOutlivedItsProcess() throws Exception {
    Process program = program(pathOf("unshare", "sh", "cp", "kill", "true"));
    long server = ready(program);
    program.destroyForcibly().waitFor();
    assertThat(ProcessHandle.of(server).map(ProcessHandle::isAlive)).contains(true);
    try (EmbeddedPostgres next = start(16, Flags.FAST)) {
      assertThat(isGone(server)).isTrue();
      assertThat(serverFolders()).hasSize(1);
      assertThat(next.isAlive()).isTrue();
    }
  }

  @Test
  void runsForRootWithoutUserNamespaces() throws Exception {
    assumeTrue(ServerIdentity.current() != ServerIdentity.SELF);
    Process program = program(pathOf("setpriv", "sh", "cp", "true"));
    String line = firstLine(program);
    assertThat(line).startsWith("READY NOBODY ");
    long server = Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
    assertThat(FileTree.ownerNumber(Path.of("/proc/" + server))).isEqualTo(65534);
    program.destroyForcibly().waitFor();
    assertThat(isGone(server)).isTrue();
  }

  @Test
  void tellsRootWhatIsMissing() throws Exception {
    assumeTrue(ServerIdentity.current() != ServerIdentity.SELF);
    Process program = program(pathOf("sh", "cp", "true"));
    assertThat(firstLine(program))
        .startsWith("FAILED PostgreSQL does not run as root")
        .contains("unshare -U", "setpriv --reuid");
  }

  @Test
  void runsForAnOrdinaryUser() throws Exception {
    runsFor(1, "SELF"); // named "daemon" everywhere
  }

  @Test
  void runsForAUserWithoutName() throws Exception {
    runsFor(12345, "USER_NAMESPACE");
  }

  private static void runsFor(int user, String identity) throws Exception {
    assumeTrue(ServerIdentity.current() != ServerIdentity.SELF, "only root becomes another user");
    Path own = Files.createTempDirectory(cache, "of another user");
    FileTree.giveTo(own, user, user);
    List<String> become =
        List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups");
    ProcessBuilder builder = builder(become, System.getenv("PATH"));
    builder.environment().put("LIMBECK_CACHE", own.toString());
    Process program = builder.start();
    assertThat(firstLine(program)).startsWith("READY " + identity + " ");
    program.getOutputStream().close();
    assertThat(program.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(FileTree.children(own.resolve("run"))).isEmpty();
  }

  @Test
  void namesTheFoldersWithoutBinaries(@org.junit.jupiter.api.io.TempDir Path empty) {
    Installation without = new Installation(Optional.of(empty), empty, Optional.of(cache), empty);
    assertThatThrownBy(
            () -> EmbeddedPostgres.start(17, Flags.FAST, without, ServerIdentity.current()))
        .isInstanceOf(ToolFailure.class)
        .hasMessageContaining("no binaries of PostgreSQL 17")
        .hasMessageContaining(empty.resolve("postgresql/17").toString());
  }

  @Test
  void showsTheLogOfAServerThatDoesNotStart() throws IOException {
    Path broken = Files.createTempDirectory("limbeck-broken");
    try {
      Installation own =
          new Installation(
              installation.home(), installation.mavenRepository(), Optional.of(broken), broken);
      EmbeddedPostgres.start(16, Flags.FAST, own, ServerIdentity.current()).close();
      Path template = FileTree.children(broken.resolve("template")).getFirst();
      Files.writeString(template.resolve("data/postgresql.conf"), "shared_buffers = much\n");
      assertThatThrownBy(
              () -> EmbeddedPostgres.start(16, Flags.FAST, own, ServerIdentity.current()))
          .isInstanceOf(ToolFailure.class)
          .hasMessageContaining("invalid value for parameter \"shared_buffers\"");
      assertThat(FileTree.children(broken.resolve("run"))).isEmpty();
    } finally {
      FileTree.delete(broken);
    }
  }

  /** Starts the program, as another user if asked, with its own search path. */
  private static Process program(String path) throws IOException {
    return builder(List.of(), path).start();
  }

  private static ProcessBuilder builder(List<String> prefix, String path) throws IOException {
    String classPath = System.getProperty("java.class.path");
    if (!prefix.isEmpty()) {
      classPath = readableByAll(classPath);
    }
    List<String> command = new ArrayList<>(prefix);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-cp", classPath));
    command.add("-Dlimbeck.home=" + installation.home().orElseThrow());
    command.addAll(List.of(ServerProgram.class.getName(), "16"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().put("LIMBECK_CACHE", cache.toString());
    builder.environment().put("PATH", path);
    return builder;
  }

  /** Copies what a class path names, as an ordinary user cannot read root's folders. */
  private static String readableByAll(String classPath) throws IOException {
    Path target = Files.createDirectories(cache.resolve("class-path"));
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      Path source = Path.of(entry);
      if (Files.exists(source)) {
        Path copy = target.resolve(entries.size() + "-" + source.getFileName());
        try (Stream<Path> files = Files.walk(source)) {
          for (Path file : files.toList()) {
            Path place = copy.resolve(source.relativize(file).toString());
            if (!Files.exists(place)) {
              Files.copy(file, place);
            }
          }
        }
        entries.add(copy.toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  /** A search path with only these programs. */
  private static String pathOf(String... programs) throws IOException {
    Path folder = Files.createTempDirectory(cache, "path");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String program : programs) {
      for (String place : System.getenv("PATH").split(File.pathSeparator)) {
        Path file = Path.of(place, program);
        if (Files.isExecutable(file)) {
          Files.createSymbolicLink(folder.resolve(program), file);
          break;
        }
      }
    }
    return folder.toString();
  }

  private static String firstLine(Process program) throws IOException {
    BufferedReader reader = program.inputReader(StandardCharsets.UTF_8);
    return String.valueOf(reader.readLine());
  }

  private static long ready(Process program) throws IOException {
    String line = firstLine(program);
    assertThat(line).startsWith("READY ");
    return Long.parseLong(line.substring(line.lastIndexOf(' ') + 1));
  }

  private static boolean isGone(long process) throws InterruptedException {
    long limit = System.nanoTime() + Duration.ofSeconds(5).toNanos();
    while (System.nanoTime() < limit) {
      // A killed parent's child may stay a zombie until init looks after it.
      if (ProcessHandle.of(process).flatMap(it -> it.info().command()).isEmpty()) {
        return true;
      }
      Thread.sleep(10);
    }
    return false;
  }
}
