package limbeck.python.evaluate;

import java.util.List;
import java.util.Map;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** An exception of the evaluated program on its way to a handler. */
final class PythonError extends RuntimeException {
  private final transient Value exception;
  private final transient Location at;

  PythonError(Value exception, String message, Location at) {
    super(message, null, false, false);
    this.exception = exception;
    this.at = at;
  }

  /** Makes one of Python's own exceptions. */
  static PythonError of(String type, String message, Location at) {
    return of(type, new Value.Str(message), message, at);
  }

  /** Makes one of Python's own exceptions with an argument that is not its message. */
  static PythonError of(String type, Value argument, String message, Location at) {
    Value exception =
        new Value.Call(new Value.Symbol("builtins." + type), List.of(argument), Map.of(), at);
    return new PythonError(exception, type + ": " + message, at);
  }

  /** Returns the exception object. */
  Value exception() {
    return exception;
  }

  /** Returns where it was raised. */
  Location at() {
    return at;
  }

  /** Returns the type and message. */
  String message() {
    String message = getMessage();
    return message == null ? "an exception" : message;
  }

  /** Returns what a value is when nothing catches the exception. */
  Value.Unknown unknown() {
    return new Value.Unknown("raises " + message(), at);
  }
}
