package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/** Operators: folded over known values, kept as operations over what is not interpreted. */
final class Operators {
  private static final Map<Operator, String> METHODS =
      Map.ofEntries(
          Map.entry(Operator.ADD, "add"),
          Map.entry(Operator.SUB, "sub"),
          Map.entry(Operator.MULT, "mul"),
          Map.entry(Operator.MATMULT, "matmul"),
          Map.entry(Operator.DIV, "truediv"),
          Map.entry(Operator.MOD, "mod"),
          Map.entry(Operator.POW, "pow"),
          Map.entry(Operator.LSHIFT, "lshift"),
          Map.entry(Operator.RSHIFT, "rshift"),
          Map.entry(Operator.BITOR, "or"),
          Map.entry(Operator.BITXOR, "xor"),
          Map.entry(Operator.BITAND, "and"),
          Map.entry(Operator.FLOORDIV, "floordiv"));

  private final Machine machine;

  Operators(Machine machine) {
    this.machine = machine;
  }

  /** Returns {@code left op right}. */
  Value binary(Value left, Operator op, Value right, Location at) {
    try {
      return folded(left, op, right, at);
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      return notFoldable
          .unknown()
          .<Value>map(value -> value)
          .orElseGet(() -> kept(left, op, right));
    }
  }

  private Value folded(Value left, Operator op, Value right, Location at) {
    Optional<Value> overloaded = overloaded(left, op, right, at);
    if (overloaded.isPresent()) {
      return overloaded.get();
    }
    Value one = scalar(left);
    Value other = scalar(right);
    if (op == Operator.BITOR && (isType(one) || isType(other))) {
      return kept(left, op, right);
    }
    if (Types.symbolic(one) || Types.symbolic(other)) {
      return PathFunctions.join(machine, one, op, other).orElseGet(() -> kept(left, op, right));
    }
    if (one instanceof Value.Unknown || other instanceof Value.Unknown) {
      return kept(left, op, right);
    }
    if (Numbers.isNumber(one) && Numbers.isNumber(other)) {
      return Numbers.binary(one, op, other, at);
    }
    // What a template shows of a member is its text, not its value.
    boolean template = op == Operator.MOD && one instanceof Value.Str;
    return Containers.binary(machine, one, op, template ? right : other, at);
  }

  private static Value kept(Value left, Operator op, Value right) {
    boolean union = op == Operator.BITOR;
    if (left instanceof Value.Unknown
        && (!union || !isTypeOrNone(right))
        && !Types.symbolic(right)) {
      return left;
    }
    if (right instanceof Value.Unknown
        && (!union || !isTypeOrNone(left))
        && !Types.symbolic(left)) {
      return right;
    }
    return new Value.Operation(op.spelling(), List.of(left, right));
  }

  private static boolean isType(Value value) {
    return value instanceof ClassValue
        || value instanceof Value.Symbol
        || value instanceof Value.Item;
  }

  private static boolean isTypeOrNone(Value value) {
    return isType(value) || value instanceof Value.None || value instanceof Value.Operation;
  }

  /** Returns the plain value of a member whose enumeration is also text or a number. */
  private static Value scalar(Value value) {
    return value instanceof Value.EnumMember member && EnumClasses.isMixed(member.type())
        ? scalar(member.value())
        : value;
  }

  private Optional<Value> overloaded(Value left, Operator op, Value right, Location at) {
    String method = METHODS.get(op);
    if (method == null) {
      return Optional.empty();
    }
    if (hasOperators(left)) {
      Optional<Value> found = machine.attributes().find(left, "__" + method + "__", at);
      if (found.isPresent()) {
        return Optional.of(
            machine.calls().call(found.get(), Arguments.of(machine, List.of(right), at)));
      }
    }
    if (hasOperators(right)) {
      Optional<Value> found = machine.attributes().find(right, "__r" + method + "__", at);
      if (found.isPresent()) {
        return Optional.of(
            machine.calls().call(found.get(), Arguments.of(machine, List.of(left), at)));
      }
    }
    return Optional.empty();
  }

  private static boolean hasOperators(Value value) {
    return value instanceof Value.Instance
        || value instanceof Value.EnumMember
        || (value instanceof Value.Call call && call.callee() instanceof ClassValue);
  }

