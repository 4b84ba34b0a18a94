package limbeck.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where in a project's tree a top-level package or module may lie that the search path does not
 * hold. Only a name found once is answered: with two of them, guessing would be wrong.
 */
final class ProjectPackages {
  private static final int DEPTH = 4;
  private static final Set<String> SKIPPED =
      Set.of("node_modules", "venv", "env", "__pycache__", "site-packages", "build", "dist");

  private final Path top;
  private @Nullable Map<String, List<Path>> folders;

  ProjectPackages(Path top) {
    this.top = top;
  }

  /** Returns the folder that holds the package or module of that name. */
  Optional<Path> folderOf(String name) {
    if (StandardLibrary.contains(name)) {
      return Optional.empty();
    }
    Map<String, List<Path>> index = folders;
    if (index == null) {
      index = new HashMap<>();
      walk(top, DEPTH, index);
      folders = index;
    }
    List<Path> found = index.getOrDefault(name, List.of());
    return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
  }

  private static void walk(Path folder, int depth, Map<String, List<Path>> index) {
    if (depth == 0) {
      return;
    }
    boolean isPackage = Files.isRegularFile(folder.resolve("__init__.py"));
    for (Path child : children(folder)) {
      String name = String.valueOf(child.getFileName());
      if (name.startsWith(".") || SKIPPED.contains(name)) {
        continue;
      }
      boolean isFolder = Files.isDirectory(child);
      // What lies inside a package is not importable by its bare name.
      if (!isPackage) {
        if (isFolder && Files.isRegularFile(child.resolve("__init__.py"))) {
          add(index, name, folder);
        } else if (!isFolder && name.endsWith(".py")) {
          add(index, name.substring(0, name.length() - 3), folder);
        }
      }
      if (isFolder) {
        walk(child, depth - 1, index);
      }
    }
  }

  private static void add(Map<String, List<Path>> index, String name, Path folder) {
    index.computeIfAbsent(name, _ -> new ArrayList<>()).add(folder);
  }

  private static List<Path> children(Path folder) {
    List<Path> result = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(result::add);
    } catch (IOException e) {
      // What we may not read, the project cannot import either.
      return List.of();
    }
    return result.stream().sorted().toList();
  }
}
