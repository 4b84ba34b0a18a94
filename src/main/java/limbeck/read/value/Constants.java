package limbeck.read.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;

/** Plain facts out of values, as the libraries would take them. */
public final class Constants {
  private Constants() {}

  /**
   * Returns the text a value is: a string, a member of an enumeration that is also a string, a
   * {@code conv(…)} or {@code quoted_name(…)}.
   */
  public static Optional<String> text(Value value) {
    return switch (value) {
      case Value.Str(String text) -> Optional.of(text);
      case Value.EnumMember member when isTextual(member.type()) -> text(member.value());
      case Value.Call call when !call.arguments().isEmpty() && marksName(call) ->
          text(call.arguments().getFirst());
      default -> Optional.empty();
    };
  }

  private static boolean marksName(Value.Call call) {
    return LibraryNames.of(call.callee())
        .filter(
            it ->
                it.equals("sqlalchemy.conv")
                    || it.equals("sqlalchemy.quoted_name")
                    || it.equals("alembic.op.f"))
        .isPresent();
  }

  private static boolean isTextual(ClassValue type) {
    return type.bases().stream()
        .anyMatch(
            it ->
                it instanceof ClassValue parent
                    ? isTextual(parent)
                    : it instanceof Value.Symbol(String name)
                        && (name.equals("builtins.str") || name.equals("enum.StrEnum")));
  }

  /** Returns the truth a boolean is. */
  public static Optional<Boolean> flag(Value value) {
    return switch (value) {
      case Value.Bool(boolean it) -> Optional.of(it);
      case Value.Int(BigInteger it) -> Optional.of(it.signum() != 0);
      default -> Optional.empty();
    };
  }

  /** Returns the integer a value is, when it fits. */
  public static Optional<Long> integer(Value value) {
    return value instanceof Value.Int(BigInteger it) && it.bitLength() < 64
        ? Optional.of(it.longValue())
        : Optional.empty();
  }

  /** Returns the items of a list, tuple or set. */
  public static Optional<List<Value>> items(Value value) {
    return switch (value) {
      case Value.ListOf(List<Value> items) -> Optional.of(List.copyOf(items));
      case Value.TupleOf(List<Value> items) -> Optional.of(items);
      case Value.SetOf(var items) -> Optional.of(new ArrayList<>(items));
      default -> Optional.empty();
    };
  }

  /** Returns whether the value is {@code None}. */
  public static boolean isNone(Value value) {
    return value instanceof Value.None;
  }

  /** Returns a value in the words of a message. */
  public static String describe(Value value) {
    return switch (value) {
      case Value.Unknown(String reason, var _) -> reason;
      case Value.Symbol(String name) -> name;
      case Value.Call call ->
          (call.callee() instanceof Value.Symbol(String name) ? name : call.name()) + "(…)";
      case Value.Attribute(Value of, String name) -> describe(of) + "." + name;
      case Value.Item(Value of, Value key) -> describe(of) + "[" + describe(key) + "]";
      case Value.Operation(String operator, List<Value> operands) ->
          operands.size() == 2
              ? describe(operands.get(0)) + " " + operator + " " + describe(operands.get(1))
              : operator + " " + describe(operands.getFirst());
      case Value.Str(String text) -> "'" + text + "'";
      case Value.Int(BigInteger number) -> number.toString();
      case Value.Float(double number) -> Double.toString(number);
      case Value.Bool(boolean it) -> it ? "True" : "False";
      case Value.None _ -> "None";
      case Value.Bytes _ -> "bytes";
      case Value.Ellipsis _ -> "...";
      case Value.ListOf _ -> "a list";
      case Value.TupleOf _ -> "a tuple";
      case Value.SetOf _ -> "a set";
      case Value.DictOf _ -> "a dictionary";
      case Value.EnumMember member -> member.type().name() + "." + member.name();
      case Value.Instance instance -> "an object of " + instance.type().name();
      case ClassValue type -> type.name();
      case FunctionValue function -> "the function " + function.name();
      case ModuleValue module -> "the module " + module.name();
    };
  }
}
