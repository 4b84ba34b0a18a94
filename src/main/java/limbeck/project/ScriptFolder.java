package limbeck.project;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import limbeck.text.SourceFile;
import limbeck.text.ToolFailure;

/** The revision files of a project, found by the rules of Alembic. */
public final class ScriptFolder {
  /** Alembic's own filter: no editor lock files, no package initialisers. */
  private static final Pattern SCRIPT = Pattern.compile("(?!\\.#|__init__).*\\.py");

  private final Project project;

  /** Looks into the version locations of a project. */
  public ScriptFolder(Project project) {
    this.project = project;
  }

  /** Returns the files in Alembic's order: by location, then by folder and name, each file once. */
  public List<Path> files() {
    Map<Path, Path> byRealPath = new LinkedHashMap<>();
    for (Path location : project.versionLocations()) {
      List<Path> found = new ArrayList<>();
      collect(location, found);
      found.forEach(it -> byRealPath.putIfAbsent(real(it), it));
    }
    return List.copyOf(byRealPath.values());
  }

  /** Returns the text of one of the files. */
  public SourceFile read(Path file) {
    return PythonFiles.read(new ProjectFiles(project.start()), file);
  }

  private void collect(Path folder, List<Path> found) {
    List<Path> folders = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      for (Path child : children) {
        if (Files.isDirectory(child)) {
          folders.add(child);
        } else if (SCRIPT.matcher(name(child)).matches()) {
          files.add(child);
        }
      }
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "cannot list " + project.display(folder),
          "check that you may read the folder",
          e);
    }
    files.sort(Comparator.comparing(ScriptFolder::name));
    found.addAll(files);
    if (project.recursive()) {
      folders.sort(Comparator.comparing(ScriptFolder::name));
      folders.stream()
          .filter(it -> !name(it).endsWith("__pycache__"))
          .forEach(it -> collect(it, found));
    }
  }

  private static String name(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
