package limbeck.read.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.PythonProgram;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/** A project's own subclasses of {@code Column}: their objects are what reaches the library. */
final class ColumnClasses {
  private static final String COLUMN = "sqlalchemy.Column";

  private ColumnClasses() {}

  /** Returns whether a call makes an object of such a class. */
  static boolean isMade(Value value) {
    return value instanceof Value.Call call
        && call.callee() instanceof ClassValue type
        && extendsColumn(type);
  }

  private static boolean extendsColumn(ClassValue type) {
    return type.bases().stream()
        .anyMatch(
            it ->
                it instanceof ClassValue parent
                    ? extendsColumn(parent)
                    : LibraryNames.of(it).filter(COLUMN::equals).isPresent());
  }

  /** Returns the column such a call makes; unknown when its {@code __init__} does not say. */
  static Value column(Value.Call call, PythonProgram program) {
    if (!(call.callee() instanceof ClassValue type) || program.member(type, "__init__").isEmpty()) {
      return made(call, call);
    }
    Initialisation host = new Initialisation();
    Value self = new Value.Call(type, List.of(), Map.of(), call.at());
    Value method = program.attribute(self, "__init__", call.at());
    program.call(method, call.arguments(), call.keywords(), call.at(), host);
    return host.seen
        .<Value>map(it -> made(it, call))
        .orElseGet(() -> new Value.Unknown("the column that " + type.name() + " makes", call.at()));
  }

  private static Value made(Value.Call initialised, Value.Call call) {
    return new Value.Call(
        new Value.Symbol(COLUMN), initialised.arguments(), initialised.keywords(), call.at());
  }

  /** Sees what reaches the library's {@code __init__}. */
  private static final class Initialisation implements Host {
    private Optional<Value.Call> seen = Optional.empty();
    private int uncertain;

    @Override
    public Optional<Value> call(Value.Call call) {
      if (call.callee() instanceof Value.Attribute(Value _, String method)
          && method.equals("__init__")) {
        seen = uncertain == 0 ? Optional.of(call) : Optional.empty();
        return Optional.of(Value.NONE);
      }
      return Optional.empty();
    }

    @Override
    public void beginUncertain(String reason, Location at) {
      uncertain++;
    }

    @Override
    public void endUncertain() {
      uncertain--;
    }
  }
}
