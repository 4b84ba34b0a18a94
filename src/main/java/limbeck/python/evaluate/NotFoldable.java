package limbeck.python.evaluate;

import java.util.Optional;
import limbeck.python.value.Value;

/** The arguments of an operation are not known well enough to compute its result. */
final class NotFoldable extends RuntimeException {
  private final transient Optional<Value.Unknown> cause;

  private NotFoldable(Optional<Value.Unknown> cause) {
    super("not foldable", null, false, false);
    this.cause = cause;
  }

  /** Says that a value is symbolic, or of a type that is not understood here. */
  static NotFoldable symbolic() {
    return new NotFoldable(Optional.empty());
  }

  /** Says which value kept the result from being known. */
  static NotFoldable because(Value.Unknown cause) {
    return new NotFoldable(Optional.of(cause));
  }

  /** Says which value kept the result from being known, when it is unknown itself. */
  static NotFoldable because(Value value) {
    return value instanceof Value.Unknown unknown ? because(unknown) : symbolic();
  }

  /** Returns the value that kept the result from being known. */
  Optional<Value.Unknown> unknown() {
    return cause;
  }
}
