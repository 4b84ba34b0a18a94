package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** Which exceptions a handler catches. */
final class ExceptionTypes {
  /** Python's exceptions and their bases (Library Reference, "Exception hierarchy"). */
  private static final Map<String, String> BASES =
      Map.ofEntries(
          Map.entry("Exception", "BaseException"),
          Map.entry("SystemExit", "BaseException"),
          Map.entry("KeyboardInterrupt", "BaseException"),
          Map.entry("GeneratorExit", "BaseException"),
          Map.entry("ArithmeticError", "Exception"),
          Map.entry("ZeroDivisionError", "ArithmeticError"),
          Map.entry("OverflowError", "ArithmeticError"),
          Map.entry("AssertionError", "Exception"),
          Map.entry("AttributeError", "Exception"),
          Map.entry("ImportError", "Exception"),
          Map.entry("ModuleNotFoundError", "ImportError"),
          Map.entry("LookupError", "Exception"),
          Map.entry("IndexError", "LookupError"),
          Map.entry("KeyError", "LookupError"),
          Map.entry("NameError", "Exception"),
          Map.entry("UnboundLocalError", "NameError"),
          Map.entry("OSError", "Exception"),
          Map.entry("FileNotFoundError", "OSError"),
          Map.entry("FileExistsError", "OSError"),
          Map.entry("PermissionError", "OSError"),
          Map.entry("ConnectionError", "OSError"),
          Map.entry("TimeoutError", "OSError"),
          Map.entry("RuntimeError", "Exception"),
          Map.entry("NotImplementedError", "RuntimeError"),
          Map.entry("RecursionError", "RuntimeError"),
          Map.entry("StopIteration", "Exception"),
          Map.entry("SyntaxError", "Exception"),
          Map.entry("TypeError", "Exception"),
          Map.entry("ValueError", "Exception"),
          Map.entry("UnicodeError", "ValueError"),
          Map.entry("UnicodeDecodeError", "UnicodeError"),
          Map.entry("UnicodeEncodeError", "UnicodeError"),
          Map.entry("Warning", "Exception"),
          Map.entry("DeprecationWarning", "Warning"),
          Map.entry("UserWarning", "Warning"),
          Map.entry("RuntimeWarning", "Warning"));

  private static final Map<String, String> ALIASES =
      Map.of("IOError", "OSError", "EnvironmentError", "OSError");

  private ExceptionTypes() {}

  /** Tells whether a handler for a type, or a tuple of types, catches the exception. */
  static boolean matches(Machine machine, PythonError error, Value type) {
    return switch (type) {
      case Value.TupleOf(List<Value> types) ->
          types.stream().anyMatch(each -> matches(machine, error, each));
      case Value.Unknown _ -> true;
      default -> isInstance(machine, error.exception(), type);
    };
  }

  private static boolean isInstance(Machine machine, Value exception, Value type) {
    return switch (exception) {
      case Value.Call(Value.Symbol(String raised), _, _, _)
          when type instanceof Value.Symbol(String caught) ->
          isSubclass(raised, caught);
      case Value.Call(ClassValue raised, _, _, _) -> isSubclass(machine, raised, type);
      case Value.Instance(ClassValue raised, _) -> isSubclass(machine, raised, type);
      case Value.Unknown _ -> type instanceof Value.Symbol(String caught) && isRoot(caught);
      default -> false;
    };
  }

  private static boolean isSubclass(Machine machine, ClassValue raised, Value type) {
    for (Value ancestor : machine.resolution().order(raised)) {
      if (ancestor.equals(type)
          || (ancestor instanceof Value.Symbol(String base)
              && type instanceof Value.Symbol(String caught)
              && isSubclass(base, caught))) {
        return true;
      }
    }
    return type instanceof Value.Symbol(String caught) && isRoot(caught);
  }

  private static boolean isRoot(String caught) {
    return caught.equals("builtins.Exception") || caught.equals("builtins.BaseException");
  }

  /** Tells whether one exception class derives from another; libraries' derive from Exception. */
  static boolean isSubclass(String raised, String caught) {
    if (raised.equals(caught)) {
      return true;
    }
    Optional<String> builtin = builtin(raised);
    if (builtin.isEmpty()) {
      return isRoot(caught) || simpleName(raised).equals(simpleName(caught));
    }
    String wanted = builtin(caught).orElse("");
    String at = builtin.get();
    while (true) {
      if (at.equals(wanted)) {
        return true;
      }
      if (at.equals("BaseException")) {
        return false;
      }
      at = BASES.getOrDefault(at, "BaseException");
    }
  }

  /** Tells whether a symbol is one of Python's exceptions. */
  static boolean isException(String symbol) {
    return builtin(symbol).filter(ExceptionTypes::listed).isPresent();
  }

  private static boolean listed(String name) {
    return BASES.containsKey(name) || name.equals("BaseException") || name.endsWith("Error");
  }

  private static Optional<String> builtin(String symbol) {
    if (!symbol.startsWith("builtins.")) {
      return Optional.empty();
    }
    String name = symbol.substring("builtins.".length());
    return Optional.of(ALIASES.getOrDefault(name, name));
  }

  private static String simpleName(String symbol) {
    return symbol.substring(symbol.lastIndexOf('.') + 1);
  }

  /** Returns the type's name and the message of an exception, for the user. */
  static String describe(Machine machine, Value exception) {
    return switch (exception) {
      case Value.Call(Value.Symbol(String name), List<Value> arguments, _, _) ->
          simpleName(name) + message(machine, arguments);
      case Value.Call(ClassValue type, List<Value> arguments, _, _) ->
          type.name() + message(machine, arguments);
      case Value.Instance(ClassValue type, _) -> type.name();
      case Value.Unknown unknown -> "an exception (" + unknown.reason() + ")";
      default -> "an exception";
    };
  }

  private static String message(Machine machine, List<Value> arguments) {
    return arguments.isEmpty()
        ? ""
        : machine.text().known(arguments.getFirst()).map(text -> ": " + text).orElse("");
  }
}
