package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Paths as texts: {@code os.path} and {@code pathlib}, without looking at a disk. */
final class PathFunctions {
  private static final String PATH = "pathlib.Path";

  private PathFunctions() {}

  static void register(Map<String, Native> functions) {
    for (String type :
        List.of(PATH, "pathlib.PurePath", "pathlib.PosixPath", "pathlib.PurePosixPath")) {
      functions.put(
          type, arguments -> path(arguments.size() == 0 ? "." : joined(arguments), arguments.at()));
    }
    functions.put("os.path.join", arguments -> new Value.Str(joined(arguments)));
    functions.put(
        "os.path.dirname", arguments -> new Value.Str(folder(text(arguments.get(0), arguments))));
    functions.put(
        "os.path.basename", arguments -> new Value.Str(last(text(arguments.get(0), arguments))));
    for (String same :
        List.of("os.path.abspath", "os.path.realpath", "os.path.normpath", "os.fspath")) {
      functions.put(same, arguments -> new Value.Str(normal(text(arguments.get(0), arguments))));
    }
    functions.put("os.path.splitext", PathFunctions::split);
    functions.put("os.path.isfile", arguments -> exists(arguments, false));
    functions.put("os.path.exists", arguments -> exists(arguments, true));
    functions.put("os.listdir", PathFunctions::list);
    functions.put("glob.glob", PathFunctions::glob);
    functions.put("pkgutil.iter_modules", arguments -> modules(arguments, false));
    functions.put("pkgutil.walk_packages", arguments -> modules(arguments, true));
  }

  static Value path(String text, Location at) {
    return new Value.Call(
        new Value.Symbol(PATH), List.of(new Value.Str(trimmed(text))), Map.of(), at);
  }

  /** Returns the text of a path. */
  static Optional<String> known(Value value) {
    return value instanceof Value.Call(Value.Symbol(String name), List<Value> parts, _, _)
            && name.equals(PATH)
            && parts.size() == 1
            && parts.getFirst() instanceof Value.Str(String text)
        ? Optional.of(text)
        : Optional.empty();
  }

  static String text(Value value, Arguments arguments) {
    return known(value)
        .or(() -> arguments.machine().text().known(value))
        .orElseThrow(() -> NotFoldable.because(value));
  }

