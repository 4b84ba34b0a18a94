package limbeck.read.sql;

/**
 * The tokens at hand fit no form that is known; caught where a statement begins, never leaves the
 * package.
 */
final class NotUnderstood extends RuntimeException {
  NotUnderstood(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    String message = getMessage();
    return message == null ? "" : message;
  }
}
