package limbeck.python.evaluate;

import java.util.Iterator;
import java.util.List;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Python's order of values. */
final class Ordering {
  private Ordering() {}

  /** Returns a negative number, zero or a positive one, as the first is less, equal or greater. */
  static int compare(Value one, Value other, Location at) {
    Value left = plain(one);
    Value right = plain(other);
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
      return items(mine, theirs, at);
    }
    if (left instanceof Value.ListOf(var mine) && right instanceof Value.ListOf(var theirs)) {
      return items(mine, theirs, at);
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

  private static Value plain(Value value) {
    return value instanceof Value.EnumMember member && EnumClasses.isMixed(member.type())
        ? plain(member.value())
        : value;
  }

  private static int byCodePoint(String one, String other) {
    int[] left = one.codePoints().toArray();
    int[] right = other.codePoints().toArray();
    return java.util.Arrays.compare(left, right);
  }

  private static int items(List<Value> one, List<Value> other, Location at) {
    Iterator<Value> others = other.iterator();
    for (Value item : one) {
      if (!others.hasNext()) {
        return 1;
      }
      Value theirs = others.next();
      if (!Equality.equal(item, theirs).orElse(false)) {
        return compare(item, theirs, at);
      }
    }
    return others.hasNext() ? -1 : 0;
  }
}
