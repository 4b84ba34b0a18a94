package limbeck.read;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import limbeck.python.ModuleSource;
import limbeck.text.SourceFile;

/** The modules below a folder, as Python finds them when it is on the path. */
record FolderModules(Path root) implements ModuleSource {
  @Override
  public Optional<Found> find(String dottedName) {
    String path = dottedName.replace('.', '/');
    Path file = root.resolve(path + ".py");
    Path init = root.resolve(path).resolve("__init__.py");
    if (Files.isRegularFile(init)) {
      return Optional.of(new Found(read(init), true));
    }
    if (Files.isRegularFile(file)) {
      return Optional.of(new Found(read(file), false));
    }
    return Files.isDirectory(root.resolve(path))
        ? Optional.of(new Found(new SourceFile(path, ""), true))
        : Optional.empty();
  }

  private SourceFile read(Path file) {
    try {
      return new SourceFile(
          root.relativize(file).toString().replace('\\', '/'), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> children(String dottedName) {
    Path folder = root.resolve(dottedName.replace('.', '/'));
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(it -> it.getFileName().toString())
          .filter(it -> it.endsWith(".py") && !it.equals("__init__.py"))
          .map(it -> it.substring(0, it.length() - 3))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
