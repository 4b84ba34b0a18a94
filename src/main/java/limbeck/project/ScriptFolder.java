package limbeck.project;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import limbeck.text.ToolFailure;

/**
 * The revision files of a project, found by the rules of Alembic.
 *
 * <p>There may be thousands, and a command that shows the heads has a tenth of a second for them:
 * so names are compared as text, and each file is asked about once.
 */
public final class ScriptFolder {
  private final Project project;
  private final ProjectFiles display;
  private final List<ScriptFile> found = new ArrayList<>();
  private final Set<String> realPaths = new HashSet<>();

  private ScriptFolder(Project project) {
    this.project = project;
    this.display = new ProjectFiles(project.start());
  }

  /**
   * Returns the files in Alembic's order: by location, then by folder and name, each file once.
   *
   * @throws ToolFailure when a folder cannot be listed
   */
  public static List<ScriptFile> files(Project project) {
    ScriptFolder folder = new ScriptFolder(project);
    for (Path location : project.versionLocations()) {
      if (Files.isDirectory(location)) {
        folder.collect(location, real(location));
      }
    }
    return List.copyOf(folder.found);
  }

  private void collect(Path folder, String realFolder) {
    String[] names = folder.toFile().list();
    if (names == null) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "cannot list " + project.display(folder),
          "check that you may read the folder");
    }
    Arrays.sort(names);
    String shown = display.display(folder);
    String prefix = shown.equals(".") ? "" : shown.endsWith("/") ? shown : shown + "/";
    Map<String, FileState.Seen> folders = new LinkedHashMap<>();
    for (String name : names) {
      if (!isScript(name) && !project.recursive()) {
        continue;
      }
      Path path = folder.resolve(name);
      FileState.Seen seen = FileState.of(path);
      if (seen.folder()) {
        folders.put(name, seen);
      } else if (isScript(name) && realPaths.add(real(realFolder, path, name, seen))) {
        found.add(
            new ScriptFile(path, PythonFiles.unread(prefix + name, display, path), seen.state()));
      }
    }
    if (project.recursive()) {
      folders.forEach(
          (name, seen) -> {
            if (!name.endsWith("__pycache__")) {
              Path path = folder.resolve(name);
              collect(path, real(realFolder, path, name, seen));
            }
          });
    }
  }

  /** Alembic's own filter: no editor lock files, no package initialisers. */
  private static boolean isScript(String name) {
    return name.endsWith(".py") && !name.startsWith(".#") && !name.startsWith("__init__");
  }

  /** Only links lead elsewhere. */
  private static String real(String realFolder, Path child, String name, FileState.Seen seen) {
    return seen.link() ? real(child) : realFolder + "/" + name;
  }

  private static String real(Path file) {
    try {
      return file.toRealPath().toString();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize().toString();
    }
  }
}
