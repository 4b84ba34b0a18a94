package limbeck.python.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Operators over texts, lists, tuples, sets and dictionaries. */
final class Containers {
  private Containers() {}

  /** Returns an unknown item of a container. */
  static Optional<Value.Unknown> unknownIn(Value container) {
    Collection<Value> items =
        switch (container) {
          case Value.ListOf(List<Value> listed) -> listed;
          case Value.TupleOf(List<Value> listed) -> listed;
          case Value.SetOf(Set<Value> listed) -> listed;
          case Value.DictOf(DictEntries entries) when entries.open().isPresent() ->
              List.of(entries.open().get());
          case Value.DictOf(Map<Value, Value> entries) -> entries.values();
          default -> List.of();
        };
    for (Value item : items) {
      if (item instanceof Value.Unknown unknown) {
        return Optional.of(unknown);
      }
    }
    return Optional.empty();
  }

  static Value binary(Machine machine, Value left, Operator op, Value right, Location at) {
    if (op == Operator.MOD && left instanceof Value.Str(String template)) {
      return new Value.Str(PercentFormat.apply(machine, template, right, at));
    }
    if (op == Operator.MULT) {
      return Numbers.isNumber(right)
          ? repeat(machine, left, right, at)
          : repeat(machine, right, left, at);
    }
    if (op == Operator.ADD) {
      return concatenate(machine, left, right, at);
    }
    if (left instanceof Value.SetOf(SetItems mine)
        && right instanceof Value.SetOf(SetItems theirs)) {
      return sets(machine, mine, op, theirs, at);
    }
    if (op == Operator.BITOR
        && left instanceof Value.DictOf(DictEntries mine)
        && right instanceof Value.DictOf(DictEntries theirs)) {
      DictEntries merged = mine.copy();
      DictEntries result = machine.journal().dict(merged);
      merged.open().or(theirs::open).ifPresent(result::setOpen);
      theirs.forEach(result::set);
      return new Value.DictOf(result);
    }
    throw unsupported(left, op, right, at);
  }

  private static RuntimeException unsupported(Value left, Operator op, Value right, Location at) {
    if (!Types.plain(left) || !Types.plain(right)) {
      return NotFoldable.symbolic();
    }
    return PythonError.of(
        "TypeError",
        "unsupported operand type(s) for "
            + op.spelling()
            + ": '"
            + Types.name(left)
            + "' and '"
            + Types.name(right)
            + "'",
        at);
  }

  private static Value concatenate(Machine machine, Value left, Value right, Location at) {
    if (left instanceof Value.Str(String one) && right instanceof Value.Str(String other)) {
      Budget.size(one.length() + (long) other.length());
      return new Value.Str(one + other);
    }
    if (left instanceof Value.Bytes(String one) && right instanceof Value.Bytes(String other)) {
      Budget.size(one.length() + (long) other.length());
      return new Value.Bytes(one + other);
    }
    if (left instanceof Value.ListOf(ListItems one)
        && right instanceof Value.ListOf(ListItems other)) {
      List<Value> items = new ArrayList<>(one);
      items.addAll(other);
      Budget.size(items.size());
      ListItems result = machine.journal().list(items);
      one.open().or(other::open).ifPresent(result::setOpen);
      return new Value.ListOf(result);
    }
    if (left instanceof Value.TupleOf(List<Value> one)
        && right instanceof Value.TupleOf(List<Value> other)) {
      List<Value> items = new ArrayList<>(one);
      items.addAll(other);
      Budget.size(items.size());
      return new Value.TupleOf(items);
    }
    throw unsupported(left, Operator.ADD, right, at);
  }

  private static Value repeat(Machine machine, Value of, Value times, Location at) {
    if (!Numbers.isNumber(times) || times instanceof Value.Float) {
      throw unsupported(of, Operator.MULT, times, at);
    }
    long count = Math.max(0, Numbers.index(times));
    return switch (of) {
      case Value.Str(String text) -> {
        Budget.size(text.length() * count);
        yield new Value.Str(text.repeat((int) count));
      }
      case Value.Bytes(String text) -> {
        Budget.size(text.length() * count);
        yield new Value.Bytes(text.repeat((int) count));
      }
      case Value.ListOf(ListItems items) when items.open().isEmpty() ->
          machine.list(repeated(items, count));
      case Value.TupleOf(List<Value> items) -> new Value.TupleOf(repeated(items, count));
      default -> throw unsupported(of, Operator.MULT, times, at);
    };
  }

  private static List<Value> repeated(List<Value> items, long count) {
    Budget.size(items.size() * count);
    List<Value> result = new ArrayList<>();
    for (int i = 0; i < count && !items.isEmpty(); i++) {
      result.addAll(items);
    }
    return result;
  }

  private static Value sets(
      Machine machine, SetItems mine, Operator op, SetItems theirs, Location at) {
    if (mine.open().isPresent() || theirs.open().isPresent()) {
      throw mine.open().or(theirs::open).map(NotFoldable::because).orElse(NotFoldable.symbolic());
    }
    SetItems result = machine.journal().set(List.of());
    if (mine.frozen()) {
      result.freeze();
    }
    switch (op) {
      case BITOR -> {
        result.addAll(mine);
        theirs.forEach(result::include);
      }
      case BITAND -> mine.stream().filter(theirs::has).forEach(result::include);
      case SUB -> mine.stream().filter(item -> !theirs.has(item)).forEach(result::include);
      case BITXOR -> {
        mine.stream().filter(item -> !theirs.has(item)).forEach(result::include);
        theirs.stream().filter(item -> !mine.has(item)).forEach(result::include);
      }
      default -> throw unsupported(new Value.SetOf(mine), op, new Value.SetOf(theirs), at);
    }
    return new Value.SetOf(result);
  }

  /** Returns how two sets include one another. */
  static boolean subset(SetItems mine, Operator op, SetItems theirs) {
    if (mine.open().isPresent() || theirs.open().isPresent()) {
      throw NotFoldable.symbolic();
    }
    boolean within = mine.stream().allMatch(theirs::has);
    boolean around = theirs.stream().allMatch(mine::has);
    return switch (op) {
      case LTE -> within;
      case LT -> within && !around;
      case GTE -> around;
      default -> around && !within;
    };
  }

  /** Changes a container in place as {@code op=} does; false when the operator makes a new one. */
  static boolean inPlace(Machine machine, Value target, Operator op, Value value, Location at) {
    return switch (target) {
      case Value.ListOf(ListItems items) when op == Operator.ADD -> {
        Iteration.Walk walk = machine.iteration().walk(value, at);
        Budget.size(items.size() + (long) walk.certain().size());
        machine.journal().touch(items);
        items.addAll(walk.certain());
        walk.rest().ifPresent(items::addRest);
        yield true;
      }
      case Value.SetOf(SetItems items)
          when op == Operator.BITOR
              && !items.frozen()
              && value instanceof Value.SetOf(SetItems others) -> {
        machine.journal().touch(items);
        others.forEach(items::include);
        others.open().ifPresent(items::setOpen);
        yield true;
      }
      case Value.DictOf(DictEntries entries)
          when op == Operator.BITOR && value instanceof Value.DictOf(DictEntries others) -> {
        machine.journal().touch(entries);
        for (Map.Entry<Value, Value> entry : List.copyOf(others.entrySet())) {
          entries.set(entry.getKey(), entry.getValue());
        }
        others.open().ifPresent(entries::setOpen);
        yield true;
      }
      default -> {
        yield false;
      }
    };
  }
}
