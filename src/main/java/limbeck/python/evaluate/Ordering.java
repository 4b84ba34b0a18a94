package limbeck.python.evaluate;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Python's order of values. */
final class Ordering {
  private Ordering() {}

  /** Returns a negative number, zero or a positive one, as the first is less, equal or greater. */
  static int compare(Machine machine, Value one, Value other, Location at) {
    Optional<Value> method = machine.attributes().find(one, "__lt__", at);
    if (one instanceof Value.Instance && method.isPresent()) {
      return byMethod(machine, method.get(), one, other, at);
    }
    Value left = plain(machine, one);
    Value right = plain(machine, other);
    if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
      return Numbers.compare(left, right);
    }
    if (left instanceof Value.Str(String mine) && right instanceof Value.Str(String theirs)) {
      return byCodePoint(mine, theirs);
    }
    if (left instanceof Value.Bytes(String mine) && right instanceof Value.Bytes(String theirs)) {
      return mine.compareTo(theirs);
    }
    if (left instanceof Value.TupleOf(var mine) && right instanceof Value.TupleOf(var theirs)) {
      return items(machine, mine, theirs, at);
    }
    if (left instanceof Value.ListOf(var mine) && right instanceof Value.ListOf(var theirs)) {
      return items(machine, mine, theirs, at);
    }
    if (Types.plain(left) && Types.plain(right)) {
      throw PythonError.of(
          "TypeError",
          "'<' not supported between instances of '"
              + Types.name(left)
              + "' and '"
              + Types.name(right)
              + "'",
          at);
    }
    throw NotFoldable.because(left instanceof Value.Unknown ? left : right);
  }

  private static int byMethod(Machine machine, Value method, Value one, Value other, Location at) {
    if (isTrue(machine, machine.calls().call(method, Arguments.of(machine, List.of(other), at)))) {
      return -1;
    }
    Value back = machine.attributes().get(other, "__lt__", at);
    Value greater = machine.calls().call(back, Arguments.of(machine, List.of(one), at));
    return isTrue(machine, greater) ? 1 : 0;
  }

  private static boolean isTrue(Machine machine, Value value) {
    return machine.truth().of(value).orElseThrow(() -> NotFoldable.because(value));
  }

  private static Value plain(Machine machine, Value value) {
    return switch (value) {
      case Value.EnumMember member when EnumClasses.isMixed(member.type()) ->
          plain(machine, member.value());
      case Value.Instance instance ->
          machine.instances().compared(instance).<Value>map(Value.TupleOf::new).orElse(instance);
      case Value.Call made ->
          PathFunctions.known(made).<Value>map(it -> new Value.TupleOf(parts(it))).orElse(made);
      default -> value;
    };
  }

  /** Paths are ordered part by part. */
  private static List<Value> parts(String path) {
    return Arrays.stream(path.split("/", -1)).<Value>map(Value.Str::new).toList();
  }

  private static int byCodePoint(String one, String other) {
    int[] left = one.codePoints().toArray();
    int[] right = other.codePoints().toArray();
    return Arrays.compare(left, right);
  }

  private static int items(Machine machine, List<Value> one, List<Value> other, Location at) {
    Iterator<Value> others = other.iterator();
    for (Value item : one) {
      if (!others.hasNext()) {
        return 1;
      }
      Value theirs = others.next();
      if (!Equality.equal(item, theirs).orElse(false)) {
        return compare(machine, item, theirs, at);
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
