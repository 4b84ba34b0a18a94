package limbeck.read.type;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.schema.DialectName;
import limbeck.text.Location;

/** Stands for the dialect while {@code load_dialect_impl} is evaluated. */
final class DialectHost implements Host {
  private final DialectName name;
  private final Value stored;
  private final Value dialect;

  /**
   * Makes a host.
   *
   * @param stored the type that {@code impl} stands for
   */
  DialectHost(DialectName name, Value stored, Location at) {
    this.name = name;
    this.stored = stored;
    this.dialect =
        new Value.Call(new Value.Symbol("sqlalchemy.engine.Dialect"), List.of(), Map.of(), at);
  }

  /** Returns the value to hand in as the dialect. */
  Value dialect() {
    return dialect;
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value _, String method)) {
      if (method.equals("type_descriptor") && call.arguments().size() == 1) {
        return Optional.of(call.arguments().getFirst());
      }
      if (method.equals("load_dialect_impl")) {
        return Optional.of(stored);
      }
    }
    return Optional.empty();
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (attribute.of().equals(dialect)) {
      return attribute.name().equals("name")
          ? Optional.of(new Value.Str(name.sqlalchemyName()))
          : Optional.empty();
    }
    return attribute.name().equals("impl") || attribute.name().equals("impl_instance")
        ? Optional.of(stored)
        : Optional.empty();
  }
}
