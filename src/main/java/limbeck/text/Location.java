package limbeck.text;

/**
 * A span of a named file.
 *
 * @param file where
 * @param span which part of it
 */
public record Location(SourceFile file, Span span) {
  /** Returns the 1-based line on which the span begins. */
  public int line() {
    return file.line(span.start());
  }

  /** Returns the 1-based column at which the span begins, in UTF-16 units. */
  public int column() {
    return file.column(span.start());
  }

  /** Returns {@code path:line:column}, the form editors and terminals turn into a link. */
  @Override
  public String toString() {
    return file.path() + ":" + line() + ":" + column();
  }
}
