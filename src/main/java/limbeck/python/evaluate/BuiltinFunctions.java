package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;

/** Builtins over containers and truths. */
final class BuiltinFunctions {
  private BuiltinFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("builtins.len", BuiltinFunctions::len);
    functions.put("builtins.range", BuiltinFunctions::range);
    functions.put("builtins.enumerate", BuiltinFunctions::enumerate);
    functions.put("builtins.zip", BuiltinFunctions::zip);
    functions.put(
        "builtins.sorted",
        arguments -> arguments.machine().list(ListMethods.sorted(arguments.items(0), arguments)));
    functions.put("builtins.reversed", BuiltinFunctions::reversed);
    functions.put("builtins.map", BuiltinFunctions::map);
    functions.put("builtins.filter", BuiltinFunctions::filter);
    functions.put("builtins.iter", BuiltinFunctions::iter);
    functions.put("builtins.aiter", BuiltinFunctions::iter);
    functions.put("builtins.next", BuiltinFunctions::next);
    functions.put("builtins.anext", BuiltinFunctions::next);
    functions.put("builtins.any", arguments -> quantified(arguments, true));
    functions.put("builtins.all", arguments -> quantified(arguments, false));
    functions.put("builtins.sum", BuiltinFunctions::sum);
    functions.put("builtins.min", arguments -> extreme(arguments, -1));
    functions.put("builtins.max", arguments -> extreme(arguments, 1));
    functions.put("builtins.print", _ -> Value.NONE);
    functions.put(
        "builtins.input", arguments -> new Value.Unknown("what a user types", arguments.at()));
    functions.put(
        "builtins.eval", arguments -> new Value.Unknown("eval is not run", arguments.at()));
    functions.put(
        "builtins.exec", arguments -> new Value.Unknown("exec is not run", arguments.at()));
    functions.put("builtins.hash", arguments -> new Value.Unknown("a hash value", arguments.at()));
    functions.put(
        "builtins.id", arguments -> new Value.Unknown("an object's identity", arguments.at()));
  }

  private static Value len(Arguments arguments) {
    Value of = arguments.get(0);
    return switch (of) {
      case Value.Str(String text) -> Value.Int.of(text.codePointCount(0, text.length()));
      case Value.Bytes(String bytes) -> Value.Int.of(bytes.length());
      case Value.DictOf(DictEntries entries) when entries.open().isEmpty() ->
          Value.Int.of(entries.size());
      case Value.ListOf(ListItems items) when items.open().isEmpty() -> Value.Int.of(items.size());
      case Value.Instance instance ->
          arguments
              .machine()
              .attributes()
              .find(instance, "__len__", arguments.at())
              .map(method -> arguments.invoke(method))
              .orElseGet(() -> Value.Int.of(arguments.items(0).size()));
      case Value.Int _, Value.None _, Value.Bool _, Value.Float _ ->
          throw arguments.error(
              "TypeError", "object of type '" + Types.name(of) + "' has no len()");
      default -> Value.Int.of(arguments.items(0).size());
    };
  }

  private static Value range(Arguments arguments) {
    long start = arguments.size() > 1 ? Numbers.index(arguments.get(0)) : 0;
    long stop = Numbers.index(arguments.get(arguments.size() > 1 ? 1 : 0));
    long step = arguments.optional(2).map(Numbers::index).orElse(1);
    if (step == 0) {
      throw arguments.error("ValueError", "range() arg 3 must not be zero");
    }
    long count = Math.max(0, (stop - start + step - Long.signum(step)) / step);
    Budget.size(count);
    List<Value> items = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      items.add(Value.Int.of(start + i * step));
    }
    return arguments.machine().list(items);
  }

  private static Value enumerate(Arguments arguments) {
    Machine machine = arguments.machine();
    Iteration.Walk walk = machine.iteration().walk(arguments.get(0), arguments.at());
    long index = arguments.optionalWhole(1, "start").map(n -> n.longValue()).orElse(0L);
    ListItems items = machine.journal().iterator(List.of());
    for (Value item : walk.certain()) {
      items.add(new Value.TupleOf(List.of(Value.Int.of(index++), item)));
    }
    walk.rest().ifPresent(items::addRest);
    return new Value.ListOf(items);
  }

  private static Value zip(Arguments arguments) {
    Machine machine = arguments.machine();
    List<List<Value>> columns = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      columns.add(arguments.items(i));
    }
    if (arguments.open().isPresent()) {
      throw NotFoldable.because(arguments.open().get());
    }
    int rows = columns.stream().mapToInt(List::size).min().orElse(0);
    List<Value> items = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int at = row;
      items.add(new Value.TupleOf(columns.stream().map(column -> column.get(at)).toList()));
    }
    return machine.iterator(items);
  }

  private static Value reversed(Arguments arguments) {
    List<Value> items = new ArrayList<>(arguments.items(0));
    Collections.reverse(items);
    return arguments.machine().iterator(items);
  }

  private static Value map(Arguments arguments) {
    Machine machine = arguments.machine();
    Value function = arguments.get(0);
    ListItems items = machine.journal().iterator(List.of());
    if (arguments.size() == 2) {
      Iteration.Walk walk = machine.iteration().walk(arguments.get(1), arguments.at());
      walk.certain().forEach(item -> items.add(arguments.invoke(function, item)));
      walk.rest().ifPresent(items::addRest);
      return new Value.ListOf(items);
    }
    if (zip(arguments.from(1)) instanceof Value.ListOf(List<Value> rows)) {
      for (Value row : List.copyOf(rows)) {
        List<Value> values = machine.iteration().complete(row, arguments.at());
        items.add(machine.calls().call(function, Arguments.of(machine, values, arguments.at())));
      }
    }
    return new Value.ListOf(items);
  }

  private static Value filter(Arguments arguments) {
    Machine machine = arguments.machine();
    Value function = arguments.get(0);
    ListItems items = machine.journal().iterator(List.of());
    Iteration.Walk walk = machine.iteration().walk(arguments.get(1), arguments.at());
    for (Value item : walk.certain()) {
      Value test = function instanceof Value.None ? item : arguments.invoke(function, item);
      if (arguments.isTrue(test)) {
        items.add(item);
      }
    }
    walk.rest().ifPresent(items::addRest);
    return new Value.ListOf(items);
  }

  private static Value iter(Arguments arguments) {
    arguments.requireAtMost(1);
    if (arguments.get(0) instanceof Value.ListOf(ListItems items) && items.isIterator()) {
      return arguments.get(0);
    }
    Machine machine = arguments.machine();
    Iteration.Walk walk = machine.iteration().walk(arguments.get(0), arguments.at());
    ListItems items = machine.journal().iterator(walk.certain());
    walk.rest().ifPresent(items::addRest);
    return new Value.ListOf(items);
  }

  private static Value next(Arguments arguments) {
    Value of = arguments.get(0);
    if (of instanceof Value.ListOf(ListItems items)) {
      return ListMethods.next(items, arguments.optional(1), arguments);
    }
    if (of instanceof Value.Instance instance) {
      return arguments.invoke(
          arguments
              .machine()
              .attributes()
              .find(instance, "__next__", arguments.at())
              .orElseThrow(() -> NotFoldable.symbolic()));
    }
    throw NotFoldable.because(of);
  }

  private static Value quantified(Arguments arguments, boolean any) {
    Machine machine = arguments.machine();
    Iteration.Walk walk = machine.iteration().walk(arguments.get(0), arguments.at());
    Optional<Value> undecided = walk.rest().map(rest -> rest);
    for (Value item : walk.certain()) {
      Optional<Boolean> truth = machine.truth().of(item);
      if (truth.isPresent() && truth.get() == any) {
        return new Value.Bool(any);
      }
      if (truth.isEmpty() && undecided.isEmpty()) {
        undecided = Optional.of(item);
      }
    }
    if (undecided.isPresent()) {
      throw NotFoldable.because(undecided.get());
    }
    return new Value.Bool(!any);
  }

  private static Value sum(Arguments arguments) {
    Value total = arguments.optional(1, "start").orElse(Value.Int.of(0));
    for (Value item : arguments.items(0)) {
      total = arguments.machine().operators().binary(total, Operator.ADD, item, arguments.at());
    }
    return total;
  }

  private static Value extreme(Arguments arguments, int sign) {
    Optional<Value> key = arguments.named("key").filter(given -> !(given instanceof Value.None));
    List<Value> items =
        arguments.size() == 1 ? arguments.items(0) : List.copyOf(arguments.positional());
    if (arguments.open().isPresent()) {
      throw NotFoldable.because(arguments.open().get());
    }
    if (items.isEmpty()) {
      return arguments
          .named("default")
          .orElseThrow(() -> arguments.error("ValueError", "the iterable argument is empty"));
    }
    Value best = items.getFirst();
    Value bestKey = key.isPresent() ? arguments.invoke(key.get(), best) : best;
    for (Value item : items.subList(1, items.size())) {
      Value itemKey = key.isPresent() ? arguments.invoke(key.get(), item) : item;
      if (Ordering.compare(arguments.machine(), itemKey, bestKey, arguments.at()) * sign > 0) {
        best = item;
        bestKey = itemKey;
      }
    }
    if (items.size() == 1 && best instanceof Value.Unknown) {
      throw NotFoldable.because(best);
    }
    return best;
  }
}
