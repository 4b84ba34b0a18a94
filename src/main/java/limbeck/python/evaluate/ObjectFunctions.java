package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Builtins over objects, classes, attributes and modules. */
final class ObjectFunctions {
  private ObjectFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("builtins.isinstance", ObjectFunctions::isInstance);
    functions.put("builtins.issubclass", ObjectFunctions::isSubclass);
    functions.put("builtins.getattr", ObjectFunctions::getAttribute);
    functions.put("builtins.hasattr", ObjectFunctions::hasAttribute);
    functions.put("builtins.setattr", ObjectFunctions::setAttribute);
    functions.put("builtins.delattr", ObjectFunctions::deleteAttribute);
    functions.put("builtins.callable", ObjectFunctions::callable);
    functions.put("builtins.type", ObjectFunctions::type);
    functions.put("builtins.vars", ObjectFunctions::vars);
    functions.put("builtins.dir", ObjectFunctions::dir);
    functions.put("builtins.__import__", ObjectFunctions::importModule);
    functions.put("importlib.import_module", ObjectFunctions::importModule);
    functions.put("types.new_class", ObjectFunctions::newClass);
    functions.put("typing.cast", arguments -> arguments.get(1));
    functions.put("typing.get_args", ObjectFunctions::typeArguments);
    functions.put("typing.get_origin", ObjectFunctions::typeOrigin);
    functions.put("inspect.isclass", arguments -> known(isClass(arguments.get(0)), arguments));
    functions.put(
        "inspect.isfunction",
        arguments -> new Value.Bool(arguments.get(0) instanceof FunctionValue));
    functions.put("inspect.getmembers", ObjectFunctions::members);
    functions.put("copy.copy", ObjectFunctions::copy);
    functions.put("copy.deepcopy", ObjectFunctions::copy);
    functions.put("asyncio.run", arguments -> arguments.get(0));
    functions.put("enum.unique", arguments -> arguments.get(0));
    for (String type : List.of("Enum", "IntEnum", "StrEnum", "Flag", "IntFlag")) {
      Value base = new Value.Symbol("enum." + type);
      functions.put("enum." + type, arguments -> EnumFunctions.create(base, arguments));
    }
  }

  private static Value known(Optional<Boolean> answer, Arguments arguments) {
    return answer
        .<Value>map(Value.Bool::new)
        .orElseThrow(() -> NotFoldable.because(arguments.get(0)));
  }

  private static Value isInstance(Arguments arguments) {
    return known(
        arguments.machine().truth().instance(arguments.get(0), arguments.get(1)), arguments);
  }

  private static Value isSubclass(Arguments arguments) {
    return known(
        TypeTests.subclass(arguments.machine(), arguments.get(0), arguments.get(1)), arguments);
  }

  private static Value getAttribute(Arguments arguments) {
    Machine machine = arguments.machine();
    Value of = arguments.get(0);
    String name = arguments.text(1);
    if (arguments.size() < 3) {
      return machine.attributes().get(of, name, arguments.at());
    }
    Optional<Boolean> has = has(machine, of, name, arguments.at());
    if (has.isEmpty() && !(of instanceof Value.Unknown)) {
      Value found = machine.attributes().get(of, name, arguments.at());
      return found instanceof Value.Attribute
          ? new Value.Unknown(
              "whether " + Types.describe(of) + " has '" + name + "' is not known", arguments.at())
          : found;
    }
    if (of instanceof Value.Unknown) {
      return of;
    }
    return has.orElse(false)
        ? machine.attributes().get(of, name, arguments.at())
        : arguments.get(2);
  }

  /** Returns whether a value has an attribute; empty when a library decides. */
  private static Optional<Boolean> has(Machine machine, Value of, String name, Location at) {
    if (machine.attributes().find(of, name, at).isPresent()) {
      return Optional.of(true);
    }
    return switch (of) {
      case ModuleValue module -> {
        Module known = machine.modules().byName().get(module.name());
        boolean found = known != null && machine.names().global(known, name).isPresent();
        yield found
            ? Optional.of(true)
            : known == null || known.running() || !known.starLibraries().isEmpty()
                ? Optional.empty()
                : Optional.of(false);
      }
      case ClassValue type -> {
        boolean special =
            machine.enums().isEnum(type) && machine.enums().classAttribute(type, name).isPresent();
        boolean own =
            name.equals("__name__") || name.equals("__module__") || name.equals("__doc__");
        yield special || own
            ? Optional.of(true)
            : machine.instances().isOpen(type) && !LibraryBases.lack(machine, type, name)
                ? Optional.empty()
                : Optional.of(false);
      }
      case Value.Symbol symbol when LibraryBases.lacks(symbol, name) -> Optional.of(false);
      case Value.Instance instance ->
          machine.instances().isOpen(instance.type())
                  || machine.resolution().member(instance.type(), "__getattr__").isPresent()
              ? Optional.empty()
              : Optional.of(name.equals("__class__") || name.equals("__dict__"));
      case Value.EnumMember member ->
          Optional.of(machine.enums().attribute(member, name, at).isPresent());
      case FunctionValue function -> {
        boolean stored = ((Closure) function.scope()).attributes().containsKey(name);
        boolean own =
            name.equals("__name__") || name.equals("__doc__") || name.equals("__module__");
        yield function.decorators().isEmpty() || stored || own
            ? Optional.of(stored || own)
            : Optional.empty();
      }
      default -> Types.plain(of) ? Optional.of(machine.methods().has(of, name)) : Optional.empty();
    };
  }

  private static Value hasAttribute(Arguments arguments) {
    return known(
        has(arguments.machine(), arguments.get(0), arguments.text(1), arguments.at()), arguments);
  }

  private static Value setAttribute(Arguments arguments) {
    Value of = arguments.get(0);
    Optional<String> name = arguments.machine().text().known(arguments.get(1));
    if (name.isEmpty()) {
      arguments
          .machine()
          .problem(
              "an attribute of " + Types.describe(of) + " is set whose name is not known",
              arguments.at());
      return Value.NONE;
    }
    arguments.machine().attributes().set(of, name.get(), arguments.get(2), arguments.at());
    return Value.NONE;
  }

  private static Value deleteAttribute(Arguments arguments) {
    arguments.machine().attributes().delete(arguments.get(0), arguments.text(1));
    return Value.NONE;
  }

  private static Value callable(Arguments arguments) {
    Value of = arguments.get(0);
    return switch (of) {
      case FunctionValue _, ClassValue _ -> new Value.Bool(true);
      case Value.Instance instance ->
          new Value.Bool(
              arguments
                  .machine()
                  .attributes()
                  .find(instance, "__call__", arguments.at())
                  .isPresent());
      case Value.Symbol(String name) when name.startsWith("builtins.") -> new Value.Bool(true);
      default -> {
        if (Types.plain(of) || of instanceof Value.EnumMember) {
          yield new Value.Bool(false);
        }
        throw NotFoldable.because(of);
      }
    };
  }

  private static Value type(Arguments arguments) {
    if (arguments.size() >= 2) {
      return newClass(arguments);
    }
    Value of = arguments.get(0);
    return switch (of) {
      case Value.Instance instance -> instance.type();
      case Value.EnumMember member -> member.type();
      case Value.Call call when call.callee() instanceof ClassValue made -> made;
      case ClassValue made ->
          made.keywords().getOrDefault("metaclass", new Value.Symbol("builtins.type"));
      default -> {
        String symbol = Types.symbol(of);
        if (symbol.isEmpty()) {
          throw NotFoldable.because(of);
        }
        yield new Value.Symbol(symbol);
      }
    };
  }

  private static Value newClass(Arguments arguments) {
    Machine machine = arguments.machine();
    String name = arguments.text(0);
    List<Value> bases = arguments.optional(1, "bases").isPresent() ? arguments.items(1) : List.of();
    Map<Value, Value> members = Map.of();
    Optional<Value> namespace = arguments.optional(2);
    if (namespace.isPresent() && namespace.get() instanceof Value.DictOf(DictEntries entries)) {
      members = entries;
      entries
          .open()
          .ifPresent(
              why ->
                  machine.problem(
                      "the members of " + name + " are not all known: " + why.reason(),
                      arguments.at()));
    } else if (namespace.isPresent() && !(namespace.get() instanceof Value.None)) {
      throw NotFoldable.because(namespace.get());
    }
    return machine
        .classDefinitions()
        .create(name, bases, members, arguments.keywords(), Optional.empty(), arguments.at());
  }

  private static Value vars(Arguments arguments) {
    return arguments.machine().attributes().get(arguments.get(0), "__dict__", arguments.at());
  }

  /** Tells whether all names of a module are known. */
  private static boolean isComplete(Machine machine, ModuleValue module) {
    Module known = machine.modules().byName().get(module.name());
    return known != null && known.starLibraries().isEmpty();
  }

  private static Value dir(Arguments arguments) {
    TreeSet<String> names = new TreeSet<>();
    switch (arguments.get(0)) {
      case ModuleValue module when isComplete(arguments.machine(), module) ->
          names.addAll(module.names().keySet());
      case ClassValue type when !arguments.machine().instances().isOpen(type) -> {
        for (Value base : arguments.machine().resolution().order(type)) {
          if (base instanceof ClassValue each) {
            names.addAll(each.members().keySet());
          }
        }
      }
      default -> throw NotFoldable.because(arguments.get(0));
    }
    return arguments.machine().list(names.stream().map(Value.Str::new).toList());
  }

  private static Value importModule(Arguments arguments) {
    Machine machine = arguments.machine();
    String name = arguments.text(0);
    Optional<String> anchor = arguments.optionalText(1, "package");
    if (name.startsWith(".")) {
      int dots = 0;
      while (dots < name.length() && name.charAt(dots) == '.') {
        dots++;
      }
      String base = anchor.orElseThrow(() -> NotFoldable.symbolic());
      for (int i = 1; i < dots; i++) {
        int dot = base.lastIndexOf('.');
        base = dot < 0 ? "" : base.substring(0, dot);
      }
      name = base + "." + name.substring(dots);
    }
    return machine.imports().importModule(name, arguments.at());
  }

  private static Value typeArguments(Arguments arguments) {
    return switch (arguments.get(0)) {
      case Value.Item(_, Value.TupleOf key) -> key;
      case Value.Item(_, Value key) -> new Value.TupleOf(List.of(key));
      case Value.Operation(String operator, List<Value> operands) when operator.equals("|") ->
          new Value.TupleOf(operands);
      case Value.Call call when call.name().equals("typing.TypeAliasType") ->
          new Value.TupleOf(List.of());
      case Value.Symbol _, ClassValue _ -> new Value.TupleOf(List.of());
      default -> throw NotFoldable.because(arguments.get(0));
    };
  }

  private static Value typeOrigin(Arguments arguments) {
    return switch (arguments.get(0)) {
      case Value.Item(Value of, _) -> of;
      case Value.Symbol _, ClassValue _ -> Value.NONE;
      default -> throw NotFoldable.because(arguments.get(0));
    };
  }

  private static Optional<Boolean> isClass(Value of) {
    return switch (of) {
      case ClassValue _ -> Optional.of(true);
      default ->
          Types.symbolic(of) || of instanceof Value.Unknown ? Optional.empty() : Optional.of(false);
    };
  }

  private static Value members(Arguments arguments) {
    Machine machine = arguments.machine();
    Map<String, Value> found = new java.util.TreeMap<>();
    switch (arguments.get(0)) {
      case ModuleValue module when isComplete(machine, module) -> found.putAll(module.names());
      case ClassValue type when !machine.instances().isOpen(type) ->
          type.members()
              .forEach((name, member) -> member.value().ifPresent(value -> found.put(name, value)));
      default -> throw NotFoldable.because(arguments.get(0));
    }
    Optional<Value> predicate = arguments.optional(1, "predicate");
    List<Value> pairs = new ArrayList<>();
    found.forEach(
        (name, value) -> {
          boolean wanted =
              predicate.isEmpty()
                  || machine.truth().of(arguments.invoke(predicate.get(), value)).orElse(false);
          if (wanted) {
            pairs.add(new Value.TupleOf(List.of(new Value.Str(name), value)));
          }
        });
    return machine.list(pairs);
  }

  private static Value copy(Arguments arguments) {
    Machine machine = arguments.machine();
    return switch (arguments.get(0)) {
      case Value.ListOf(ListItems items) ->
          ListMethods.call(items, "copy", Arguments.of(machine, List.of(), arguments.at()));
      case Value.DictOf(DictEntries entries) ->
          DictMethods.call(entries, "copy", Arguments.of(machine, List.of(), arguments.at()));
      case Value.SetOf(SetItems items) ->
          SetMethods.call(items, "copy", Arguments.of(machine, List.of(), arguments.at()));
      case Value.Instance instance -> {
        Value.Instance copy = machine.instances().allocate(instance.type());
        copy.fields().putAll(instance.fields());
        yield copy;
      }
      default -> arguments.get(0);
    };
  }
}
