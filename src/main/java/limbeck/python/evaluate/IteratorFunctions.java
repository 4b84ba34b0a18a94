package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** {@code functools} and {@code itertools}. */
final class IteratorFunctions {
  private IteratorFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("functools.reduce", IteratorFunctions::reduce);
    functions.put("itertools.chain", IteratorFunctions::chain);
    functions.put(
        "itertools.chain.from_iterable",
        arguments -> chain(Arguments.of(arguments.machine(), arguments.items(0), arguments.at())));
    functions.put("itertools.product", IteratorFunctions::product);
    functions.put("itertools.combinations", arguments -> chosen(arguments, false));
    functions.put("itertools.permutations", arguments -> chosen(arguments, true));
    functions.put("itertools.repeat", IteratorFunctions::repeat);
    functions.put("itertools.islice", IteratorFunctions::slice);
    functions.put("itertools.starmap", IteratorFunctions::starmap);
    functions.put("itertools.zip_longest", IteratorFunctions::zipLongest);
    functions.put("itertools.accumulate", IteratorFunctions::accumulate);
  }

  private static Value reduce(Arguments arguments) {
    List<Value> items = arguments.items(1);
    Optional<Value> initial = arguments.optional(2);
    if (items.isEmpty() && initial.isEmpty()) {
      throw arguments.error("TypeError", "reduce() of empty iterable with no initial value");
    }
    Value result = initial.orElseGet(items::getFirst);
    for (Value item : initial.isPresent() ? items : items.subList(1, items.size())) {
      result = arguments.invoke(arguments.get(0), result, item);
    }
    return result;
  }

  private static Value chain(Arguments arguments) {
    Machine machine = arguments.machine();
    ListItems items = machine.journal().iterator(List.of());
    for (Value each : arguments.positional()) {
      Iteration.Walk walk = machine.iteration().walk(each, arguments.at());
      items.addAll(walk.certain());
      walk.rest().ifPresent(items::addRest);
      Budget.size(items.size());
    }
    arguments.open().ifPresent(items::addRest);
    return new Value.ListOf(items);
  }

  private static Value product(Arguments arguments) {
    int repeat = arguments.named("repeat").map(Numbers::index).orElse(1);
    List<List<Value>> pools = new ArrayList<>();
    Budget.size((long) repeat * arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      pools.add(arguments.items(i));
    }
    List<List<Value>> rows = List.of(List.of());
    for (int turn = 0; turn < repeat; turn++) {
      for (List<Value> pool : pools) {
        List<List<Value>> longer = new ArrayList<>();
        Budget.size((long) rows.size() * pool.size());
        for (List<Value> row : rows) {
          for (Value item : pool) {
            List<Value> extended = new ArrayList<>(row);
            extended.add(item);
            longer.add(extended);
          }
        }
        rows = longer;
      }
    }
    return arguments.machine().iterator(rows.stream().map(Value.TupleOf::new).toList());
  }

  private static Value chosen(Arguments arguments, boolean anyOrder) {
    List<Value> pool = arguments.items(0);
    int count = arguments.optionalWhole(1, "r").map(n -> n.intValue()).orElse(pool.size());
    List<Value> found = new ArrayList<>();
    choose(pool, count, anyOrder, new ArrayList<>(), found, arguments);
    return arguments.machine().iterator(found);
  }

  private static void choose(
      List<Value> pool,
      int count,
      boolean anyOrder,
      List<Integer> taken,
      List<Value> found,
      Arguments arguments) {
    arguments.machine().budget().step();
    if (taken.size() == count) {
      found.add(new Value.TupleOf(taken.stream().map(pool::get).toList()));
      Budget.size(found.size());
      return;
    }
    int start = anyOrder || taken.isEmpty() ? 0 : taken.getLast() + 1;
    for (int i = start; i < pool.size(); i++) {
      if (!taken.contains(i)) {
        taken.add(i);
        choose(pool, count, anyOrder, taken, found, arguments);
        taken.removeLast();
      }
    }
  }

  private static Value repeat(Arguments arguments) {
    int times =
        arguments
            .optionalWhole(1, "times")
            .map(n -> Math.max(0, n.intValue()))
            .orElseThrow(() -> NotFoldable.symbolic());
    Budget.size(times);
    return arguments.machine().iterator(Collections.nCopies(times, arguments.get(0)));
  }

  private static Value slice(Arguments arguments) {
    List<Value> items = arguments.items(0);
    List<Value> bounds =
        arguments.size() == 2
            ? List.of(Value.NONE, arguments.get(1), Value.NONE)
            : List.of(arguments.get(1), arguments.get(2), arguments.optional(3).orElse(Value.NONE));
    Value slice = Subscripts.slice(bounds, arguments.at());
    return arguments
        .machine()
        .iterator(Subscripts.positions(slice, items.size()).stream().map(items::get).toList());
  }

  private static Value starmap(Arguments arguments) {
    Machine machine = arguments.machine();
    List<Value> results = new ArrayList<>();
    for (Value row : arguments.items(1)) {
      List<Value> values = machine.iteration().complete(row, arguments.at());
      results.add(
          machine.calls().call(arguments.get(0), Arguments.of(machine, values, arguments.at())));
    }
    return machine.iterator(results);
  }

  private static Value zipLongest(Arguments arguments) {
    Value fill = arguments.named("fillvalue").orElse(Value.NONE);
    List<List<Value>> columns = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      columns.add(arguments.items(i));
    }
    int rows = columns.stream().mapToInt(List::size).max().orElse(0);
    List<Value> found = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      int at = row;
      found.add(
          new Value.TupleOf(
              columns.stream().map(column -> at < column.size() ? column.get(at) : fill).toList()));
    }
    return arguments.machine().iterator(found);
  }

  private static Value accumulate(Arguments arguments) {
    arguments.requireAtMost(2);
    List<Value> found = new ArrayList<>();
    for (Value item : arguments.items(0)) {
      if (found.isEmpty()) {
        found.add(item);
      } else if (arguments.size() > 1) {
        found.add(arguments.invoke(arguments.get(1), found.getLast(), item));
      } else {
        found.add(
            arguments
                .machine()
                .operators()
                .binary(
                    found.getLast(),
                    limbeck.python.syntax.Expression.Operator.ADD,
                    item,
                    arguments.at()));
      }
    }
    return arguments.machine().iterator(found);
  }
}
