package limbeck.python.evaluate;

import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;

/** The types of values. */
final class Types {
  private Types() {}

  /** Returns the simple name of a value's type, as error messages have it. */
  static String name(Value value) {
    return switch (value) {
      case Value.Str _ -> "str";
      case Value.Bytes _ -> "bytes";
      case Value.Int _ -> "int";
      case Value.Float _ -> "float";
      case Value.Bool _ -> "bool";
      case Value.None _ -> "NoneType";
      case Value.Ellipsis _ -> "ellipsis";
      case Value.ListOf _ -> "list";
      case Value.TupleOf _ -> "tuple";
      case Value.SetOf(SetItems items) when items.frozen() -> "frozenset";
      case Value.SetOf _ -> "set";
      case Value.DictOf _ -> "dict";
      case Value.EnumMember member -> member.type().name();
      case Value.Instance instance -> instance.type().name();
      case FunctionValue _ -> "function";
      case ClassValue _ -> "type";
      case ModuleValue _ -> "module";
      case Value.Call call when call.callee() instanceof ClassValue type -> type.name();
      case Value.Call _,
          Value.Symbol _,
          Value.Attribute _,
          Value.Item _,
          Value.Operation _,
          Value.Unknown _ ->
          "object";
    };
  }

  /** Returns the dotted name of a plain value's type; empty text when it is no plain value. */
  static String symbol(Value value) {
    return switch (value) {
      case Value.Str _,
          Value.Bytes _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.ListOf _,
          Value.TupleOf _,
          Value.SetOf _,
          Value.DictOf _ ->
          "builtins." + name(value);
      case Value.None _ -> "types.NoneType";
      case Value.Ellipsis _ -> "types.EllipsisType";
      case FunctionValue _ -> "types.FunctionType";
      case ModuleValue _ -> "types.ModuleType";
      case Value.EnumMember _,
          Value.Instance _,
          ClassValue _,
          Value.Call _,
          Value.Symbol _,
          Value.Attribute _,
          Value.Item _,
          Value.Operation _,
          Value.Unknown _ ->
          "";
    };
  }

  /** Returns how a value is named in a reason. */
  static String describe(Value value) {
    return switch (value) {
      case Value.Symbol(String name) -> name;
      case Value.Call(Value callee, _, _, _) -> describe(callee) + "(…)";
      case Value.Attribute(Value of, String name) -> describe(of) + "." + name;
      case Value.Item(Value of, _) -> describe(of) + "[…]";
      case ClassValue type -> type.qualifiedName();
      case FunctionValue function -> function.name();
      case ModuleValue module -> module.name();
      case Value.EnumMember member -> member.type().name() + "." + member.name();
      case Value.Instance instance -> "an object of " + instance.type().qualifiedName();
      case Value.Operation _ -> "an expression";
      case Value.Unknown _ -> "something unknown";
      case Value.Str _,
          Value.Bytes _,
          Value.Int _,
          Value.Float _,
          Value.Bool _,
          Value.None _,
          Value.Ellipsis _,
          Value.ListOf _,
          Value.TupleOf _,
          Value.SetOf _,
          Value.DictOf _ ->
          "a " + name(value);
    };
  }

  /** Tells whether both are one object. */
  @SuppressWarnings("ReferenceEquality") // The identity of the objects is the question.
  static boolean same(Value one, Value other) {
    return one == other;
  }

  /** Tells whether it is a value of Python's own types, known itself. */
  static boolean plain(Value value) {
    return !symbol(value).isEmpty() && !(value instanceof FunctionValue);
  }

  /** Tells whether the value is not interpreted, or not known. */
  static boolean symbolic(Value value) {
    return value instanceof Value.Symbol
        || value instanceof Value.Call
        || value instanceof Value.Attribute
        || value instanceof Value.Item
        || value instanceof Value.Operation;
  }
}
