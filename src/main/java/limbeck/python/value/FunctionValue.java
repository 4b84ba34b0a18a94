package limbeck.python.value;

import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression;
import limbeck.python.syntax.Parameters;
import limbeck.python.syntax.Statement;
import limbeck.text.Location;

/**
 * A function, lambda or method defined in source that was read. Identity makes two of them equal.
 * Called through the evaluator only.
 */
public final class FunctionValue implements Value {
  private final String name;
  private final String module;
  private final Parameters parameters;
  private final Body body;
  private final List<Value> decorators;
  private final Object scope;
  private final Optional<Value> receiver;
  private final Location location;

  /** What runs when it is called. */
  public sealed interface Body {
    /** The statements of a {@code def}. */
    record Statements(Statement.FunctionDef definition) implements Body {}

    /** The expression of a {@code lambda}. */
    record Lambda(Expression expression) implements Body {}
  }

  /**
   * Holds a function.
   *
   * @param name its name, {@code <lambda>} for a lambda
   * @param module the dotted name of its module
   * @param parameters its parameters
   * @param body what it runs
   * @param decorators those that were not interpreted away, outermost first
   * @param scope the evaluator's own record of enclosing names
   * @param receiver the object or class it is bound to
   * @param location where
   */
  public FunctionValue(
      String name,
      String module,
      Parameters parameters,
      Body body,
      List<Value> decorators,
      Object scope,
      Optional<Value> receiver,
      Location location) {
    this.name = name;
    this.module = module;
    this.parameters = parameters;
    this.body = body;
    this.decorators = decorators;
    this.scope = scope;
    this.receiver = receiver;
    this.location = location;
  }

  /** Returns the same function bound to an object or class. */
  public FunctionValue boundTo(Value object) {
    return new FunctionValue(
        name, module, parameters, body, decorators, scope, Optional.of(object), location);
  }

  /** Returns its name. */
  public String name() {
    return name;
  }

  /** Returns the dotted name of its module. */
  public String module() {
    return module;
  }

  /** Returns its parameters. */
  public Parameters parameters() {
    return parameters;
  }

  /** Returns what it runs. */
  public Body body() {
    return body;
  }

  /** Returns the decorators that were not interpreted away, outermost first. */
  public List<Value> decorators() {
    return decorators;
  }

  /** Returns the evaluator's own record of enclosing names. */
  public Object scope() {
    return scope;
  }

  /** Returns the object or class it is bound to. */
  public Optional<Value> receiver() {
    return receiver;
  }

  /** Returns where it is defined. */
  public Location location() {
    return location;
  }

  @Override
  public String toString() {
    return "function " + module + "." + name;
  }
}
