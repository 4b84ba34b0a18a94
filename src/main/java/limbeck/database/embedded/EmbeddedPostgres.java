package limbeck.database.embedded;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import limbeck.database.DatabaseUrl;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.text.ToolFailure;

/**
 * A PostgreSQL server of the tool's own, for databases that are thrown away.
 *
 * <p>The first start on a machine unpacks the binaries and makes a template data directory in the
 * user's cache folder; each server is a copy of it on a free loopback port. Nothing is left behind:
 * closing, the end of the process, the kernel's death signal and the sweep at the next start each
 * remove the server.
 *
 * <p>All methods may be called from several threads.
 */
public final class EmbeddedPostgres implements AutoCloseable {
  /** How the server is set up. */
  public enum Flags {
    /** Without durability and background work: for proofs of what a schema becomes. */
    FAST,
    /** As installed: for the observation of locks and for fault tests. */
    DEFAULT
  }

  /** The catalogs of a database grow with each use, since nothing cleans them up. */
  private static final int MOST_USES = 50;

  private static final int MOST_SPARES = 4;

  /** A database that waits for its next use, with what the last one has left in it. */
  private record Spare(String name, int uses) {}

  private final ServerFolder folder;
  private final ServerProcess process;
  private final DatabaseUrl url;
  private final Thread atExit;
  private final Session administration;
  private final AtomicInteger counter = new AtomicInteger();
  private final Deque<Spare> spares = new ArrayDeque<>();
  private boolean fresh = true;
  private boolean closed;

  private EmbeddedPostgres(
      ServerFolder folder, ServerProcess process, DatabaseUrl url, Session administration) {
    this.folder = folder;
    this.process = process;
    this.url = url;
    this.administration = administration;
    this.atExit = new Thread(this::dispose, "postgres at exit");
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /**
   * Starts a server.
   *
   * @param major the version, 13 or newer; its binaries are looked for below the folder of the
   *     system property {@code limbeck.home} and in the local Maven repository
   * @param flags how it is set up
   * @throws ToolFailure when the binaries are missing or the server does not start
   */
  public static EmbeddedPostgres start(int major, Flags flags) {
    return start(major, flags, Installation.ofThisProcess(), ServerIdentity.current());
  }

  static EmbeddedPostgres start(
      int major, Flags flags, Installation installation, ServerIdentity identity) {
    Path cache = installation.cacheFor(identity);
    Binaries binaries = Binaries.provide(major, installation, cache);
    TemplateCluster template = TemplateCluster.provide(binaries, identity, cache);
    ServerFolder folder = ServerFolder.create(cache, identity);
    try {
      copy(template, folder, identity);
      ServerProcess process =
          ServerProcess.start(binaries, identity, folder, settings(major, flags));
      return over(folder, process, template.password());
    } catch (RuntimeException failure) {
      folder.close();
      throw failure;
    }
  }

  private static EmbeddedPostgres over(
      ServerFolder folder, ServerProcess process, String password) {
    DatabaseUrl url =
        new DatabaseUrl(
            "127.0.0.1",
            process.port(),
            "template1",
            Optional.of(TemplateCluster.SUPERUSER),
            Optional.of(password),
            new TreeMap<>());
    try {
      return new EmbeddedPostgres(folder, process, url, Session.open(url));
    } catch (RuntimeException failure) {
      process.stop();
      throw failure;
    }
  }

  /** Creates an empty database, or empties one that was given back. */
  public ScratchDatabase createDatabase() {
    if (takeFirst()) {
      return new ScratchDatabase(this, url.withDatabase("postgres"), 1);
    }
    for (Optional<Spare> it = spare(); it.isPresent(); it = spare()) {
      Spare spare = it.orElseThrow();
      awaitNoSessions(spare.name());
      if (spare.uses() < MOST_USES && EmptiedDatabase.empty(url.withDatabase(spare.name()))) {
        return new ScratchDatabase(this, url.withDatabase(spare.name()), spare.uses() + 1);
      }
      administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(spare.name()));
    }
    return createFrom("template0");
  }

