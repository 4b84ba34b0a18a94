package limbeck.python.evaluate;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Value;

/** {@code isinstance} and {@code issubclass}. */
final class TypeTests {
  /** The types of {@code collections.abc} and {@code typing} that Python's own types implement. */
  private static final Map<String, Set<String>> ABSTRACT =
      Map.ofEntries(
          Map.entry(
              "Iterable", Set.of("str", "bytes", "list", "tuple", "set", "frozenset", "dict")),
          Map.entry(
              "Collection", Set.of("str", "bytes", "list", "tuple", "set", "frozenset", "dict")),
          Map.entry(
              "Container", Set.of("str", "bytes", "list", "tuple", "set", "frozenset", "dict")),
          Map.entry("Sized", Set.of("str", "bytes", "list", "tuple", "set", "frozenset", "dict")),
          Map.entry("Sequence", Set.of("str", "bytes", "list", "tuple")),
          Map.entry("MutableSequence", Set.of("list")),
          Map.entry("Mapping", Set.of("dict")),
          Map.entry("MutableMapping", Set.of("dict")),
          Map.entry("Set", Set.of("set", "frozenset")),
          Map.entry("MutableSet", Set.of("set")),
          Map.entry("Callable", Set.of("function", "type")),
          Map.entry(
              "Hashable", Set.of("str", "bytes", "int", "float", "bool", "tuple", "frozenset")),
          Map.entry("List", Set.of("list")),
          Map.entry("Dict", Set.of("dict")),
          Map.entry("Tuple", Set.of("tuple")),
          Map.entry("Number", Set.of("int", "float", "bool")),
          Map.entry("Integral", Set.of("int", "bool")),
          Map.entry("Real", Set.of("int", "float", "bool")),
          Map.entry("NoneType", Set.of("NoneType")),
          Map.entry("FunctionType", Set.of("function")),
          Map.entry("ModuleType", Set.of("module")));

  private TypeTests() {}

  /** Returns whether a value is of a single type. */
  static Optional<Boolean> instance(Machine machine, Value value, Value type) {
    return switch (value) {
      case Value.EnumMember member -> subclass(machine, member.type(), type);
      case Value.Instance instance -> subclass(machine, instance.type(), type);
      case Value.Call(ClassValue made, _, _, _) -> subclass(machine, made, type);
      case Value.Call(Value.Symbol(String made), _, _, _) -> made(value, made, type);
      case ClassValue made -> ofClass(machine, made, type);
      case Value.Symbol(String name) -> ofSymbol(name, type);
      case Value.Attribute _, Value.Item _, Value.Operation _, Value.Call _, Value.Unknown _ ->
          Optional.empty();
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
          Value.DictOf _,
          FunctionValue _,
          limbeck.python.value.ModuleValue _ ->
          plain(Types.name(value), type);
    };
  }

