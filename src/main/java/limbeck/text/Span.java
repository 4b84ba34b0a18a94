package limbeck.text;

/**
 * A half-open range of a text, in UTF-16 code units from its beginning.
 *
 * @param start the first unit inside
 * @param end the first unit after it
 */
public record Span(int start, int end) {
  /** Rejects a range that runs backwards. */
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("span " + start + ".." + end);
    }
  }

  /** Returns the smallest span that covers both. */
  public Span to(Span other) {
    return new Span(Math.min(start, other.start), Math.max(end, other.end));
  }

  /** Returns the number of UTF-16 units inside. */
  public int length() {
    return end - start;
  }
}
