package limbeck.read.expression;

import limbeck.text.Location;

/** Leaves a compilation from any depth; caught where the compilation began. */
final class NotCompiled extends RuntimeException {
  private final transient Location at;

  NotCompiled(String reason, Location at) {
    super(reason, null, false, false);
    this.at = at;
  }

  Location at() {
    return at;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
