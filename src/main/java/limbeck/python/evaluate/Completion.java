package limbeck.python.evaluate;

import limbeck.python.value.Value;

/** How a statement ends; an exception is a {@link PythonError}. */
sealed interface Completion {
  /** The next statement follows. */
  Completion NORMAL = new Normal();

  /** The loop ends. */
  Completion BREAK = new Break();

  /** The loop goes on with its next turn. */
  Completion CONTINUE = new Continue();

  /** The next statement follows. */
  record Normal() implements Completion {}

  /** The loop ends. */
  record Break() implements Completion {}

  /** The loop goes on with its next turn. */
  record Continue() implements Completion {}

  /** The function ends. */
  record Return(Value value) implements Completion {}
}
