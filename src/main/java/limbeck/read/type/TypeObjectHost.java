package limbeck.read.type;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.read.value.LibraryNames;
import limbeck.schema.DialectName;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/**
 * Stands around the methods of a project's type class: keeps what {@code __init__} sets on the
 * object, sees what reaches the library's {@code __init__}, and plays the dialect.
 */
final class TypeObjectHost implements Host {
  private final Map<String, Value> fields = new LinkedHashMap<>();
  private final Value self;
  private final Value dialect;
  private final DialectName name;
  private Value.@Nullable Call initialisation;
  private @Nullable Value stored;

  /**
   * Makes a host for one object.
   *
   * @param self the object
   */
  TypeObjectHost(Value self, DialectName name, Location at) {
    this.self = self;
    this.name = name;
    this.dialect =
        new Value.Call(new Value.Symbol("sqlalchemy.engine.Dialect"), List.of(), Map.of(), at);
  }

  /** Returns the value to hand in as the dialect. */
  Value dialect() {
    return dialect;
  }

  /** Returns the call of {@code super().__init__}, when there was one. */
  Optional<Value.Call> initialisation() {
    return Optional.ofNullable(initialisation);
  }

  /** Sets the type that {@code impl} stands for. */
  void store(Value type) {
    stored = type;
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (!(call.callee() instanceof Value.Attribute(Value of, String method))) {
      return Optional.empty();
    }
    return switch (method) {
      case "__init__" -> {
        initialisation = call;
        yield Optional.of(Value.NONE);
      }
      case "type_descriptor" ->
          of.equals(dialect) && call.arguments().size() == 1
              ? Optional.of(call.arguments().getFirst())
              : Optional.empty();
      case "load_dialect_impl" -> Optional.ofNullable(stored);
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (attribute.of().equals(dialect)) {
      return attribute.name().equals("name")
          ? Optional.of(new Value.Str(name.sqlalchemyName()))
          : Optional.empty();
    }
    if (!attribute.of().equals(self)) {
      return Optional.empty();
    }
    boolean type = attribute.name().equals("impl") || attribute.name().equals("impl_instance");
    return Optional.ofNullable(fields.get(attribute.name()))
        .or(() -> type ? Optional.ofNullable(stored) : Optional.empty());
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    return LibraryNames.isObject(value) ? Optional.of(true) : Optional.empty();
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    if (target instanceof Value.Attribute(Value of, String field) && of.equals(self)) {
      fields.put(field, value);
    }
  }
}
