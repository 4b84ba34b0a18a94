package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** What walking a value yields. */
final class Iteration {
  private final Machine machine;

  /**
   * The items of a walk.
   *
   * @param certain those known, in order
   * @param rest stands for any number of further items; empty when there are none
   */
  record Walk(List<Value> certain, Optional<Value.Unknown> rest) {
    Walk {
      certain = List.copyOf(certain);
    }

    /** Returns the items when all are known. */
    List<Value> complete() {
      if (rest.isPresent()) {
        throw NotFoldable.because(rest.get());
      }
      return certain;
    }
  }

  Iteration(Machine machine) {
    this.machine = machine;
  }

  /** Returns the items when all are known. */
  List<Value> complete(Value value, Location at) {
    Walk walk = walk(value, at);
    if (walk.rest().isPresent() && !(value instanceof Value.Unknown)) {
      throw value instanceof Value.ListOf || value instanceof Value.SetOf
          ? NotFoldable.because(walk.rest().get())
          : NotFoldable.symbolic();
    }
    return walk.complete();
  }

  /** Walks a value; an iterator is used up. */
  Walk walk(Value value, Location at) {
    return switch (value) {
      case Value.ListOf(ListItems items) -> {
        Walk walk =
            items.open().isEmpty()
                ? new Walk(items, Optional.empty())
                : new Walk(items.subList(0, items.certain()), items.open());
        if (items.isIterator() && !items.isEmpty()) {
          machine.journal().touch(items);
          items.clear();
        }
        yield walk;
      }
      case Value.ListOf(List<Value> items) -> new Walk(items, Optional.empty());
      case Value.TupleOf(List<Value> items) -> {
        Optional<Value.Unknown> rest = machine.rest(items);
        yield rest.isEmpty()
            ? new Walk(items, rest)
            : new Walk(items.subList(0, items.indexOf(rest.get())), rest);
      }
      case Value.SetOf(SetItems items) ->
          items.open().isEmpty()
              ? new Walk(List.copyOf(items), Optional.empty())
              : new Walk(
                  items.stream().filter(item -> !item.equals(items.open().get())).toList(),
                  items.open());
      case Value.SetOf(var items) -> new Walk(List.copyOf(items), Optional.empty());
      case Value.DictOf(DictEntries entries) ->
          new Walk(List.copyOf(entries.keySet()), entries.open());
      case Value.DictOf(var entries) -> new Walk(List.copyOf(entries.keySet()), Optional.empty());
      case Value.Str(String text) ->
          new Walk(
              text.codePoints()
                  .<Value>mapToObj(point -> new Value.Str(Character.toString(point)))
                  .toList(),
              Optional.empty());
      case Value.Bytes(String text) ->
          new Walk(text.chars().<Value>mapToObj(Value.Int::of).toList(), Optional.empty());
      case ClassValue type when machine.enums().isEnum(type) ->
          new Walk(List.copyOf(machine.enums().members(type)), Optional.empty());
      case Value.Instance instance -> instance(instance, at);
      case Value.EnumMember member when machine.enums().isText(member.type()) ->
          walk(member.value(), at);
      case Value.Call(Value.Symbol(String name), List<Value> arguments, _, _)
          when name.equals("pkgutil.ModuleInfo") ->
          new Walk(arguments, Optional.empty());
      case Value.Unknown unknown -> new Walk(List.of(), Optional.of(unknown));
      case Value.Int _, Value.Float _, Value.Bool _, Value.None _, Value.Ellipsis _ ->
          unknown(
              machine.raise("TypeError", "'" + Types.name(value) + "' object is not iterable", at));
      case Value.Symbol _,
          Value.Call _,
          Value.Attribute _,
          Value.Item _,
          Value.Operation _,
          Value.EnumMember _,
          limbeck.python.value.FunctionValue _,
          ClassValue _,
          limbeck.python.value.ModuleValue _ ->
          machine
              .host()
              .items(value)
              .map(items -> new Walk(items.stream().map(machine::adopt).toList(), Optional.empty()))
              .orElseGet(() -> new Walk(List.of(), Optional.of(item(value, at))));
    };
  }

  private static Walk unknown(Value value) {
    return value instanceof Value.Unknown unknown
        ? new Walk(List.of(), Optional.of(unknown))
        : new Walk(List.of(), Optional.empty());
  }

  private static Value.Unknown item(Value of, Location at) {
    String name = Types.describe(of);
    return new Value.Unknown("the items of " + name + " cannot be known", at);
  }

  private Walk instance(Value.Instance instance, Location at) {
    Optional<Value> iter = machine.attributes().find(instance, "__iter__", at);
    if (iter.isPresent()) {
      Value made = machine.calls().call(iter.get(), Arguments.of(machine, List.of(), at));
      return Types.same(made, instance)
          ? new Walk(List.of(), Optional.of(item(instance, at)))
          : walk(made, at);
    }
    Optional<List<Value>> tuple = machine.instances().tuple(instance);
    if (tuple.isPresent()) {
      return new Walk(tuple.get(), Optional.empty());
    }
    Optional<Value> item = machine.attributes().find(instance, "__getitem__", at);
    return item.isPresent()
        ? new Walk(List.of(), Optional.of(item(instance, at)))
        : unknown(
            machine.raise(
                "TypeError", "'" + instance.type().name() + "' object is not iterable", at));
  }

  /** Returns the values that unpacking into so many targets gives; starred takes the rest. */
  List<Value> unpack(Value value, int targets, int starred, Location at) {
    Walk walk = walk(value, at);
    List<Value> items = new ArrayList<>(walk.certain());
    if (walk.rest().isPresent()) {
      return open(walk, targets, starred);
    }
    int surplus = items.size() - targets;
    if (starred < 0 ? surplus != 0 : surplus < -1) {
      String message =
          surplus > 0
              ? "too many values to unpack (expected " + targets + ")"
              : "not enough values to unpack (expected "
                  + (starred < 0 ? "" : "at least ")
                  + (starred < 0 ? targets : targets - 1)
                  + ", got "
                  + items.size()
                  + ")";
      Value failed = machine.raise("ValueError", message, at);
      return java.util.Collections.nCopies(targets, failed);
    }
    if (starred >= 0) {
      Value rest = machine.list(items.subList(starred, starred + surplus + 1));
      List<Value> result = new ArrayList<>(items.subList(0, starred));
      result.add(rest);
      result.addAll(items.subList(starred + surplus + 1, items.size()));
      return result;
    }
    return items;
  }

  private List<Value> open(Walk walk, int targets, int starred) {
    Value.Unknown rest = walk.rest().orElseThrow();
    List<Value> result = new ArrayList<>();
    for (int i = 0; i < targets; i++) {
      boolean certain = i < walk.certain().size() && (starred < 0 || i < starred);
      result.add(certain ? walk.certain().get(i) : rest);
    }
    if (starred >= 0) {
      ListItems items = machine.journal().list(List.of());
      items.addRest(rest);
      result.set(starred, new Value.ListOf(items));
    }
    return result;
  }
}
