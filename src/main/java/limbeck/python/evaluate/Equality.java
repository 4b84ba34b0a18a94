package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;

/** Python's {@code ==}. */
final class Equality {
  private static final Optional<Boolean> YES = Optional.of(true);
  private static final Optional<Boolean> NO = Optional.of(false);

  private Equality() {}

  /** Returns whether two values are equal; empty when that cannot be known. */
  static Optional<Boolean> equal(Value one, Value other) {
    if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
      return Optional.empty();
    }
    if (other instanceof Value.EnumMember && !(one instanceof Value.EnumMember)) {
      return equal(other, one);
    }
    if (Types.symbolic(other) && !Types.symbolic(one) && !(one instanceof Value.EnumMember)) {
      return equal(other, one);
    }
    return switch (one) {
      case Value.Str(String text) ->
          Optional.of(other instanceof Value.Str(String same) && same.equals(text));
      case Value.Bytes(String text) ->
          Optional.of(other instanceof Value.Bytes(String same) && same.equals(text));
      case Value.Int _, Value.Float _, Value.Bool _ -> numbers(one, other);
      case Value.None _ -> Optional.of(other instanceof Value.None);
      case Value.Ellipsis _ -> Optional.of(other instanceof Value.Ellipsis);
      case Value.ListOf(List<Value> items) ->
          other instanceof Value.ListOf(List<Value> same) ? lists(items, same) : NO;
      case Value.TupleOf(List<Value> items) ->
          other instanceof Value.TupleOf(List<Value> same) ? items(items, same) : NO;
      case Value.SetOf(Set<Value> items) ->
          other instanceof Value.SetOf(Set<Value> same) ? sets(items, same) : NO;
      case Value.DictOf(Map<Value, Value> entries) ->
          other instanceof Value.DictOf(Map<Value, Value> same) ? dicts(entries, same) : NO;
      case Value.EnumMember member -> members(member, other);
      case Value.Instance _, ClassValue _, ModuleValue _ ->
          one.equals(other)
              ? YES
              : Types.plain(other) || one.getClass() == other.getClass() ? NO : Optional.empty();
      case FunctionValue function ->
          Optional.of(
              other instanceof FunctionValue same
                  && function.scope().equals(same.scope())
                  && function.body().equals(same.body())
                  && function.receiver().equals(same.receiver()));
      case Value.Symbol(String name) -> symbols(name, other);
      case Value.Call(Value.Symbol(String name), List<Value> arguments, _, _)
          when comparable(name) ->
          other instanceof Value.Call(Value.Symbol(String same), List<Value> others, _, _)
                  && same.equals(name)
              ? items(arguments, others)
              : Types.plain(other) ? NO : Optional.empty();
      case Value.Call _, Value.Attribute _, Value.Item _, Value.Operation _, Value.Unknown _ ->
          Optional.empty();
    };
  }

  private static boolean comparable(String name) {
    return name.equals("pathlib.Path") || name.equals("uuid.UUID");
  }

  private static Optional<Boolean> symbols(String name, Value other) {
    if (other instanceof Value.Symbol(String same)) {
      if (same.equals(name)) {
        return YES;
      }
      return name.startsWith("builtins.") && same.startsWith("builtins.") ? NO : Optional.empty();
    }
    return name.startsWith("builtins.") && Types.plain(other) ? NO : Optional.empty();
  }

  private static Optional<Boolean> members(Value.EnumMember member, Value other) {
    if (other instanceof Value.EnumMember same && same.type() == member.type()) {
      return Optional.of(same.name().equals(member.name()));
    }
    boolean mixed = EnumClasses.isMixed(member.type());
    if (other instanceof Value.EnumMember same) {
      return mixed && EnumClasses.isMixed(same.type()) ? equal(member.value(), same.value()) : NO;
    }
    if (mixed) {
      return equal(member.value(), other);
    }
    return Types.symbolic(other) ? Optional.empty() : NO;
  }

  private static Optional<Boolean> numbers(Value one, Value other) {
    Optional<BigDecimal> left = exact(one);
    Optional<BigDecimal> right = exact(other);
    if (left.isPresent() && right.isPresent()) {
      return Optional.of(left.get().compareTo(right.get()) == 0);
    }
    return Optional.of(
        one instanceof Value.Float(double mine)
            && other instanceof Value.Float(double theirs)
            && mine == theirs);
  }

  private static Optional<BigDecimal> exact(Value value) {
    return switch (value) {
      case Value.Int(BigInteger number) -> Optional.of(new BigDecimal(number));
      case Value.Bool(boolean bool) -> Optional.of(bool ? BigDecimal.ONE : BigDecimal.ZERO);
      case Value.Float(double number) when Double.isFinite(number) ->
          Optional.of(new BigDecimal(number));
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> lists(List<Value> one, List<Value> other) {
    boolean open =
        (one instanceof ListItems mine && mine.open().isPresent())
            || (other instanceof ListItems theirs && theirs.open().isPresent());
    return open ? Optional.empty() : items(one, other);
  }

  private static Optional<Boolean> items(List<Value> one, List<Value> other) {
    if (one.size() != other.size()) {
      return NO;
    }
    Optional<Boolean> result = YES;
    Iterator<Value> others = other.iterator();
    for (Value item : one) {
      Value theirs = others.next();
      Optional<Boolean> same = Types.same(item, theirs) ? YES : equal(item, theirs);
      if (same.equals(NO)) {
        return NO;
      }
      result = same.isEmpty() ? same : result;
    }
    return result;
  }

  private static Optional<Boolean> sets(Set<Value> one, Set<Value> other) {
    if (opened(one) || opened(other)) {
      return Optional.empty();
    }
    return Optional.of(
        one.size() == other.size() && other.stream().allMatch(item -> has(one, item)));
  }

  private static boolean opened(Set<Value> items) {
    return items instanceof SetItems set && set.open().isPresent();
  }

  private static boolean has(Set<Value> items, Value item) {
    return items instanceof SetItems set ? set.has(item) : items.contains(item);
  }

  private static Optional<Boolean> dicts(Map<Value, Value> one, Map<Value, Value> other) {
    if ((one instanceof DictEntries mine && mine.open().isPresent())
        || (other instanceof DictEntries theirs && theirs.open().isPresent())) {
      return Optional.empty();
    }
    if (one.size() != other.size()) {
      return NO;
    }
    Optional<Boolean> result = YES;
    for (Map.Entry<Value, Value> entry : one.entrySet()) {
      Value theirs =
          other instanceof DictEntries entries
              ? entries.lookUp(entry.getKey())
              : other.get(entry.getKey());
      Optional<Boolean> same = theirs == null ? NO : equal(entry.getValue(), theirs);
      if (same.equals(NO)) {
        return NO;
      }
      result = same.isEmpty() ? same : result;
    }
    return result;
  }
}
