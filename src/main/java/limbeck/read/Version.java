package limbeck.read;

import java.util.Comparator;

/**
 * The version of a library, as far as its behaviour differs for readers.
 *
 * @param major first number
 * @param minor second number
 * @param patch third number
 */
public record Version(int major, int minor, int patch) implements Comparable<Version> {
  private static final Comparator<Version> ORDER =
      Comparator.comparingInt(Version::major)
          .thenComparingInt(Version::minor)
          .thenComparingInt(Version::patch);

  /**
   * Reads up to three leading numbers; {@code 2.1.0b3} is 2.1.0, a missing number is 0.
   *
   * @throws IllegalArgumentException when the text does not begin with a number
   */
  public static Version parse(String text) {
    int[] numbers = new int[3];
    int at = 0;
    for (int i = 0; i < 3; i++) {
      int end = at;
      while (end < text.length() && end - at < 9 && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at) {
        if (i == 0) {
          throw new IllegalArgumentException("not a version: " + text);
        }
        break;
      }
      numbers[i] = Integer.parseInt(text.substring(at, end));
      if (end == text.length() || text.charAt(end) != '.') {
        break;
      }
      at = end + 1;
    }
    return new Version(numbers[0], numbers[1], numbers[2]);
  }

  /** Returns whether this version is the other or newer. */
  public boolean atLeast(Version other) {
    return compareTo(other) >= 0;
  }

  @Override
  public int compareTo(Version other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor + "." + patch;
  }
}
