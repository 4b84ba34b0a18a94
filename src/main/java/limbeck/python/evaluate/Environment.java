package limbeck.python.evaluate;

import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** What a program asks its environment, which is not known. */
final class Environment {
  private Environment() {}

  static void register(Map<String, Native> functions) {
    functions.put("os.getenv", Environment::variable);
    functions.put("os.environ.get", Environment::variable);
    functions.put("os.environ.setdefault", Environment::variable);
    functions.put(
        "os.getcwd", arguments -> new Value.Unknown("the working directory", arguments.at()));
  }

  private static Value variable(Arguments arguments) {
    Optional<Value> standard =
        arguments.optional(1, "default").filter(value -> !(value instanceof Value.None));
    return variable(arguments.machine(), arguments.get(0), standard, arguments.at());
  }

  /** Returns the unknown that stands for an environment variable. */
  static Value variable(Machine machine, Value name, Optional<Value> standard, Location at) {
    String shown = machine.text().known(name).orElse("?");
    String note =
        standard
            .filter(Types::plain)
            .map(value -> " (default " + machine.text().repr(value, at) + ")")
            .orElse("");
    return new Value.Unknown("environment variable " + shown + note, at);
  }
}
