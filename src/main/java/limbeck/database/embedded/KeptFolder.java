package limbeck.database.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A folder of the cache that is filled once per machine and never changed after. */
final class KeptFolder {
  private KeptFolder() {}

  /**
   * Returns the folder {@code <cache>/<shelf>/<name>}, filled on the first call ever.
   *
   * <p>It is filled aside and moved into place, so that a killed process leaves no half of it.
   */
  static Path provide(Path cache, String shelf, String name, Consumer<Path> fill) {
    Path parent = cache.resolve(shelf);
    Path place = parent.resolve(name);
    if (Files.isDirectory(place)) {
      return place;
    }
    try (CacheLock _ = CacheLock.acquire(cache)) {
      if (!Files.isDirectory(place)) {
        FileTree.deleteAsides(parent);
        Path aside = FileTree.createAside(parent);
        boolean filled = false;
        try {
          fill.accept(aside);
          FileTree.moveIntoPlace(aside, place);
          filled = true;
        } finally {
          if (!filled) {
            FileTree.delete(aside);
          }
        }
      }
    }
    return place;
  }
}
