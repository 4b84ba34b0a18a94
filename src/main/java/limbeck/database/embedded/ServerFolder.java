package limbeck.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import limbeck.text.ToolFailure;

/**
 * The folder one server lives in. Its lock file is held as long as its process lives, so the folder
 * of a process that was killed is told apart and swept by the next start.
 */
final class ServerFolder implements AutoCloseable {
  /**
   * The folders of this process. Their lock files must not even be opened by the sweep: POSIX drops
   * a process's lock when any of its descriptors of the file is closed.
   */
  private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Path folder;
  private final FileChannel lock;

  private ServerFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Creates a folder, after sweeping those of processes that are gone. */
  static ServerFolder create(Path cache, ServerIdentity identity) {
    Path parent = cache.resolve("run");
    try (CacheLock _ = CacheLock.acquire(cache)) {
      sweep(parent);
      Path folder = FileTree.createPrivate(parent, "");
      identity.own(folder);
      OWN.add(folder);
      try {
        FileChannel lock =
            FileChannel.open(
                lockFile(folder), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        lock.lock();
        return new ServerFolder(folder, lock);
      } catch (IOException failure) {
        OWN.remove(folder);
        throw FileTree.refused("lock", folder, failure);
      }
    }
  }

  /** Returns the data directory of the server. */
  Path dataDirectory() {
    return folder.resolve("data");
  }

  /** Returns the file that the server's messages go to. */
  Path log() {
    return folder.resolve("server.log");
  }

  /** Deletes the folder; the server is stopped by then. */
  @Override
  public void close() {
    try {
      FileTree.delete(folder);
    } finally {
      OWN.remove(folder);
      try {
        lock.close();
      } catch (IOException ignored) {
        // The file is deleted, and the descriptor is gone in any case.
      }
    }
  }

  /** Stops the servers and deletes the folders of processes that are gone. */
  private static void sweep(Path parent) {
    for (Path folder : FileTree.children(parent)) {
      if (!OWN.contains(folder) && isAbandoned(folder)) {
        postmaster(folder).ifPresent(ServerFolder::kill);
        FileTree.delete(folder);
      }
    }
  }

  private static boolean isAbandoned(Path folder) {
    // The owner creates lock file and folder while holding the cache lock, as this process does
    // now; a folder without one was left between the two.
    try (FileChannel channel = FileChannel.open(lockFile(folder), StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free != null;
    } catch (NoSuchFileException absent) {
      return true;
    } catch (IOException failure) {
      // Another user's, in a cache that several share: not ours to judge.
      return false;
    }
  }

  private static Path lockFile(Path folder) {
    return folder.resolve("owner.lock");
  }

  /** The server still running in the folder; its number alone may belong to a stranger by now. */
  private static Optional<ProcessHandle> postmaster(Path folder) {
    Path data = folder.resolve("data");
    return firstLine(data.resolve("postmaster.pid"))
        .filter(it -> it.matches("[0-9]{1,18}"))
        .flatMap(it -> ProcessHandle.of(Long.parseLong(it)))
        .filter(it -> runsIn(it, data));
  }

  private static boolean runsIn(ProcessHandle process, Path data) {
    return process
        .info()
        .arguments()
        .map(it -> List.of(it).contains(data.toString()))
        .orElse(false);
  }

  private static Optional<String> firstLine(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst();
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  private static void kill(ProcessHandle server) {
    ServerProcess.stopAtOnce(server);
    try {
      server.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException stubborn) {
      server.destroyForcibly();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "interrupted while stopping the server left in " + server.pid(),
          "Run the command again.",
          interrupted);
    } catch (java.util.concurrent.ExecutionException impossible) {
      throw new IllegalStateException("waiting for a process failed", impossible);
    }
  }
}
