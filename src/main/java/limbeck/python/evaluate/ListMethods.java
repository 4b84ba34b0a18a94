package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** Methods of {@code list}. */
final class ListMethods {
  static final Set<String> NAMES =
      Set.of(
          "append",
          "extend",
          "insert",
          "remove",
          "pop",
          "clear",
          "index",
          "count",
          "sort",
          "reverse",
          "copy",
          "appendleft",
          "popleft",
          "extendleft",
          "__len__",
          "__next__",
          "__iter__",
          "send",
          "close");

  private ListMethods() {}

  static Value call(ListItems items, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    switch (name) {
      case "append" -> {
        machine.journal().touch(items);
        items.add(arguments.get(0));
        Budget.size(items.size());
      }
      case "extend" -> {
        Iteration.Walk walk = machine.iteration().walk(arguments.get(0), arguments.at());
        machine.journal().touch(items);
        items.addAll(walk.certain());
        walk.rest().ifPresent(items::addRest);
        Budget.size(items.size());
      }
      case "appendleft" -> {
        machine.journal().touch(items);
        items.addFirst(arguments.get(0));
      }
      case "copy" -> {
        return new Value.ListOf(copied(items, machine));
      }
      case "clear" -> {
        machine.journal().touch(items);
        items.restore(machine.journal().list(List.of()));
      }
      case "__next__", "send" -> {
        return next(items, Optional.empty(), arguments);
      }
      case "__iter__" -> {
        return new Value.ListOf(items);
      }
      case "close" -> {}
      default -> {
        return complete(items, name, arguments);
      }
    }
    return Value.NONE;
  }

  private static ListItems copied(ListItems items, Machine machine) {
    ListItems copy = machine.journal().list(items);
    items.open().ifPresent(copy::setOpen);
    return copy;
  }

  /** Methods whose result depends on every item. */
  private static Value complete(ListItems items, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    if (items.open().isPresent()) {
      Value.Unknown why = items.open().get();
      if (!name.equals("count") && !name.equals("index") && !name.equals("__len__")) {
        machine.journal().touch(items);
        items.clear();
        items.addRest(why);
      }
      throw NotFoldable.because(why);
    }
    switch (name) {
      case "insert" -> {
        long given = Numbers.index(arguments.get(0));
        long index = given < 0 ? given + items.size() : given;
        machine.journal().touch(items);
        items.add((int) Math.max(0, Math.min(items.size(), index)), arguments.get(1));
      }
      case "remove" -> {
        int index = position(items, arguments.get(0), arguments);
        if (index < 0) {
          throw arguments.error("ValueError", "list.remove(x): x not in list");
        }
        machine.journal().touch(items);
        items.remove(index);
      }
      case "pop", "popleft" -> {
        return pop(items, name, arguments);
      }
      case "index" -> {
        return index(items, arguments);
      }
      case "count" -> {
        return count(items, arguments);
      }
      case "__len__" -> {
        return Value.Int.of(items.size());
      }
      case "sort" -> {
        List<Value> sorted = sorted(items, arguments);
        machine.journal().touch(items);
        items.clear();
        items.addAll(sorted);
      }
      case "reverse" -> {
        machine.journal().touch(items);
        Collections.reverse(items);
      }
      case "extendleft" -> {
        List<Value> more = arguments.items(0);
        machine.journal().touch(items);
        more.forEach(items::addFirst);
      }
      default -> throw NotFoldable.symbolic();
    }
    return Value.NONE;
  }

  private static Value pop(ListItems items, String name, Arguments arguments) {
    if (items.isEmpty()) {
      throw arguments.error("IndexError", "pop from empty list");
    }
    int given = name.equals("popleft") ? 0 : arguments.optional(0).map(Numbers::index).orElse(-1);
    int index = given < 0 ? given + items.size() : given;
    if (index < 0 || index >= items.size()) {
      throw arguments.error("IndexError", "pop index out of range");
    }
    arguments.machine().journal().touch(items);
    return items.remove(index);
  }

  private static int position(List<Value> items, Value wanted, Arguments arguments) {
    for (int i = 0; i < items.size(); i++) {
      Optional<Boolean> same =
          arguments.machine().operators().equal(items.get(i), wanted, arguments.at());
      if (same.isEmpty()) {
        throw NotFoldable.because(wanted);
      }
      if (same.get()) {
        return i;
      }
    }
    return -1;
  }

  static Value index(List<Value> items, Arguments arguments) {
    arguments.requireAtMost(1);
    int index = position(items, arguments.get(0), arguments);
    if (index < 0) {
      throw arguments.error("ValueError", "value is not in list");
    }
    return Value.Int.of(index);
  }

  static Value count(List<Value> items, Arguments arguments) {
    long count = 0;
    for (Value item : items) {
      Optional<Boolean> same =
          arguments.machine().operators().equal(item, arguments.get(0), arguments.at());
      if (same.isEmpty()) {
        throw NotFoldable.because(item);
      }
      count += same.get() ? 1 : 0;
    }
    return Value.Int.of(count);
  }

  /** Returns the items in order, by the {@code key} and {@code reverse} arguments. */
  static List<Value> sorted(List<Value> items, Arguments arguments) {
    Optional<Value> key = arguments.named("key").filter(given -> !(given instanceof Value.None));
    boolean reverse = arguments.named("reverse").map(arguments::isTrue).orElse(false);
    record Keyed(Value key, Value item) {}
    List<Keyed> keyed = new ArrayList<>();
    for (Value item : items) {
      keyed.add(new Keyed(key.isPresent() ? arguments.invoke(key.get(), item) : item, item));
    }
    if (reverse) {
      Collections.reverse(keyed);
    }
    sort(
        keyed,
        (one, other) ->
            Ordering.compare(arguments.machine(), one.key(), other.key(), arguments.at()));
    if (reverse) {
      Collections.reverse(keyed);
    }
    return keyed.stream().map(Keyed::item).toList();
  }

  private static <T> void sort(List<T> items, Comparator<T> order) {
    try {
      items.sort(order);
    } catch (IllegalArgumentException contradicting) {
      // An order of the project's own that contradicts itself has no certain result.
      throw NotFoldable.symbolic();
    }
  }

  /** Takes the next item of an iterator. */
  static Value next(ListItems items, Optional<Value> standard, Arguments arguments) {
    if (items.certain() > 0) {
      arguments.machine().journal().touch(items);
      return items.removeFirst();
    }
    if (items.open().isPresent()) {
      return items.open().get();
    }
    return standard.orElseThrow(() -> arguments.error("StopIteration", ""));
  }
}
