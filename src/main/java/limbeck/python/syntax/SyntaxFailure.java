package limbeck.python.syntax;

/** The tokens at hand fit no rule; caught where a statement begins, never leaves the parser. */
final class SyntaxFailure extends RuntimeException {
  private final String what;
  private final int start;
  private final int end;

  SyntaxFailure(String what, int start, int end) {
    super(what, null, false, false);
    this.what = what;
    this.start = start;
    this.end = end;
  }

  String what() {
    return what;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }
}
