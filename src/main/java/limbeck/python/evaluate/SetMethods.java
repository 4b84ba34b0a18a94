package limbeck.python.evaluate;

import java.util.List;
import java.util.Set;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;

/** Methods of {@code set} and {@code frozenset}. */
final class SetMethods {
  static final Set<String> NAMES =
      Set.of(
          "add",
          "discard",
          "remove",
          "pop",
          "update",
          "clear",
          "copy",
          "union",
          "intersection",
          "difference",
          "symmetric_difference",
          "difference_update",
          "intersection_update",
          "issubset",
          "issuperset",
          "isdisjoint");

  private SetMethods() {}

  static Value call(SetItems items, String name, Arguments arguments) {
    Machine machine = arguments.machine();
    switch (name) {
      case "add" -> {
        machine.journal().touch(items);
        items.include(arguments.get(0));
      }
      case "discard" -> {
        machine.journal().touch(items);
        items.exclude(arguments.get(0));
      }
      case "remove" -> {
        if (!items.has(arguments.get(0)) && items.open().isEmpty()) {
          throw arguments.error("KeyError", "the set has no such item");
        }
        machine.journal().touch(items);
        items.exclude(arguments.get(0));
      }
      case "clear" -> {
        machine.journal().touch(items);
        items.restore(machine.journal().set(List.of()));
      }
      case "update" -> {
        machine.journal().touch(items);
        for (Value other : arguments.positional()) {
          Iteration.Walk walk = machine.iteration().walk(other, arguments.at());
          walk.certain().forEach(items::include);
          walk.rest()
              .ifPresent(
                  why -> {
                    items.add(why);
                    items.setOpen(why);
                  });
        }
      }
      case "difference_update", "intersection_update" -> {
        SetItems result = combined(items, name.substring(0, name.indexOf('_')), arguments);
        machine.journal().touch(items);
        items.restore(result);
      }
      case "copy" -> {
        SetItems copy = machine.journal().set(items);
        items.open().ifPresent(copy::setOpen);
        if (items.frozen()) {
          copy.freeze();
        }
        return new Value.SetOf(copy);
      }
      case "pop" -> throw NotFoldable.symbolic();
      case "issubset" -> {
        return new Value.Bool(Containers.subset(items, Operator.LTE, other(arguments, 0)));
      }
      case "issuperset" -> {
        return new Value.Bool(Containers.subset(items, Operator.GTE, other(arguments, 0)));
      }
      case "isdisjoint" -> {
        return new Value.Bool(combined(items, "intersection", arguments).isEmpty());
      }
      default -> {
        return new Value.SetOf(combined(items, name, arguments));
      }
    }
    return Value.NONE;
  }

  private static SetItems other(Arguments arguments, int index) {
    return arguments.machine().journal().set(arguments.items(index));
  }

  private static SetItems combined(SetItems items, String name, Arguments arguments) {
    if (items.open().isPresent()) {
      throw NotFoldable.because(items.open().get());
    }
    Operator op =
        switch (name) {
          case "union" -> Operator.BITOR;
          case "intersection" -> Operator.BITAND;
          case "difference" -> Operator.SUB;
          default -> Operator.BITXOR;
        };
    SetItems result = arguments.machine().journal().set(items);
    if (items.frozen()) {
      result.freeze();
    }
    for (int i = 0; i < arguments.size(); i++) {
      Value combined =
          Containers.binary(
              arguments.machine(),
              new Value.SetOf(result),
              op,
              new Value.SetOf(other(arguments, i)),
              arguments.at());
      if (combined instanceof Value.SetOf(SetItems next)) {
        result = next;
      }
    }
    return result;
  }
}
