package limbeck.project;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import limbeck.python.ModuleSource;
import limbeck.text.SourceFile;

/**
 * What is known of packages whose source is not at hand: files in Python's own syntax that state
 * the columns and tables their classes bring along, and nothing else.
 */
final class KnownPackages implements ModuleSource {
  private static final String FOLDER = "packages/";

  @Override
  public Optional<Found> find(String dottedName) {
    String path = FOLDER + dottedName.replace('.', '/');
    return text(path + "/__init__.py", true).or(() -> text(path + ".py", false));
  }

  private static Optional<Found> text(String resource, boolean isPackage) {
    try (InputStream stream = KnownPackages.class.getResourceAsStream(resource)) {
      if (stream == null) {
        return Optional.empty();
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new Found(new SourceFile("limbeck:" + resource, text), isPackage));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> children(String dottedName) {
    return List.of();
  }
}
