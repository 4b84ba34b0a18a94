package limbeck.python.evaluate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;

/** The functions of Python and its standard library that are computed. */
final class Natives {
  private static final String BUILTINS = "builtins.";

  private final Map<String, Native> functions = new HashMap<>();

  Natives() {
    BuiltinFunctions.register(functions);
    BuiltinTypes.register(functions);
    ObjectFunctions.register(functions);
    NumberFunctions.register(functions);
    IteratorFunctions.register(functions);
    CollectionFunctions.register(functions);
    TextFunctions.register(functions);
    RegularExpressions.register(functions);
    PathFunctions.register(functions);
    Environment.register(functions);
    JsonText.register(functions);
    Hashing.register(functions);
  }

  /** Returns the function of that dotted name. */
  Optional<Native> find(String name) {
    Native known = functions.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    return name.startsWith(BUILTINS) ? unbound(name) : Optional.empty();
  }

  /** Returns a method reached through its type, such as {@code str.lower}. */
  private static Optional<Native> unbound(String name) {
    int dot = name.lastIndexOf('.');
    if (dot < BUILTINS.length()) {
      return Optional.empty();
    }
    String type = name.substring(BUILTINS.length(), dot);
    String method = name.substring(dot + 1);
    if (type.equals("object") || method.equals("__new__")) {
      return Optional.of(arguments -> arguments.machine().instances().object(method, arguments));
    }
    return Optional.of(
        arguments -> {
          Value of = arguments.get(0);
          Machine machine = arguments.machine();
          Value receiver =
              machine
                  .methods()
                  .receiver(machine, of, method)
                  .orElseThrow(() -> NotFoldable.because(of));
          return machine.methods().call(receiver, method, arguments.from(1));
        });
  }
}