  private synchronized Optional<Spare> spare() {
    return Optional.ofNullable(spares.pollFirst());
  }

  /** Takes a database back that is of no more use as it is. */
  synchronized void giveBack(String name, int uses) {
    administer(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%s'"
            .formatted(name));
    if (spares.size() < MOST_SPARES) {
      spares.addLast(new Spare(name, uses));
      return;
    }
    awaitNoSessions(name);
    administer("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(name));
  }

  /** Whether the database that initdb left is still untouched: the first caller need not wait. */
  private synchronized boolean takeFirst() {
    boolean first = fresh;
    fresh = false;
    return first;
  }

  /** Creates a database as a copy of another one, which must have no session open. */
  public ScratchDatabase createDatabase(ScratchDatabase template) {
    awaitNoSessions(template.name());
    return createFrom(template.name());
  }

  /** Returns the URL of the maintenance database {@code template1}, not to be changed. */
  public DatabaseUrl url() {
    return url;
  }

  /** Returns whether the server still runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Stops the server and deletes all it held. */
  @Override
  public void close() {
    dispose();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException shuttingDown) {
      // The hook runs, or will; it finds the server closed.
    }
  }

  private synchronized void dispose() {
    if (!closed) {
      closed = true;
      process.stop();
      folder.close();
    }
  }

  private ScratchDatabase createFrom(String template) {
    String name = "scratch_" + counter.incrementAndGet();
    administer("CREATE DATABASE %s TEMPLATE %s".formatted(name, template));
    return new ScratchDatabase(this, url.withDatabase(name), 1);
  }

  /**
   * Waits a moment for sessions that are just being closed: the server itself would look for their
   * end only every tenth of a second. Those that stay are left to the statement that follows.
   */
  private void awaitNoSessions(String name) {
    administer(
        """
        DO $$
        BEGIN
          FOR attempt IN 1..100 LOOP
            EXIT WHEN NOT EXISTS (SELECT FROM pg_stat_activity WHERE datname = '%s');
            PERFORM pg_sleep(0.001);
            PERFORM pg_stat_clear_snapshot();
          END LOOP;
        END $$
        """
            .formatted(name));
  }

  private synchronized void administer(String sql) {
    if (closed) {
      return; // with its server every database is gone already
    }
    switch (administration.execute(sql)) {
      case Outcome.Done _ -> {}
      case Outcome.Failed failed ->
          throw new ToolFailure(
              ToolFailure.Code.ENVIRONMENT,
              "the embedded PostgreSQL refuses `%s`: %s".formatted(sql.strip(), failed.message()),
              "Check the free space of the cache folder and close other sessions of the database.");
    }
  }

  private static void copy(TemplateCluster template, ServerFolder folder, ServerIdentity identity) {
    Command.Result result =
        Command.run(
            identity.command(
                List.of(
                    "cp",
                    "-R",
                    template.dataDirectory().toString(),
                    folder.dataDirectory().toString())));
    if (!result.succeeded()) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot copy the template data directory: " + result.output(),
          "Check the free space of the cache folder, or set LIMBECK_CACHE to another one.");
    }
  }

  private static List<String> settings(int major, Flags flags) {
    List<String> settings = new ArrayList<>(List.of("timezone=UTC", "log_timezone=UTC"));
    switch (flags) {
      case FAST -> {
        settings.addAll(List.of("fsync=off", "synchronous_commit=off", "full_page_writes=off"));
        settings.addAll(List.of("wal_level=minimal", "max_wal_senders=0", "autovacuum=off"));
        settings.addAll(List.of("max_logical_replication_workers=0", "jit=off"));
        // One transaction may touch every table of a large schema.
        settings.add("max_locks_per_transaction=1024");
        if (major >= 18) {
          settings.add("io_method=sync"); // saves the processes of its input and output
        }
      }
      case DEFAULT -> {}
    }
    return settings;
  }
}
