package limbeck.database.embedded;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/** What is done with whole folders of the cache; failures are the environment's. */
final class FileTree {
  /** Marks a folder that is still being filled; such a folder is never used, only swept. */
  private static final String ASIDE = ".aside-";

  private FileTree() {}

  /** Creates a folder and its parents, unless it exists. */
  static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw refused("create", folder, failure);
    }
  }

  /** Creates a folder, for its owner only, to be filled aside of its final place. */
  static Path createAside(Path parent) {
    return createPrivate(parent, ASIDE);
  }

  /** Creates a folder with a fresh name, for its owner only. */
  static Path createPrivate(Path parent, String prefix) {
    createFolder(parent);
    try {
      return Files.createTempDirectory(parent, prefix);
    } catch (IOException failure) {
      throw refused("create a folder in", parent, failure);
    }
  }

  /** Puts a filled folder in its place, in one step. */
  static void moveIntoPlace(Path aside, Path place) {
    try {
      try {
        Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException unsupported) {
        // Both are siblings on one file system, so this is met only on exotic ones.
        Files.move(aside, place);
      }
    } catch (IOException failure) {
      throw refused("create", place, failure);
    }
  }

  /** Deletes what a killed process left unfinished; the caller holds the lock of the folder. */
  static void deleteAsides(Path parent) {
    for (Path child : children(parent)) {
      if (child.getFileName().toString().startsWith(ASIDE)) {
        delete(child);
      }
    }
  }

  /** Returns what a folder holds, sorted; nothing when it does not exist. */
  static List<Path> children(Path parent) {
    try (Stream<Path> list = Files.list(parent)) {
      return list.sorted().toList();
    } catch (NoSuchFileException absent) {
      return List.of();
    } catch (IOException failure) {
      throw refused("read", parent, failure);
    }
  }

  /** Deletes a folder with all it holds, as far as the system lets it. */
  static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deleter());
    } catch (IOException failure) {
      throw refused("delete", folder, failure);
    }
  }

  /** Gives a file or folder, not what is in it, to another user. */
  static void giveTo(Path path, int user, int group) {
    try {
      Files.setAttribute(path, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException failure) {
      throw refused("give away", path, failure);
    }
  }

  /** Returns the number of the user who owns a file. */
  static int ownerNumber(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    } catch (IOException failure) {
      throw refused("read", path, failure);
    }
  }

  /** Returns the failure that a file system operation was refused. */
  static ToolFailure refused(String verb, Path path, IOException failure) {
    return new ToolFailure(
        ToolFailure.Code.ENVIRONMENT,
        "cannot " + verb + " " + path + ": " + failure.getMessage(),
        "Check the rights and the free space of the folder, or set LIMBECK_CACHE to another one.",
        failure);
  }

  /**
   * Deletes bottom up. A file that vanishes meanwhile is no failure: a server that is shutting down
   * still removes files of its own.
   */
  private static final class Deleter extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (failure instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw failure;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
        throws IOException {
      if (failure != null) {
        throw failure;
      }
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}