  /** Returns {@code op operand}. */
  Value unary(Operator op, Value operand, Location at) {
    if (op == Operator.NOT) {
      return not(operand);
    }
    Value value = scalar(operand);
    if (value instanceof Value.Unknown) {
      return value;
    }
    if (Numbers.isNumber(value)) {
      try {
        return Numbers.unary(op, value);
      } catch (NotFoldable notFoldable) {
        return new Value.Operation(op.spelling(), List.of(operand));
      }
    }
    return Types.plain(value)
        ? machine.raise(
            "TypeError",
            "bad operand type for unary " + op.spelling() + ": '" + Types.name(value) + "'",
            at)
        : new Value.Operation(op.spelling(), List.of(operand));
  }

  private Value not(Value operand) {
    Optional<Boolean> truth = machine.truth().of(operand);
    if (truth.isPresent()) {
      return new Value.Bool(!truth.get());
    }
    return operand instanceof Value.Unknown
        ? operand
        : new Value.Operation("not", List.of(operand));
  }

  /** Returns {@code left op right} for an operator that compares. */
  Value compare(Value left, Operator op, Value right, Location at) {
    try {
      Optional<Boolean> result =
          switch (op) {
            case IS -> identical(left, right);
            case ISNOT -> identical(left, right).map(same -> !same);
            case EQ -> equal(left, right, at);
            case NOTEQ -> equal(left, right, at).map(same -> !same);
            case IN -> contains(right, left, at);
            case NOTIN -> contains(right, left, at).map(found -> !found);
            case LT, LTE, GT, GTE -> ordered(left, op, right, at);
            default -> Optional.empty();
          };
      return result.<Value>map(Value.Bool::new).orElseGet(() -> undecided(left, op, right));
    } catch (PythonError error) {
      return machine.caught(error);
    } catch (NotFoldable notFoldable) {
      return notFoldable
          .unknown()
          .<Value>map(value -> value)
          .orElseGet(() -> undecided(left, op, right));
    }
  }

  private static Value undecided(Value left, Operator op, Value right) {
    if (left instanceof Value.Unknown && !Types.symbolic(right)) {
      return left;
    }
    if (right instanceof Value.Unknown && !Types.symbolic(left)) {
      return right;
    }
    if (!Types.symbolic(left) && !Types.symbolic(right)) {
      Optional<Value.Unknown> inside =
          Containers.unknownIn(left).or(() -> Containers.unknownIn(right));
      if (inside.isPresent()) {
        return inside.get();
      }
    }
    return new Value.Operation(op.spelling(), List.of(left, right));
  }

  /** Returns whether two values are the same object; empty when that cannot be known. */
  Optional<Boolean> identical(Value left, Value right) {
    if (left instanceof Value.Unknown || right instanceof Value.Unknown) {
      return Optional.empty();
    }
    if (Types.same(left, right)) {
      return Optional.of(true);
    }
    if (left instanceof Value.None || right instanceof Value.None) {
      Value other = left instanceof Value.None ? right : left;
      boolean object =
          other instanceof Value.Call call
              && (call.callee() instanceof ClassValue || startsUpper(call.name()));
      return Types.symbolic(other) && !object && !isBuiltin(other)
          ? Optional.empty()
          : Optional.of(other instanceof Value.None);
    }
    if (left instanceof Value.Bool || right instanceof Value.Bool) {
      return Types.symbolic(left) || Types.symbolic(right)
          ? Optional.empty()
          : Optional.of(left.equals(right));
    }
    if (Types.symbolic(left) && Types.symbolic(right)) {
      return Equality.equal(left, right);
    }
    if (Types.symbolic(left) || Types.symbolic(right)) {
      return Equality.equal(left, right);
    }
    boolean object =
        left instanceof Value.ListOf
            || left instanceof Value.DictOf
            || left instanceof Value.SetOf
            || left instanceof Value.TupleOf;
    return object ? Optional.of(false) : Optional.of(left.equals(right));
  }

  private static boolean isBuiltin(Value value) {
    return value instanceof Value.Symbol(String name) && name.startsWith("builtins.");
  }

  /** Tells whether a callee is named like a class, so that calling it makes an object. */
  private static boolean startsUpper(String name) {
    int start = name.lastIndexOf('.') + 1;
    return start > 0 && start < name.length() && Character.isUpperCase(name.charAt(start));
  }

