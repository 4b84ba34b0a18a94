package limbeck.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import limbeck.project.Project;
import limbeck.python.ModuleSource;
import limbeck.python.PythonProgram;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;
import limbeck.text.Span;
import limbeck.text.ToolFailure;

/**
 * A module with models that the user names besides, or instead of, what env.py imports.
 *
 * @param named as the user wrote it
 * @param module its dotted name
 * @param attribute the base or MetaData in it that is meant; empty is every one
 */
record ModelModules(String named, String module, Optional<String> attribute) {

  /** Reads {@code PATH}, {@code PACKAGE.MODULE} or either with {@code :NAME}. */
  static ModelModules of(Project project, String named) {
    int colon = named.lastIndexOf(':');
    boolean chosen = colon > 1 && named.substring(colon + 1).matches("[A-Za-z_][\\w.]*");
    String place = chosen ? named.substring(0, colon) : named;
    return new ModelModules(
        named,
        dotted(project, place),
        chosen ? Optional.of(named.substring(colon + 1)) : Optional.empty());
  }

  /** A path below the project is a module by its folders' names. */
  private static String dotted(Project project, String named) {
    boolean isFile = named.endsWith(".py");
    Path start = project.start().toAbsolutePath().normalize();
    Path path = start.resolve(named).normalize();
    Path below = Files.exists(path) ? path : project.root().resolve(named).normalize();
    boolean isFolder = (named.contains("/") || named.contains("\\")) && Files.isDirectory(below);
    if (!isFile && !isFolder) {
      return named;
    }
    Path root = below.startsWith(project.root()) ? project.root() : start;
    Path relative = below.startsWith(root) ? root.relativize(below) : Path.of(named);
    String stem = relative.toString().replace('\\', '/');
    String joined = (isFile ? stem.substring(0, stem.length() - 3) : stem).replace('/', '.');
    String inSource = joined.startsWith("src.") ? joined.substring("src.".length()) : joined;
    return inSource.endsWith(".__init__")
        ? inSource.substring(0, inSource.length() - ".__init__".length())
        : inSource;
  }

  /** Evaluates the modules, and for a package every module in it; returns the MetaData meant. */
  static List<Value> importAll(List<ModelModules> all, ModuleSource source, PythonProgram program) {
    List<Value> chosen = new ArrayList<>();
    for (ModelModules one : all) {
      if (source.find(one.module).isEmpty()) {
        throw new ToolFailure(
            ToolFailure.Code.PROJECT,
            "the module " + one.named + " of the models was not found",
            "name a module as in an import, or a file below the project");
      }
      one.importIt(source, program).ifPresent(chosen::add);
    }
    return chosen;
  }

  private Optional<Value> importIt(ModuleSource source, PythonProgram program) {
    if (attribute.isPresent()) {
      Optional<ModuleValue> found = program.importModule(module);
      return found.map(it -> metadata(it, attribute.get(), program));
    }
    Deque<String> open = new ArrayDeque<>();
    open.add(module);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (program.importModule(name).isPresent()) {
        source.children(name).forEach(it -> open.add(name + "." + it));
      }
    }
    return Optional.empty();
  }

  /** The value of a dotted path in a module: a MetaData, or the metadata of a base. */
  private Value metadata(ModuleValue found, String path, PythonProgram program) {
    Location at = found.file().at(new Span(0, 0));
    Value value = found;
    for (String name : path.split("\\.", -1)) {
      value = program.attribute(value, name, at);
    }
    if (value instanceof Value.Unknown(String reason, Location _)) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          path + " of the module " + module + " cannot be told: " + reason,
          "name the declarative base or the MetaData of the models");
    }
    boolean whole = path.endsWith("metadata") || LibraryNames.isCall(value, "sqlalchemy.MetaData");
    return whole ? value : new Value.Attribute(value, "metadata");
  }
}
