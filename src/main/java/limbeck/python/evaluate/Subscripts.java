package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Items and slices. */
final class Subscripts {
  private static final String SLICE = "builtins.slice";

  private final Machine machine;

  Subscripts(Machine machine) {
    this.machine = machine;
  }

  /** Makes a slice from its three bounds. */
  static Value slice(List<Value> bounds, Location at) {
    return new Value.Call(new Value.Symbol(SLICE), List.copyOf(bounds), Map.of(), at);
  }

  private static Optional<List<Value>> bounds(Value key) {
    return key instanceof Value.Call(Value.Symbol(String name), List<Value> bounds, _, _)
            && name.equals(SLICE)
        ? Optional.of(bounds)
        : Optional.empty();
  }

  Value get(Value of, Value key, Location at) {
    try {
      return found(of, key, at);
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      return notFoldable
          .unknown()
          .orElseGet(
              () ->
                  key instanceof Value.Unknown unknown
                      ? unknown
                      : new Value.Unknown(
                          "the item of " + Types.describe(of) + " is not known", at));
    }
  }

  private Value found(Value of, Value key, Location at) {
    return switch (of) {
      case Value.Str(String text) -> text(text, key, at);
      case Value.Bytes(String text) ->
          bounds(key).isPresent()
              ? new Value.Bytes(cut(text, key))
              : Value.Int.of(text.charAt(index(key, text.length(), "index", at)));
      case Value.ListOf(ListItems items) -> item(items, key, at);
      case Value.TupleOf(List<Value> items) -> tuple(items, key, at);
      case Value.DictOf(DictEntries entries) -> entry(entries, key, at);
      case Value.EnumMember member when machine.enums().isText(member.type()) ->
          found(member.value(), key, at);
      case ClassValue type when machine.enums().isEnum(type) ->
          machine.enums().byName(type, machine.text().known(key).orElse(""), at);
      case Value.Instance instance -> {
        Optional<Value> method = machine.attributes().find(instance, "__getitem__", at);
        if (method.isPresent()) {
          yield machine.calls().call(method.get(), Arguments.of(machine, List.of(key), at));
        }
        Optional<List<Value>> tuple = machine.instances().tuple(instance);
        yield tuple.isPresent() ? tuple(tuple.get(), key, at) : new Value.Item(of, key);
      }
      case Value.Call(Value.Symbol(String name), List<Value> groups, _, _)
          when name.equals("re.Match") ->
          RegularExpressions.group(machine, groups, key, at);
      case Value.Unknown unknown -> unknown;
      case Value.Symbol(String name) when name.equals("os.environ") ->
          Environment.variable(machine, key, Optional.empty(), at);
      case Value.None _, Value.Int _, Value.Bool _, Value.Float _ ->
          machine.raise("TypeError", "'" + Types.name(of) + "' object is not subscriptable", at);
      default -> new Value.Item(of, key);
    };
  }

  private Value text(String text, Value key, Location at) {
    boolean plain = text.length() == text.codePointCount(0, text.length());
    if (plain) {
      return bounds(key).isPresent()
          ? new Value.Str(cut(text, key))
          : new Value.Str(
              String.valueOf(text.charAt(index(key, text.length(), "string index", at))));
    }
    int[] points = text.codePoints().toArray();
    StringBuilder result = new StringBuilder();
    if (bounds(key).isPresent()) {
      positions(key, points.length).forEach(i -> result.appendCodePoint(points[i]));
    } else {
      result.appendCodePoint(points[index(key, points.length, "string index", at)]);
    }
    return new Value.Str(result.toString());
  }

  private static String cut(String text, Value key) {
    StringBuilder result = new StringBuilder();
    positions(key, text.length()).forEach(i -> result.append(text.charAt(i)));
    return result.toString();
  }

  private Value item(ListItems items, Value key, Location at) {
    if (items.open().isPresent()) {
      boolean certain =
          key instanceof Value.Int
              && Numbers.index(key) >= 0
              && Numbers.index(key) < items.certain();
      if (!certain) {
        return items.open().get();
      }
    }
    if (bounds(key).isPresent()) {
      return machine.list(positions(key, items.size()).stream().map(items::get).toList());
    }
    return items.get(index(key, items.size(), "list index", at));
  }

  private Value tuple(List<Value> items, Value key, Location at) {
    Optional<Value.Unknown> rest = machine.rest(items);
    if (rest.isPresent()) {
      int certain = items.indexOf(rest.get());
      boolean known =
          key instanceof Value.Int && Numbers.index(key) >= 0 && Numbers.index(key) < certain;
      if (!known) {
        return rest.get();
      }
    }
    if (bounds(key).isPresent()) {
      return new Value.TupleOf(positions(key, items.size()).stream().map(items::get).toList());
    }
    return items.get(index(key, items.size(), "tuple index", at));
  }

