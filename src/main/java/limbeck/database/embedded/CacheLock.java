package limbeck.database.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change the cache folder: one holder at a time among all threads and processes.
 *
 * <p>The operating system drops the lock of a process that dies, so it never has to be broken.
 */
final class CacheLock implements AutoCloseable {
  /** File locks belong to the process, so its threads need a lock of their own. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;

  private CacheLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Waits for the right. */
  static CacheLock acquire(Path cache) {
    Path file = cache.resolve("lock");
    THREADS.lock();
    boolean locked = false;
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        channel.lock();
        locked = true;
        return new CacheLock(channel);
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    } catch (IOException failure) {
      throw FileTree.refused("lock", file, failure);
    } finally {
      if (!locked) {
        THREADS.unlock();
      }
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException ignored) {
      // The lock goes with the channel's descriptor, closed by now in any case.
    } finally {
      THREADS.unlock();
    }
  }
}