  /** Returns whether two values are equal, by the methods of their classes too. */
  Optional<Boolean> equal(Value left, Value right, Location at) {
    for (int i = 0; i < 2; i++) {
      Value of = i == 0 ? left : right;
      Value other = i == 0 ? right : left;
      if (of instanceof Value.Instance instance) {
        Optional<Value> method = machine.attributes().find(instance, "__eq__", at);
        if (method.isPresent()) {
          return machine
              .truth()
              .of(machine.calls().call(method.get(), Arguments.of(machine, List.of(other), at)));
        }
        Optional<List<Value>> mine = machine.instances().compared(instance);
        if (mine.isPresent()
            && other instanceof Value.Instance same
            && same.type() == instance.type()) {
          return Equality.equal(
              new Value.TupleOf(mine.get()),
              new Value.TupleOf(machine.instances().compared(same).orElse(List.of())));
        }
      }
    }
    return Equality.equal(left, right);
  }

  private Optional<Boolean> ordered(Value left, Operator op, Value right, Location at) {
    if (left instanceof Value.Instance instance) {
      String name =
          switch (op) {
            case LT -> "__lt__";
            case LTE -> "__le__";
            case GT -> "__gt__";
            default -> "__ge__";
          };
      Optional<Value> method = machine.attributes().find(instance, name, at);
      if (method.isPresent()) {
        return machine
            .truth()
            .of(machine.calls().call(method.get(), Arguments.of(machine, List.of(right), at)));
      }
    }
    if (left instanceof Value.SetOf(SetItems mine)
        && right instanceof Value.SetOf(SetItems theirs)) {
      return Optional.of(Containers.subset(mine, op, theirs));
    }
    int order = Ordering.compare(machine, left, right, at);
    return Optional.of(
        switch (op) {
          case LT -> order < 0;
          case LTE -> order <= 0;
          case GT -> order > 0;
          default -> order >= 0;
        });
  }

  /** Returns whether a container has an item; empty when that cannot be known. */
  Optional<Boolean> contains(Value container, Value item, Location at) {
    return switch (container) {
      case Value.Str(String text) -> {
        Value part = scalar(item);
        if (part instanceof Value.Str(String wanted)) {
          yield Optional.of(text.contains(wanted));
        }
        if (Types.plain(part)) {
          throw PythonError.of("TypeError", "'in <string>' requires string as left operand", at);
        }
        yield Optional.empty();
      }
      case Value.EnumMember member when EnumClasses.isMixed(member.type()) ->
          contains(scalar(member), item, at);
      case Value.DictOf(DictEntries entries) when !(item instanceof Value.Unknown) ->
          entries.has(item)
              ? Optional.of(true)
              : entries.open().isPresent() || Types.symbolic(item)
                  ? Optional.empty()
                  : Optional.of(false);
      case Value.SetOf(SetItems items) when !(item instanceof Value.Unknown) ->
          items.has(item)
              ? Optional.of(true)
              : items.open().isPresent() || Types.symbolic(item)
                  ? Optional.empty()
                  : Optional.of(false);
      case Value.Instance instance -> {
        @Nullable Value method =
            machine.attributes().find(instance, "__contains__", at).orElse(null);
        yield method != null
            ? machine
                .truth()
                .of(machine.calls().call(method, Arguments.of(machine, List.of(item), at)))
            : search(container, item, at);
      }
      default -> search(container, item, at);
    };
  }

  private Optional<Boolean> search(Value container, Value item, Location at) {
    if (container instanceof Value.Unknown) {
      return Optional.empty();
    }
    if (Types.symbolic(container)) {
      return machine.host().contains(container, item);
    }
    if (container instanceof ClassValue type && machine.enums().isEnum(type)) {
      boolean member = item instanceof Value.EnumMember;
      return member || Types.plain(item)
          ? Optional.of(
              machine.enums().members(type).stream()
                  .anyMatch(
                      each ->
                          each.equals(item)
                              || (!member && Equality.equal(each.value(), item).orElse(false))))
          : Optional.empty();
    }
    Iteration.Walk walk = machine.iteration().walk(container, at);
    boolean certain = walk.rest().isEmpty();
    for (Value each : walk.certain()) {
      Optional<Boolean> same = Types.same(each, item) ? Optional.of(true) : equal(each, item, at);
      if (same.orElse(false)) {
        return same;
      }
      certain &= same.isPresent();
    }
    return certain ? Optional.of(false) : Optional.empty();
  }
}