  /** Returns the value of {@code path / part}. */
  static Optional<Value> join(Machine machine, Value left, Operator op, Value right) {
    if (op != Operator.DIV) {
      return Optional.empty();
    }
    Optional<String> one = known(left).or(() -> machine.text().known(left));
    Optional<String> other = known(right).or(() -> machine.text().known(right));
    if (one.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    Value.Call call = (Value.Call) (left instanceof Value.Call ? left : right);
    return Optional.of(path(joined(one.get(), other.get()), call.at()));
  }

  private static String joined(Arguments arguments) {
    String path = text(arguments.get(0), arguments);
    for (int i = 1; i < arguments.size(); i++) {
      path = joined(path, text(arguments.get(i), arguments));
    }
    if (arguments.open().isPresent()) {
      throw NotFoldable.because(arguments.open().get());
    }
    return path;
  }

  private static String joined(String path, String part) {
    if (part.startsWith("/") || path.isEmpty()) {
      return part;
    }
    return path.endsWith("/") ? path + part : path + "/" + part;
  }

  private static String trimmed(String path) {
    String short1 = path.replaceAll("/+", "/");
    while (short1.startsWith("./") && short1.length() > 2) {
      short1 = short1.substring(2);
    }
    return short1.length() > 1 && short1.endsWith("/")
        ? short1.substring(0, short1.length() - 1)
        : short1.isEmpty() ? "." : short1;
  }

  static String folder(String path) {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : slash == 0 ? "/" : path.substring(0, slash);
  }

  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Takes {@code .} and {@code ..} out of a path where that is possible. */
  static String normal(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      boolean up = part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..");
      if (up) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    String joined = String.join("/", parts);
    return path.startsWith("/") ? "/" + joined : joined.isEmpty() ? "." : joined;
  }

  static String extension(String name) {
    int dot = name.lastIndexOf('.');
    return dot <= 0 || dot == name.length() - 1 ? "" : name.substring(dot);
  }

  private static Value split(Arguments arguments) {
    String path = text(arguments.get(0), arguments);
    String extension = extension(last(path));
    return new Value.TupleOf(
        List.of(
            new Value.Str(path.substring(0, path.length() - extension.length())),
            new Value.Str(extension)));
  }

  private static Value exists(Arguments arguments, boolean folderToo) {
    String path = text(arguments.get(0), arguments);
    return exists(arguments.machine(), path, folderToo, arguments.at());
  }

  /**
   * Returns whether a file exists, as far as the project's own folders tell.
   *
   * @param folderToo whether a folder counts
   */
  static Value exists(Machine machine, String named, boolean folderToo, Location at) {
    String path = normal(named);
    boolean module =
        path.endsWith(".py")
            && machine
                .modules()
                .packageIn(folder(path))
                .map(each -> files(machine, each).contains(last(path)))
                .orElse(false);
    if (module || machine.source().text(path).isPresent()) {
      return new Value.Bool(true);
    }
    Optional<List<String>> beside = machine.source().names(normal(folder(path)));
    if (beside.isEmpty()) {
      return new Value.Unknown("whether the file " + path + " exists", at);
    }
    boolean isThere = beside.get().contains(last(path));
    return new Value.Bool(isThere && (folderToo || machine.source().names(path).isEmpty()));
  }

  private static List<String> files(Machine machine, Module module) {
    List<String> files = new ArrayList<>();
    for (String child : machine.modules().children(module)) {
      String name = child.substring(child.lastIndexOf('.') + 1);
      files.add(machine.modules().isPackage(module.name() + "." + name) ? name : name + ".py");
    }
    if (!module.isNamespace()) {
      files.add("__init__.py");
    }
    files.sort(null);
    return files;
  }

  /**
   * Returns the names in a folder, in order; in a package whose folder is not known, its modules.
   */
  static List<String> files(Machine machine, String folder) {
    Optional<List<String>> names = machine.source().names(normal(folder));
    if (names.isPresent()) {
      return names.get().stream()
          .filter(name -> !name.startsWith(".") && !name.equals("__pycache__"))
          .toList();
    }
    Module module =
        machine.modules().packageIn(normal(folder)).orElseThrow(() -> NotFoldable.symbolic());
    return files(machine, module);
  }

  private static Value list(Arguments arguments) {
    String folder = normal(text(arguments.get(0), arguments));
    Machine machine = arguments.machine();
    return machine.list(files(machine, folder).stream().map(Value.Str::new).toList());
  }

  private static Value glob(Arguments arguments) {
    String pattern = text(arguments.get(0), arguments);
    return arguments
        .machine()
        .list(
            matching(arguments.machine(), folder(pattern), last(pattern)).stream()
                .map(Value.Str::new)
                .toList());
  }

  /** Returns the paths of a folder's files that a pattern such as {@code *.py} names. */
  static List<String> matching(Machine machine, String folder, String pattern) {
    boolean plain = pattern.matches("[\\w.*-]+") && !pattern.contains("**");
    // Of a folder that is not known only the modules are.
    boolean known = machine.source().names(normal(folder)).isPresent() || pattern.endsWith(".py");
    if (!plain || !known) {
      throw NotFoldable.symbolic();
    }
    String expression = pattern.replace(".", "\\.").replace("*", ".*");
    return files(machine, folder).stream()
        .filter(name -> name.matches(expression))
        .map(name -> joined(folder, name))
        .toList();
  }

  private static Value modules(Arguments arguments, boolean deep) {
    Machine machine = arguments.machine();
    String prefix = arguments.optionalText(1, "prefix").orElse("");
    List<Value> found = new ArrayList<>();
    Value folders = arguments.optional(0, "path").orElseThrow(() -> NotFoldable.symbolic());
    for (Value folder : machine.iteration().complete(folders, arguments.at())) {
      Module module =
          machine
              .modules()
              .packageIn(normal(text(folder, arguments)))
              .orElseThrow(() -> NotFoldable.symbolic());
      add(machine, module.name(), prefix, deep, found, arguments.at());
    }
    return machine.list(found);
  }

  private static void add(
      Machine machine, String parent, String prefix, boolean deep, List<Value> found, Location at) {
    for (String child : machine.source().children(parent)) {
      String name = child.substring(child.lastIndexOf('.') + 1);
      boolean isPackage = machine.modules().isPackage(parent + "." + name);
      List<Value> parts =
          List.of(Value.NONE, new Value.Str(prefix + name), new Value.Bool(isPackage));
      found.add(new Value.Call(new Value.Symbol("pkgutil.ModuleInfo"), parts, Map.of(), at));
      Budget.size(found.size());
      if (deep && isPackage) {
        add(machine, parent + "." + name, prefix + name + ".", true, found, at);
      }
    }
  }
}
