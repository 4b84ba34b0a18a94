package limbeck.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where the binaries of PostgreSQL lie on this machine, and where what is made of them is kept.
 *
 * @param home the program's own folder, holding {@code postgresql/<major>/*.jar}
 * @param mavenRepository the local Maven repository, searched when the home has no binaries
 * @param cache the folder the user chose to keep unpacked binaries, templates and servers in
 * @param userCache the folder for them when the user chose none
 */
record Installation(
    Optional<Path> home, Path mavenRepository, Optional<Path> cache, Path userCache) {

  /** Used by servers that another user runs: below {@code /root} that user can reach nothing. */
  private static final Path SHARED_CACHE = Path.of("/var/tmp/limbeck-cache");

  /** Returns what the system properties and the environment of this process say. */
  static Installation ofThisProcess() {
    Map<String, String> environment = System.getenv();
    String home = System.getProperty("user.home", "?");
    // A question mark stands for a user without a home.
    Path userHome = Path.of(home.equals("?") ? System.getProperty("java.io.tmpdir") : home);
    return new Installation(
        nonEmpty(System.getProperty("limbeck.home")).map(Path::of),
        nonEmpty(System.getProperty("maven.repo.local"))
            .map(Path::of)
            .orElse(userHome.resolve(".m2").resolve("repository")),
        nonEmpty(environment.get("LIMBECK_CACHE")).map(Path::of),
        nonEmpty(environment.get("XDG_CACHE_HOME"))
            .map(Path::of)
            .filter(Path::isAbsolute) // the XDG specification: relative paths are to be ignored
            .orElse(userHome.resolve(".cache"))
            .resolve("limbeck"));
  }

  private static Optional<String> nonEmpty(@Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }

  /** Returns the folder that a server run by the identity can use, absolute and existing. */
  Path cacheFor(ServerIdentity identity) {
    Path folder =
        cache.orElse(identity == ServerIdentity.NOBODY ? SHARED_CACHE : userCache).toAbsolutePath();
    FileTree.createFolder(folder);
    if (folder.equals(SHARED_CACHE) && FileTree.ownerNumber(folder) != 0) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          folder + " belongs to another user than root",
          "Remove it, or set LIMBECK_CACHE to a folder that every user may enter.");
    }
    if (!Files.isWritable(folder)) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot write to the cache folder " + folder,
          "Set LIMBECK_CACHE to a folder you may write to.");
    }
    return folder;
  }
}
