package limbeck.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.project.Project;

/** The modules and packages that lie in a project's own folders. */
final class OwnPackages {
  private OwnPackages() {}

  /** Returns the first parts of their names. */
  static Set<String> of(Project project) {
    Set<Path> folders = new LinkedHashSet<>(project.systemPath());
    folders.add(project.root());
    folders.add(project.root().resolve("src"));
    Set<String> result = new TreeSet<>();
    for (Path folder : folders) {
      for (Path entry : entries(folder)) {
        String name = String.valueOf(entry.getFileName());
        if (name.endsWith(".py")) {
          result.add(name.substring(0, name.length() - 3));
        } else if (Files.isRegularFile(entry.resolve("__init__.py"))
            || Files.isRegularFile(entry.resolve("models.py"))) {
          result.add(name);
        }
      }
    }
    result.removeAll(Set.of("alembic", "sqlalchemy", "sqlmodel", "setup", "conftest"));
    return result;
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> list = Files.list(folder)) {
      return list.sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }
}