  private Value entry(DictEntries entries, Value key, Location at) {
    if (key instanceof Value.Unknown unknown) {
      return unknown;
    }
    Value found = entries.lookUp(key);
    if (found != null) {
      return found;
    }
    if (entries.open().isPresent()) {
      return entries.open().get();
    }
    if (entries.factory().isPresent()) {
      Value made =
          machine.calls().call(entries.factory().get(), Arguments.of(machine, List.of(), at));
      machine.journal().touch(entries);
      entries.set(key, made);
      return made;
    }
    if (Types.symbolic(key)) {
      return new Value.Unknown("the key " + Types.describe(key) + " is not known", at);
    }
    return machine.caught(PythonError.of("KeyError", key, machine.text().repr(key, at), at));
  }

  private static int index(Value key, int size, String what, Location at) {
    int index = Numbers.index(key);
    int position = index < 0 ? index + size : index;
    if (position < 0 || position >= size) {
      throw PythonError.of("IndexError", what + " out of range", at);
    }
    return position;
  }

  /** Returns the positions that a slice takes from a sequence of a size. */
  static List<Integer> positions(Value key, int size) {
    List<Value> bounds = bounds(key).orElseThrow();
    int step = bounds.get(2) instanceof Value.None ? 1 : Numbers.index(bounds.get(2));
    if (step == 0) {
      throw NotFoldable.symbolic();
    }
    int first = step > 0 ? 0 : -1;
    int last = step > 0 ? size : size - 1;
    int start = bound(bounds.get(0), step > 0 ? first : last, size, first, last);
    int stop = bound(bounds.get(1), step > 0 ? last : first, size, first, last);
    List<Integer> positions = new ArrayList<>();
    for (long i = start; step > 0 ? i < stop : i > stop; i += step) {
      positions.add((int) i);
    }
    return positions;
  }

  private static int bound(Value value, int absent, int size, int first, int last) {
    if (value instanceof Value.None) {
      return absent;
    }
    long index = Numbers.index(value);
    long position = index < 0 ? index + size : index;
    return (int) Math.max(first, Math.min(last, position));
  }

  void set(Value of, Value key, Value value, Location at) {
    switch (of) {
      case Value.ListOf(ListItems items) -> setItem(items, key, value, at);
      case Value.DictOf(DictEntries entries) -> {
        machine.journal().touch(entries);
        if (key instanceof Value.Unknown unknown) {
          entries.setOpen(unknown);
          entries.replaceAll((_, _) -> unknown);
        } else {
          entries.set(key, value);
        }
      }
      case Value.Instance instance -> {
        Optional<Value> method = machine.attributes().find(instance, "__setitem__", at);
        method.ifPresent(
            found -> machine.calls().call(found, Arguments.of(machine, List.of(key, value), at)));
        if (method.isEmpty()) {
          machine.host().assign(new Value.Item(of, key), value, at);
        }
      }
      default -> machine.host().assign(new Value.Item(of, key), value, at);
    }
  }

  private void setItem(ListItems items, Value key, Value value, Location at) {
    machine.journal().touch(items);
    if (bounds(key).isPresent()) {
      setSlice(items, key, value, at);
      return;
    }
    boolean known =
        key instanceof Value.Int
            && (items.open().isEmpty()
                || (Numbers.index(key) >= 0 && Numbers.index(key) < items.certain()));
    if (!known) {
      Value.Unknown why = new Value.Unknown("an item is set at a place that is not known", at);
      items.clear();
      items.addRest(why);
      return;
    }
    try {
      items.set(index(key, items.size(), "list assignment index", at), value);
    } catch (PythonError error) {
      machine.caught(error);
    }
  }

  private void setSlice(ListItems items, Value key, Value value, Location at) {
    Iteration.Walk walk = machine.iteration().walk(value, at);
    List<Integer> positions;
    try {
      positions = positions(key, items.size());
    } catch (NotFoldable notFoldable) {
      items.clear();
      items.addRest(new Value.Unknown("a slice is set at a place that is not known", at));
      return;
    }
    int start = positions.isEmpty() ? items.size() : positions.getFirst();
    for (int position : positions.reversed()) {
      items.remove(position);
    }
    items.addAll(Math.min(start, items.size()), walk.certain());
    walk.rest().ifPresent(items::addRest);
  }

  void delete(Value of, Value key, Location at) {
    switch (of) {
      case Value.ListOf(ListItems items) when items.open().isEmpty() -> {
        machine.journal().touch(items);
        try {
          List<Integer> positions =
              bounds(key).isPresent()
                  ? positions(key, items.size())
                  : List.of(index(key, items.size(), "list assignment index", at));
          positions.stream()
              .sorted(java.util.Comparator.reverseOrder())
              .forEach(i -> items.remove((int) i));
        } catch (PythonError error) {
          machine.caught(error);
        } catch (NotFoldable notFoldable) {
          items.setOpen(new Value.Unknown("an item is removed that is not known", at));
        }
      }
      case Value.DictOf(DictEntries entries) -> {
        machine.journal().touch(entries);
        if (entries.take(key) == null && entries.open().isEmpty() && Types.plain(key)) {
          machine.caught(PythonError.of("KeyError", key, machine.text().repr(key, at), at));
        }
      }
      default ->
          machine.host().assign(new Value.Item(of, key), new Value.Unknown("deleted", at), at);
    }
  }
}
