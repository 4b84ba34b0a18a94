package limbeck.read.table;

import limbeck.python.value.Value;

/** A value the application fills in: {@code default=}, {@code default_factory=}. */
public sealed interface PythonDefault {
  /**
   * A constant.
   *
   * @param value as written
   */
  record Constant(Value value) implements PythonDefault {}

  /**
   * A function that is called for each row.
   *
   * @param name as the source names it, such as {@code uuid.uuid4} or {@code <lambda>}
   * @param value the function
   */
  record Callable(String name, Value value) implements PythonDefault {}

  /**
   * An SQL expression sent with the INSERT.
   *
   * @param value as written
   */
  record SqlExpression(Value value) implements PythonDefault {}

  /**
   * There is one, but it could not be read.
   *
   * @param reason why, for the user
   */
  record Unknown(String reason) implements PythonDefault {}
}
