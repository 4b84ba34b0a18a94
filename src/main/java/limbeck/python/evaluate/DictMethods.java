package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Methods of {@code dict}. */
final class DictMethods {
  static final Set<String> NAMES =
      Set.of(
          "get",
          "keys",
          "values",
          "items",
          "update",
          "pop",
          "popitem",
          "setdefault",
          "copy",
          "clear",
          "fromkeys",
          "move_to_end",
          "__getitem__",
          "__setitem__",
          "__contains__",
          "__len__");

  private DictMethods() {}

  static Value call(DictEntries entries, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    return switch (name) {
      case "get" -> {
        yield get(entries, arguments);
      }
      case "keys" -> {
        yield listed(machine, List.copyOf(entries.keySet()), entries.open());
      }
      case "values" -> {
        yield listed(machine, List.copyOf(entries.values()), entries.open());
      }
      case "items" -> {
        List<Value> pairs = new ArrayList<>();
        entries.forEach((key, value) -> pairs.add(new Value.TupleOf(List.of(key, value))));
        yield listed(machine, pairs, entries.open());
      }
      case "update" -> {
        update(entries, arguments);
        yield Value.NONE;
      }
      case "copy" -> {
        DictEntries copy = machine.journal().dict(entries);
        entries.open().ifPresent(copy::setOpen);
        entries.factory().ifPresent(copy::setFactory);
        yield new Value.DictOf(copy);
      }
      case "setdefault" -> {
        yield setDefault(entries, arguments);
      }
      case "clear" -> {
        machine.journal().touch(entries);
        entries.restore(machine.journal().dict(Map.of()));
        yield Value.NONE;
      }
      case "pop" -> {
        yield pop(entries, arguments);
      }
      case "popitem" -> {
        yield popItem(entries, arguments);
      }
      case "fromkeys" -> {
        yield fromKeys(arguments);
      }
      case "__getitem__" -> {
        yield machine.subscripts().get(new Value.DictOf(entries), arguments.get(0), arguments.at());
      }
      case "__setitem__" -> {
        machine
            .subscripts()
            .set(new Value.DictOf(entries), arguments.get(0), arguments.get(1), arguments.at());
        yield Value.NONE;
      }
      default -> throw NotFoldable.symbolic();
    };
  }

  private static Value listed(Machine machine, List<Value> items, Optional<Value.Unknown> open) {
    ListItems result = machine.journal().list(items);
    open.ifPresent(result::addRest);
    return new Value.ListOf(result);
  }

  private static Value get(DictEntries entries, Arguments arguments) {
    Value key = arguments.get(0);
    Value found = entries.lookUp(key);
    if (found != null) {
      return found;
    }
    if (entries.open().isPresent()) {
      return entries.open().get();
    }
    if (Types.symbolic(key) || key instanceof Value.Unknown) {
      throw NotFoldable.because(key);
    }
    return arguments.optional(1, "default").orElse(Value.NONE);
  }

  private static void update(DictEntries entries, Arguments arguments) {
    Machine machine = arguments.machine();
    machine.journal().touch(entries);
    arguments
        .optional(0)
        .ifPresent(
            given -> {
              if (given instanceof Value.ListOf || given instanceof Value.TupleOf) {
                pairs(given, arguments).forEach(entries::set);
              } else {
                machine.expressions().spread(given, entries, arguments.at());
              }
            });
    arguments.keywords().forEach((name, value) -> entries.set(new Value.Str(name), value));
    arguments.open().ifPresent(entries::setOpen);
  }

  /** Returns the entries that a sequence of pairs makes. */
  static Map<Value, Value> pairs(Value given, Arguments arguments) {
    Map<Value, Value> entries = new java.util.LinkedHashMap<>();
    Machine machine = arguments.machine();
    for (Value pair : machine.iteration().complete(given, arguments.at())) {
      List<Value> parts = machine.iteration().complete(pair, arguments.at());
      if (parts.size() != 2) {
        throw arguments.error("ValueError", "dictionary update sequence element is no pair");
      }
      entries.put(parts.getFirst(), parts.getLast());
    }
    return entries;
  }

  private static Value setDefault(DictEntries entries, Arguments arguments) {
    Value key = arguments.get(0);
    Value found = entries.lookUp(key);
    if (found != null) {
      return found;
    }
    if (entries.open().isPresent() || (!Types.plain(key) && !(key instanceof Value.EnumMember))) {
      throw entries.open().map(NotFoldable::because).orElseGet(() -> NotFoldable.because(key));
    }
    Value standard = arguments.optional(1, "default").orElse(Value.NONE);
    arguments.machine().journal().touch(entries);
    entries.set(key, standard);
    return standard;
  }

  private static Value pop(DictEntries entries, Arguments arguments) {
    Value key = arguments.get(0);
    Machine machine = arguments.machine();
    if (entries.has(key)) {
      machine.journal().touch(entries);
      Value taken = entries.take(key);
      return taken == null ? Value.NONE : taken;
    }
    if (entries.open().isPresent() || key instanceof Value.Unknown || Types.symbolic(key)) {
      throw entries.open().map(NotFoldable::because).orElseGet(() -> NotFoldable.because(key));
    }
    return arguments
        .optional(1, "default")
        .orElseThrow(
            () ->
                PythonError.of(
                    "KeyError", key, machine.text().repr(key, arguments.at()), arguments.at()));
  }

  private static Value popItem(DictEntries entries, Arguments arguments) {
    if (entries.open().isPresent()) {
      throw NotFoldable.because(entries.open().get());
    }
    Map.Entry<Value, Value> last = entries.lastEntry();
    if (last == null) {
      throw arguments.error("KeyError", "popitem(): dictionary is empty");
    }
    arguments.machine().journal().touch(entries);
    entries.take(last.getKey());
    return new Value.TupleOf(List.of(last.getKey(), last.getValue()));
  }

  /** Returns the dictionary that {@code dict.fromkeys} makes. */
  static Value fromKeys(Arguments arguments) {
    DictEntries entries = arguments.machine().journal().dict(Map.of());
    Value value = arguments.optional(1, "value").orElse(Value.NONE);
    arguments.items(0).forEach(key -> entries.set(key, value));
    return new Value.DictOf(entries);
  }
}
