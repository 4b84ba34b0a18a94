package limbeck.text;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A file's path and text, with line and column look-up.
 *
 * <p>Lines end at {@code \n}, {@code \r\n} or a lone {@code \r}, as in Python. Two source files are
 * equal when path and text are.
 */
public final class SourceFile {
  private final String path;

  /** Read when first asked for, where it comes from a supplier. */
  private @Nullable String text;

  private final @Nullable Supplier<String> unread;

  /** Computed when first asked for: of most files of a large project nobody asks. */
  private int @Nullable [] lineStarts;

  /**
   * Holds a text read from a path.
   *
   * @param path how the file is named to the user, with forward slashes
   * @param text its decoded content, without a byte order mark
   */
  public SourceFile(String path, String text) {
    this.path = path;
    this.text = text;
    this.unread = null;
  }

  /**
   * Names a file of which it is not known yet whether anybody wants its text.
   *
   * @param path how the file is named to the user, with forward slashes
   * @param unread reads its content; asked for it once, or once by each of several threads
   */
  public SourceFile(String path, Supplier<String> unread) {
    this.path = path;
    this.unread = unread;
  }

  /** Several threads may compute it at once; all come to the same. */
  private int[] lineStarts() {
    int[] known = lineStarts;
    if (known == null) {
      known = lineStarts(text());
      lineStarts = known;
    }
    return known;
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Returns how the file is named to the user. */
  public String path() {
    return path;
  }

  /** Returns the whole text. */
  public String text() {
    String known = text;
    if (known == null) {
      known = Objects.requireNonNull(unread).get();
      text = known;
    }
    return known;
  }

  /** Returns the text inside the span. */
  public String text(Span span) {
    return text().substring(span.start(), span.end());
  }

  /** Returns the 1-based line of an offset. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts(), offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** Returns the 1-based column of an offset, in UTF-16 units. */
  public int column(int offset) {
    return offset - lineStarts()[line(offset) - 1] + 1;
  }

  /** Returns the number of lines; a text that ends in a line break has an empty last line. */
  public int lineCount() {
    return lineStarts().length;
  }

  /** Returns the text of a 1-based line, without its line break. */
  public String lineText(int line) {
    String whole = text();
    int start = lineStarts()[line - 1];
    int end = line < lineStarts().length ? lineStarts()[line] : whole.length();
    while (end > start && (whole.charAt(end - 1) == '\n' || whole.charAt(end - 1) == '\r')) {
      end--;
    }
    return whole.substring(start, end);
  }

  /** Returns the offset at which a 1-based line begins. */
  public int lineStart(int line) {
    return lineStarts()[line - 1];
  }

  /** Returns a place in this file. */
  public Location at(Span span) {
    return new Location(this, span);
  }

  @Override
  public boolean equals(Object other) {
    if (other == this) {
      return true;
    }
    return other instanceof SourceFile that && path.equals(that.path) && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return path.hashCode();
  }

  @Override
  public String toString() {
    return path;
  }
}
