package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Objects of the standard library that are kept as the call that makes them. */
final class LibraryObjects {
  private static final Map<String, Set<String>> METHODS =
      Map.of(
          "re.compile",
          Set.of("match", "search", "fullmatch", "sub", "subn", "split", "findall", "finditer"),
          "re.Match",
          Set.of("group", "groups", "groupdict", "start", "end", "span"),
          "pathlib.Path",
          Set.of(
              "joinpath",
              "resolve",
              "absolute",
              "as_posix",
              "with_suffix",
              "with_name",
              "read_text",
              "exists",
              "is_file",
              "open",
              "glob",
              "iterdir"),
          "builtins.open",
          Set.of("read", "readlines", "close"),
          "datetime.datetime",
          Moments.METHODS,
          "datetime.date",
          Moments.METHODS,
          "functools.partial",
          Set.of());

  private LibraryObjects() {}

  static boolean hasMethod(Value.Call call, String name) {
    return METHODS.getOrDefault(call.name(), Set.of()).contains(name)
        || Hashing.hasMethod(call, name);
  }

  /** Returns an attribute of such an object; empty when it is another library's. */
  static Optional<Value> attribute(Machine machine, Value.Call call, String name, Location at) {
    if (hasMethod(call, name)) {
      return Optional.of(new Value.Attribute(call, name));
    }
    return switch (call.name()) {
      case "pathlib.Path" -> path(machine, call, name, at);
      case "functools.partial" ->
          switch (name) {
            case "func" -> call.arguments().stream().findFirst();
            case "keywords" -> {
              DictEntries entries = machine.journal().dict(Map.of());
              call.keywords().forEach((key, value) -> entries.put(new Value.Str(key), value));
              yield Optional.of(new Value.DictOf(entries));
            }
            default -> Optional.empty();
          };
      case "types.SimpleNamespace" -> Optional.ofNullable(call.keywords().get(name));
      case "pkgutil.ModuleInfo" ->
          switch (name) {
            case "name" -> Optional.of(call.arguments().get(1));
            case "ispkg" -> Optional.of(call.arguments().get(2));
            default -> Optional.empty();
          };
      default ->
          ExceptionTypes.isException(call.name()) && name.equals("args")
              ? Optional.of(new Value.TupleOf(call.arguments()))
              : Optional.empty();
    };
  }

  private static Optional<Value> path(Machine machine, Value.Call call, String name, Location at) {
    Optional<String> known = PathFunctions.known(call);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    String path = known.get();
    String last = PathFunctions.last(path);
    return switch (name) {
      case "parent" -> Optional.of(parent(path, at));
      case "name" -> Optional.of(new Value.Str(last));
      case "suffix" -> Optional.of(new Value.Str(PathFunctions.extension(last)));
      case "stem" ->
          Optional.of(
              new Value.Str(
                  last.substring(0, last.length() - PathFunctions.extension(last).length())));
      case "parents" -> {
        List<Value> parents = new ArrayList<>();
        String at1 = path;
        while (at1.contains("/") && !at1.equals("/")) {
          at1 = PathFunctions.folder(at1);
          parents.add(PathFunctions.path(at1, at));
        }
        if (!path.startsWith("/")) {
          parents.add(PathFunctions.path(".", at));
        }
        yield Optional.of(machine.list(parents));
      }
      default -> Optional.empty();
    };
  }

  private static Value parent(String path, Location at) {
    String folder = PathFunctions.folder(path);
    return PathFunctions.path(folder.isEmpty() ? "." : folder, at);
  }

  /** Calls a method of such an object. */
  static Value call(Value.Call of, String name, Arguments arguments) {
    return switch (of.name()) {
      case "re.compile" ->
          RegularExpressions.call(
              RegularExpressions.compiled(of).orElseThrow(() -> NotFoldable.symbolic()),
              name,
              arguments);
      case "re.Match" -> RegularExpressions.ofMatch(of.arguments(), name, arguments);
      case "pathlib.Path" -> ofPath(of, name, arguments);
      case "builtins.open" -> ofFile(of, name, arguments);
      case "datetime.datetime", "datetime.date" -> Moments.call(of, name, arguments);
      default -> Hashing.digest(of, arguments);
    };
  }

  private static Value ofPath(Value.Call of, String name, Arguments arguments) {
    String path = PathFunctions.known(of).orElseThrow(() -> NotFoldable.symbolic());
    Machine machine = arguments.machine();
    Location at = arguments.at();
    return switch (name) {
      case "resolve", "absolute" -> PathFunctions.path(PathFunctions.normal(path), at);
      case "as_posix" -> new Value.Str(path);
      case "joinpath" -> {
        String joined = path;
        for (Value part : arguments.positional()) {
          joined = joined + "/" + PathFunctions.text(part, arguments);
        }
        yield PathFunctions.path(joined, at);
      }
      case "with_suffix" -> {
        String extension = PathFunctions.extension(PathFunctions.last(path));
        yield PathFunctions.path(
            path.substring(0, path.length() - extension.length()) + arguments.text(0), at);
      }
      case "with_name" -> {
        String folder = PathFunctions.folder(path);
        yield PathFunctions.path(
            folder.isEmpty() ? arguments.text(0) : folder + "/" + arguments.text(0), at);
      }
      case "read_text" -> read(machine, path, at);
      case "exists", "is_file" -> PathFunctions.exists(machine, path, name.equals("exists"), at);
      case "iterdir" ->
          machine.list(
              PathFunctions.files(machine, path).stream()
                  .map(found -> PathFunctions.path(path + "/" + found, at))
                  .toList());
      case "open" ->
          new Value.Call(
              new Value.Symbol("builtins.open"), List.of(new Value.Str(path)), Map.of(), at);
      case "glob" ->
          machine.list(
              PathFunctions.matching(machine, path, arguments.text(0)).stream()
                  .map(found -> PathFunctions.path(found, at))
                  .toList());
      default -> throw NotFoldable.symbolic();
    };
  }

  private static Value ofFile(Value.Call of, String name, Arguments arguments) {
    if (name.equals("close")) {
      return Value.NONE;
    }
    if (of.arguments().isEmpty()) {
      throw NotFoldable.symbolic();
    }
    String path = PathFunctions.text(of.arguments().getFirst(), arguments);
    Value text = read(arguments.machine(), path, arguments.at());
    if (name.equals("readlines") && text instanceof Value.Str(String content)) {
      List<Value> lines = new ArrayList<>();
      for (String line : content.split("(?<=\n)")) {
        lines.add(new Value.Str(line));
      }
      return arguments.machine().list(content.isEmpty() ? List.of() : lines);
    }
    return text;
  }

  private static Value read(Machine machine, String path, Location at) {
    return machine
        .source()
        .text(PathFunctions.normal(path))
        .<Value>map(Value.Str::new)
        .orElseGet(() -> new Value.Unknown("the content of the file " + path, at));
  }
}
