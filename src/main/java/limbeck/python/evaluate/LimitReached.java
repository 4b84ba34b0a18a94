package limbeck.python.evaluate;

/** The program takes more steps, or nests deeper, than a static reading follows. */
final class LimitReached extends RuntimeException {
  LimitReached(String message) {
    super(message, null, false, false);
  }

  /** Returns which limit. */
  String message() {
    String message = getMessage();
    return message == null ? "a limit was reached" : message;
  }
}
