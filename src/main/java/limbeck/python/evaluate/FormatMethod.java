package limbeck.python.evaluate;

import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code str.format}. */
final class FormatMethod {
  private static final int NESTING = 2;

  private final Arguments arguments;
  private final Optional<Value> mapping;
  private int automatic;

  private FormatMethod(Arguments arguments, Optional<Value> mapping) {
    this.arguments = arguments;
    this.mapping = mapping;
  }

  /** Returns the template with its fields filled from arguments. */
  static String apply(String template, Arguments arguments) {
    return new FormatMethod(arguments, Optional.empty()).fill(template, 0);
  }

  /** Returns the template with its fields filled from a mapping. */
  static String fromMapping(String template, Value mapping, Arguments arguments) {
    return new FormatMethod(arguments, Optional.of(mapping)).fill(template, 0);
  }

  private String fill(String template, int nesting) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char c = template.charAt(at);
      boolean doubled = at + 1 < template.length() && template.charAt(at + 1) == c;
      if (c == '{' && !doubled) {
        int end = closing(template, at);
        result.append(field(template.substring(at + 1, end), nesting));
        Budget.size(result.length());
        at = end + 1;
      } else if (c == '}' && !doubled) {
        throw error("Single '}' encountered in format string");
      } else {
        result.append(c);
        at += c == '{' || c == '}' ? 2 : 1;
      }
    }
    return result.toString();
  }

  private int closing(String template, int open) {
    int depth = 0;
    for (int i = open; i < template.length(); i++) {
      char c = template.charAt(i);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    throw error("expected '}' before end of string");
  }

  private String field(String field, int nesting) {
    if (nesting >= NESTING) {
      throw error("Max string recursion exceeded");
    }
    int colon = field.indexOf(':');
    String head = colon < 0 ? field : field.substring(0, colon);
    String spec = colon < 0 ? "" : fill(field.substring(colon + 1), nesting + 1);
    int bang = head.indexOf('!');
    String conversion = bang < 0 ? "" : head.substring(bang + 1);
    Value value = value(bang < 0 ? head : head.substring(0, bang));
    Machine machine = arguments.machine();
    Location at = arguments.at();
    Value converted =
        switch (conversion) {
          case "" -> value;
          case "s" -> new Value.Str(machine.text().str(value, at));
          case "r", "a" -> new Value.Str(machine.text().repr(value, at));
          default -> throw error("Unknown conversion specifier");
        };
    return Formatting.format(machine, converted, spec, at);
  }

  private Value value(String path) {
    int end = 0;
    while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
      end++;
    }
    Value value = first(path.substring(0, end));
    while (end < path.length()) {
      int next = end + 1;
      if (path.charAt(end) == '[') {
        int close = path.indexOf(']', end);
        if (close < 0) {
          throw error("Missing ']' in format string");
        }
        String key = path.substring(next, close);
        Value item =
            key.matches("\\d{1,9}") ? Value.Int.of(Long.parseLong(key)) : new Value.Str(key);
        value = arguments.machine().subscripts().get(value, item, arguments.at());
        end = close + 1;
      } else {
        while (next < path.length() && path.charAt(next) != '.' && path.charAt(next) != '[') {
          next++;
        }
        String name = path.substring(Math.min(end + 1, next), next);
        value = arguments.machine().attributes().get(value, name, arguments.at());
        end = next;
      }
    }
    return value;
  }

  private Value first(String name) {
    if (name.isEmpty() || name.matches("\\d{1,9}")) {
      int index = name.isEmpty() ? automatic++ : Integer.parseInt(name);
      if (mapping.isPresent()) {
        throw error("Format string contains positional fields");
      }
      return arguments
          .optional(index)
          .orElseThrow(
              () ->
                  arguments
                      .open()
                      .map(NotFoldable::because)
                      .<RuntimeException>map(e -> e)
                      .orElseGet(
                          () ->
                              PythonError.of(
                                  "IndexError",
                                  "Replacement index "
                                      + index
                                      + " out of range for positional args tuple",
                                  arguments.at())));
    }
    if (mapping.isPresent()) {
      return arguments
          .machine()
          .subscripts()
          .get(mapping.get(), new Value.Str(name), arguments.at());
    }
    Value found = arguments.keywords().get(name);
    if (found != null) {
      return found;
    }
    throw arguments
        .open()
        .<RuntimeException>map(NotFoldable::because)
        .orElseGet(() -> PythonError.of("KeyError", "'" + name + "'", arguments.at()));
  }

  private PythonError error(String message) {
    return PythonError.of("ValueError", message, arguments.at());
  }
}