  private static Optional<Boolean> plain(String made, Value type) {
    return switch (type) {
      case Value.None _ -> Optional.of(made.equals("NoneType"));
      case Value.Symbol(String wanted) -> plain(made, wanted);
      case ClassValue _ -> Optional.of(false);
      case Value.Item(Value of, _) -> plain(made, of);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> plain(String made, String wanted) {
    String simple = wanted.substring(wanted.lastIndexOf('.') + 1);
    if (wanted.startsWith("builtins.")) {
      return Optional.of(
          simple.equals(made)
              || simple.equals("object")
              || (simple.equals("int") && made.equals("bool")));
    }
    boolean known =
        wanted.startsWith("collections.")
            || wanted.startsWith("typing.")
            || wanted.startsWith("numbers.")
            || wanted.startsWith("types.");
    Set<String> implementing = ABSTRACT.get(simple);
    if (known && implementing != null) {
      return Optional.of(implementing.contains(made));
    }
    return Optional.of(false);
  }

  private static Optional<Boolean> made(Value value, String made, Value type) {
    if (!(type instanceof Value.Symbol(String wanted))) {
      return type instanceof ClassValue ? Optional.of(false) : Optional.empty();
    }
    if (made.equals(wanted)) {
      return Optional.of(true);
    }
    if (ExceptionTypes.isException(made) && ExceptionTypes.isException(wanted)) {
      return Optional.of(ExceptionTypes.isSubclass(made, wanted));
    }
    boolean plain = wanted.startsWith("builtins.") && !ExceptionTypes.isException(wanted);
    boolean library = !made.startsWith("builtins.") && value instanceof Value.Call;
    boolean named = Character.isUpperCase(made.charAt(made.lastIndexOf('.') + 1));
    return plain && library && named && !wanted.equals("builtins.object")
        ? Optional.of(false)
        : Optional.empty();
  }

  private static Optional<Boolean> ofClass(Machine machine, ClassValue made, Value type) {
    return switch (type) {
      case Value.Symbol(String wanted)
          when wanted.equals("builtins.type") || wanted.equals("builtins.object") ->
          Optional.of(true);
      case Value.Symbol(String wanted)
          when wanted.equals("enum.EnumMeta") || wanted.equals("enum.EnumType") ->
          Optional.of(machine.enums().isEnum(made));
      case Value.Symbol(String wanted) when wanted.startsWith("builtins.") -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> ofSymbol(String name, Value type) {
    boolean builtin = name.startsWith("builtins.");
    if (builtin && type instanceof Value.Symbol(String wanted)) {
      return wanted.startsWith("builtins.")
          ? Optional.of(wanted.equals("builtins.type") || wanted.equals("builtins.object"))
          : Optional.empty();
    }
    return Optional.empty();
  }

  /** Returns whether a class derives from another; empty when a library decides. */
  static Optional<Boolean> subclass(Machine machine, Value made, Value type) {
    if (made.equals(type)) {
      return Optional.of(true);
    }
    if (type instanceof Value.TupleOf(var types)) {
      Optional<Boolean> result = Optional.of(false);
      for (Value each : types) {
        Optional<Boolean> one = subclass(machine, made, each);
        if (one.orElse(false)) {
          return one;
        }
        result = one.isEmpty() ? one : result;
      }
      return result;
    }
    return switch (made) {
      case ClassValue derived -> derived(machine, derived, type);
      case Value.Symbol(String name) when type instanceof Value.Symbol(String wanted) ->
          symbols(name, wanted);
      case Value.Symbol(String name) when name.startsWith("builtins.") ->
          type instanceof ClassValue ? Optional.of(false) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> derived(Machine machine, ClassValue derived, Value type) {
    boolean certain = true;
    for (Value ancestor : machine.resolution().order(derived)) {
      if (ancestor.equals(type)) {
        return Optional.of(true);
      }
      if (ancestor instanceof Value.Symbol(String name)) {
        if (type instanceof Value.Symbol(String wanted)) {
          Optional<Boolean> one = symbols(name, wanted);
          if (one.orElse(false)) {
            return one;
          }
          certain &= one.isPresent();
        }
      } else if (!(ancestor instanceof ClassValue)) {
        certain &= type instanceof ClassValue;
      }
    }
    if (type instanceof Value.Symbol(String wanted) && wanted.equals("builtins.object")) {
      return Optional.of(true);
    }
    return certain ? Optional.of(false) : Optional.empty();
  }

  private static Optional<Boolean> symbols(String name, String wanted) {
    if (name.equals(wanted) || wanted.equals("builtins.object")) {
      return Optional.of(true);
    }
    if (ExceptionTypes.isException(name) && ExceptionTypes.isException(wanted)) {
      return Optional.of(ExceptionTypes.isSubclass(name, wanted));
    }
    if (name.equals("builtins.bool") && wanted.equals("builtins.int")) {
      return Optional.of(true);
    }
    Optional<Boolean> enums = EnumClasses.derives(name, wanted);
    if (enums.isPresent()) {
      return enums;
    }
    return name.startsWith("builtins.") || EnumClasses.isEnum(name) || name.startsWith("typing.")
        ? Optional.of(false)
        : Optional.empty();
  }
}
