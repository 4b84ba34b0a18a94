package limbeck.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.text.SourceFile;

/** The folders on the disk. */
record DiskTree(ProjectFiles files) implements SourceTree {
  private static final int NAMESPACE_DEPTH = 3;
  private static final int LARGEST_TEXT = 16_000_000;

  @Override
  public boolean isFile(Path path) {
    return Files.isRegularFile(path);
  }

  @Override
  public boolean isFolder(Path path) {
    return Files.isDirectory(path);
  }

  @Override
  public boolean holdsPython(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> inside = Files.walk(folder, NAMESPACE_DEPTH)) {
      return inside.anyMatch(it -> it.toString().endsWith(".py"));
    } catch (IOException | UncheckedIOException e) {
      // An unreadable folder offers no modules; an import from it is then reported as unresolved.
      return false;
    }
  }

  @Override
  public SourceFile read(Path file) {
    return PythonFiles.unread(files.display(file), files, file);
  }

  @Override
  public Optional<String> text(Path file) {
    try {
      return Files.size(file) > LARGEST_TEXT
          ? Optional.empty()
          : SourceTree.decoded(Files.readAllBytes(file));
    } catch (IOException e) {
      // A file that cannot be read is as unknown as one that is not there.
      return Optional.empty();
    }
  }

  @Override
  public Set<String> names(Path folder) {
    Set<String> result = new TreeSet<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(it -> result.add(String.valueOf(it.getFileName())));
    } catch (IOException | DirectoryIteratorException e) {
      // What an unreadable folder holds is not known.
      return Set.of();
    }
    return result;
  }

  @Override
  public Set<String> modules(Path folder) {
    return modulesIn(folder);
  }

  static Set<String> modulesIn(Path folder) {
    Set<String> result = new TreeSet<>();
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        String name = String.valueOf(child.getFileName());
        if (name.endsWith(".py") && !name.equals("__init__.py")) {
          result.add(name.substring(0, name.length() - 3));
        } else if (SourceTree.isIdentifier(name)
            && Files.isDirectory(child)
            && !name.equals("__pycache__")) {
          result.add(name);
        }
      }
    } catch (IOException e) {
      // An unreadable folder offers no modules; an import from it is then reported as unresolved.
      return Set.of();
    }
    return result;
  }
}
