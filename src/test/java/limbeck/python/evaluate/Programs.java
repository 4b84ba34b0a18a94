package limbeck.python.evaluate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.ModuleValue;
import limbeck.python.value.Value;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** Programs of one module, and what their names hold. */
final class Programs {
  private Programs() {}

  /** Evaluates a text as the module {@code case}. */
  static Program of(String source) {
    return of(source, Host.SILENT);
  }

  /** Evaluates a text as the module {@code case}, seen by a host. */
  static Program of(String source, Host host) {
    return of(source, new MemoryModules(), host);
  }

  /** Evaluates a text as the module {@code case}, which imports others. */
  static Program of(String source, MemoryModules modules, Host host) {
    Evaluator evaluator = new Evaluator(modules, host);
    SourceFile file = new SourceFile("case.py", source);
    return new Program(evaluator, evaluator.evaluate("case", file, false));
  }

  /**
   * A program and its module.
   *
   * @param evaluator the program
   * @param module the module that was evaluated
   */
  record Program(PythonProgram evaluator, ModuleValue module) {
    private Location here() {
      return module.file().at(new Span(0, 0));
    }

    /** Returns what a name holds. */
    Value value(String name) {
      Value value = module.names().get(name);
      return value == null ? new Value.Unknown("there is no name " + name, here()) : value;
    }

    /** Returns the value of the annotation of a member of a class. */
    Value annotation(String type, String member) {
      if (!(value(type) instanceof ClassValue found)) {
        return value(type);
      }
      ClassValue.Member named = found.members().get(member);
      return named == null || named.annotation().isEmpty()
          ? new Value.Unknown("there is no annotation of " + member, here())
          : evaluator.annotation(found, named.annotation().get());
    }

    /** Returns the text of a value as Python writes it, or why it is not known. */
    String shown(String name) {
      return shown(value(name));
    }

    /** Returns the text of a value as Python writes it, or why it is not known. */
    String shown(Value value) {
      if (value instanceof Value.Unknown unknown) {
        return "unknown: " + unknown.reason();
      }
      Value text =
          evaluator.call(
              new Value.Symbol("builtins.repr"), List.of(value), Map.of(), here(), Host.SILENT);
      return switch (text) {
        case Value.Str(String known) -> known;
        case Value.Unknown unknown -> "unknown: " + unknown.reason();
        default -> "symbolic: " + value;
      };
    }

    /** Returns the names that hold data, with the text of their values. */
    Map<String, String> data() {
      Map<String, String> data = new LinkedHashMap<>();
      module
          .names()
          .forEach(
              (name, value) -> {
                if (isData(value) && !name.startsWith("_")) {
                  data.put(name, shown(value));
                }
              });
      return data;
    }

    private static boolean isData(Value value) {
      boolean code = value instanceof ModuleValue || value instanceof FunctionValue;
      return (Types.plain(value) && !code)
          || value instanceof Value.EnumMember
          || value instanceof Value.Unknown;
    }
  }
}
