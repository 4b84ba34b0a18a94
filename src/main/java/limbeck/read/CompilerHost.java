package limbeck.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Host;
import limbeck.python.value.Value;
import limbeck.schema.DialectName;
import limbeck.text.Location;

/**
 * Stands around a function that writes a construct: it plays SQLAlchemy's compiler as far as such
 * functions usually ask it, and shows the arguments of a library's type as attributes.
 */
final class CompilerHost implements Host {
  /** Types whose name alone is what {@code compiler.visit_…} writes. */
  private static final Set<String> PLAIN =
      Set.of(
          "BIGINT",
          "BLOB",
          "BOOLEAN",
          "DATE",
          "DATETIME",
          "FLOAT",
          "INTEGER",
          "JSON",
          "REAL",
          "SMALLINT",
          "TEXT",
          "TIME",
          "TIMESTAMP");

  private static final Map<String, Integer> POSITIONS =
      Map.of("length", 0, "precision", 0, "timezone", 0, "collation", 1, "scale", 1);

  private final Value element;
  private final Value compiler;
  private final DialectName dialect;
  private final Host next;

  /**
   * Makes a host for one element.
   *
   * @param next answers what this one does not
   */
  CompilerHost(Value element, DialectName dialect, Location at, Host next) {
    this.element = element;
    this.dialect = dialect;
    this.next = next;
    this.compiler =
        new Value.Call(new Value.Symbol("sqlalchemy.engine.Compiler"), List.of(), Map.of(), at);
  }

  /** Returns the value to hand in as the compiler. */
  Value compiler() {
    return compiler;
  }

  @Override
  public Optional<Value> call(Value.Call call) {
    if (call.callee() instanceof Value.Attribute(Value of, String method)
        && of.equals(compiler)
        && method.startsWith("visit_")) {
      String name = method.substring("visit_".length()).toUpperCase(Locale.ROOT);
      return PLAIN.contains(name) ? Optional.of(new Value.Str(name)) : Optional.empty();
    }
    return next.call(call);
  }

  @Override
  public Optional<Value> attribute(Value.Attribute attribute) {
    if (attribute.name().equals("name")
        && attribute.of() instanceof Value.Attribute(Value of, String dialectOf)
        && dialectOf.equals("dialect")
        && of.equals(compiler)) {
      return Optional.of(new Value.Str(dialect.sqlalchemyName()));
    }
    Integer position = POSITIONS.get(attribute.name());
    if (position != null && attribute.of().equals(element)) {
      Optional<Value> stated = argument(attribute.name(), position);
      if (stated.isPresent()) {
        return stated;
      }
    }
    return next.attribute(attribute);
  }

  private Optional<Value> argument(String name, int position) {
    return switch (element) {
      case Value.Symbol _ -> Optional.of(Value.NONE);
      case Value.Call call when call.callee() instanceof Value.Symbol ->
          Optional.of(
              call.keywords()
                  .getOrDefault(
                      name,
                      position < call.arguments().size()
                          ? call.arguments().get(position)
                          : Value.NONE));
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Boolean> truth(Value value) {
    return value.equals(compiler) || value.equals(element) ? Optional.of(true) : next.truth(value);
  }

  @Override
  public void assign(Value target, Value value, Location at) {
    next.assign(target, value, at);
  }
}
