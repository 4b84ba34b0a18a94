package limbeck.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.schema.DialectName;
import limbeck.text.Location;

/**
 * Functions of the project that write types and other constructs of SQL in the library's place:
 * {@code @compiles(Type, "sqlite")}.
 */
public final class ConstructWriters {
  private final List<Writer> writers = new ArrayList<>();

  /** A function, for some databases; for none stands for all others. */
  private record Writer(Value construct, Set<String> databases, FunctionValue function) {}

  /**
   * Adds a function.
   *
   * @param construct the class it writes, or the name of a library's class
   * @param databases for which; none stands for all others
   */
  public void add(Value construct, Set<String> databases, FunctionValue function) {
    writers.add(new Writer(construct, Set.copyOf(databases), function));
  }

  /** Returns the function that writes a class, or one it derives from. */
  public Optional<FunctionValue> of(ClassValue type, PythonProgram program, DialectName dialect) {
    return program.resolutionOrder(type).stream()
        .filter(ClassValue.class::isInstance)
        .flatMap(it -> find(it, dialect).stream())
        .findFirst();
  }

  /** Returns the function that writes one construct. */
  public Optional<FunctionValue> find(Value construct, DialectName dialect) {
    String database = dialect.sqlalchemyName();
    for (boolean stated : new boolean[] {true, false}) {
      for (Writer writer : writers.reversed()) {
        boolean fits =
            stated ? writer.databases().contains(database) : writer.databases().isEmpty();
        if (fits && writer.construct().equals(construct)) {
          return Optional.of(writer.function());
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what a function writes for an element. */
  public static Value write(
      FunctionValue function, Value element, ReadContext context, Location at, Host host) {
    CompilerHost compiler = new CompilerHost(element, context.options().dialect(), at, host);
    List<Value> arguments = List.of(element, compiler.compiler());
    return context.program().call(function, arguments, Map.of(), at, compiler);
  }
}
