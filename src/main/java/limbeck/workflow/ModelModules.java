package limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import limbeck.project.DiskModuleSource;
import limbeck.project.Project;
import limbeck.python.PythonProgram;
import limbeck.text.ToolFailure;

/** The modules with models that the settings name besides what env.py imports. */
final class ModelModules {
  private ModelModules() {}

  /** Evaluates the named modules, and for a package every module in it. */
  static void importAll(Project project, PythonProgram program) {
    DiskModuleSource source = DiskModuleSource.of(project);
    for (String named : project.settings().models()) {
      String module = dotted(project, named);
      if (source.find(module).isEmpty()) {
        throw new ToolFailure(
            ToolFailure.Code.PROJECT,
            "the module " + named + " of the settings was not found",
            "name a module as in an import, or a file below the project");
      }
      Deque<String> open = new ArrayDeque<>();
      open.add(module);
      while (!open.isEmpty()) {
        String name = open.remove();
        if (program.importModule(name).isPresent()) {
          source.children(name).forEach(it -> open.add(name + "." + it));
        }
      }
    }
  }

  /** A path below the project is a module by its folders' names. */
  private static String dotted(Project project, String named) {
    boolean isFile = named.endsWith(".py");
    Path path = project.root().resolve(named);
    if (!isFile && !(named.contains("/") && Files.isDirectory(path))) {
      return named;
    }
    String stem = isFile ? named.substring(0, named.length() - 3) : named;
    String joined = stem.replace('\\', '/').replaceAll("^\\./|/+$", "").replace('/', '.');
    String inSource = joined.startsWith("src.") ? joined.substring("src.".length()) : joined;
    return inSource.endsWith(".__init__")
        ? inSource.substring(0, inSource.length() - ".__init__".length())
        : inSource;
  }
}
