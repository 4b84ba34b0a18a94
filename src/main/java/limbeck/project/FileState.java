package limbeck.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What the file system tells of a file without opening it. As long as it stays the same, so does
 * the content: the time of an inode's last change moves with every write and every replacement, and
 * no program can set it back.
 *
 * @param size in bytes
 * @param changed when the file, or what is known of it, last changed, in nanoseconds
 * @param inode which file it is
 */
public record FileState(long size, long changed, long inode) {
  /** Each further one costs as much as the question itself, a thousand times. */
  private static final String WANTED = "unix:mode,size,ctime,ino";

  private static final int KIND = 0170000;
  private static final int FOLDER = 0040000;
  private static final int LINK = 0120000;

  /** Clocks of file systems are as coarse as that: what changed just now may change unseen. */
  private static final long COARSE = Duration.ofSeconds(2).toNanos();

  /** What a name in a folder stands for. */
  record Seen(boolean folder, boolean link, Optional<FileState> state) {}

  /**
   * Returns whether a later change is sure to show in the state.
   *
   * @param now the time, in milliseconds
   */
  public boolean isSettled(long now) {
    return changed < TimeUnit.MILLISECONDS.toNanos(now) - COARSE;
  }

  /**
   * Returns whether nothing has happened to the file; faster than {@code equals} before it is warm.
   */
  public boolean isSame(FileState other) {
    return changed == other.changed && size == other.size && inode == other.inode;
  }

  /** Returns the state of a file, where the file system tells enough for one. */
  public static Optional<FileState> ofFile(Path path) {
    return of(path).state();
  }

  /** Looks at a name; the state is empty where the file system does not tell enough for one. */
  static Seen of(Path path) {
    try {
      Seen seen = unix(path, LinkOption.NOFOLLOW_LINKS);
      if (!seen.link()) {
        return seen;
      }
      Seen target = unix(path);
      return new Seen(target.folder(), true, target.state());
    } catch (UnsupportedOperationException | IllegalArgumentException notUnix) {
      return plain(path);
    } catch (IOException unreadable) {
      // A broken link, or gone since: whoever reads it says so.
      return new Seen(false, true, Optional.empty());
    }
  }

  private static Seen unix(Path path, LinkOption... options) throws IOException {
    Map<String, Object> found = Files.readAttributes(path, WANTED, options);
    if (found.get("mode") instanceof Integer mode
        && found.get("size") instanceof Long size
        && found.get("ctime") instanceof FileTime changed
        && found.get("ino") instanceof Long inode) {
      int kind = mode & KIND;
      return new Seen(
          kind == FOLDER,
          kind == LINK,
          Optional.of(new FileState(size, changed.to(TimeUnit.NANOSECONDS), inode)));
    }
    return plain(path);
  }

  private static Seen plain(Path path) {
    try {
      BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
      return new Seen(found.isDirectory(), true, Optional.empty());
    } catch (IOException unreadable) {
      return new Seen(false, true, Optional.empty());
    }
  }
}
