package limbeck.workflow.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are kept, and by which build of the program: another build may read scripts
 * differently, so it starts anew.
 *
 * @param folder the folder
 * @param build what tells this build from others
 */
public record CacheFolder(Path folder, String build) {
  /** Returns the user's own; empty where there is none, or the program is not packaged. */
  public static Optional<CacheFolder> ofUser(Map<String, String> environment) {
    Optional<Path> base =
        nonEmpty(environment.get("LIMBECK_CACHE"))
            .or(
                () ->
                    nonEmpty(environment.get("XDG_CACHE_HOME"))
                        .filter(it -> Path.of(it).isAbsolute())
                        .map(it -> it + "/limbeck"))
            .or(() -> nonEmpty(System.getProperty("user.home")).map(it -> it + "/.cache/limbeck"))
            .filter(it -> !it.startsWith("?"))
            .map(Path::of);
    Optional<String> build = archive();
    return base.isPresent() && build.isPresent()
        ? Optional.of(new CacheFolder(base.get().resolve("history"), build.get()))
        : Optional.empty();
  }

  private static Optional<String> nonEmpty(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).filter(it -> !it.isBlank());
  }

  /** Classes in folders change while they are worked on; only an archive is a build. */
  private static Optional<String> archive() {
    CodeSource source = CacheFolder.class.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      Path archive = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(archive)
          ? Optional.of(Files.size(archive) + "@" + Files.getLastModifiedTime(archive).toMillis())
          : Optional.empty();
    } catch (IOException | URISyntaxException | RuntimeException unusual) {
      return Optional.empty();
    }
  }
}
