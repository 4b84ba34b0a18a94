package limbeck.python.evaluate;

import java.util.Map;
import java.util.Optional;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;

/** What a function remembers of the place where it was defined. */
final class Closure {
  private final Scope scope;
  private final Map<String, Value> defaults;
  private final Optional<ClassCell> cell;
  private final boolean generator;
  private final Names attributes;

  /** The class in whose body a function stands; known once the body has ended. */
  static final class ClassCell {
    private Optional<ClassValue> type = Optional.empty();

    Optional<ClassValue> type() {
      return type;
    }

    void set(ClassValue made) {
      type = Optional.of(made);
    }
  }

  Closure(
      Scope scope,
      Map<String, Value> defaults,
      Optional<ClassCell> cell,
      boolean generator,
      Names attributes) {
    this.scope = scope;
    this.defaults = defaults;
    this.cell = cell;
    this.generator = generator;
    this.attributes = attributes;
  }

  /** Returns the enclosing names. */
  Scope scope() {
    return scope;
  }

  /** Returns the values of the defaults, by parameter. */
  Map<String, Value> defaults() {
    return defaults;
  }

  /** Returns the class for {@code super()}. */
  Optional<ClassCell> cell() {
    return cell;
  }

  /** Tells whether it yields. */
  boolean generator() {
    return generator;
  }

  /** Returns the attributes assigned to the function. */
  Names attributes() {
    return attributes;
  }
}
