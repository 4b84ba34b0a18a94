package limbeck.read.sql;

/** Leaves the reading of a statement from any depth; caught where it began. */
final class NotUnderstood extends RuntimeException {
  NotUnderstood(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
