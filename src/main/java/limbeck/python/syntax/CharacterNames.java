package limbeck.python.syntax;

import java.util.Locale;

/** The characters that <code>\N{…}</code> names. */
final class CharacterNames {
  private CharacterNames() {}

  /** Returns the code point of a name, in any case of letters, or −1. */
  static int find(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    try {
      int point = Character.codePointOf(upper);
      // Java also takes a block and a number for a name, and the names of control characters.
      return isInvented(upper, point) ? -1 : point;
    } catch (IllegalArgumentException unknown) {
      return -1;
    }
  }

  private static boolean isInvented(String name, int point) {
    return !name.equals(Character.getName(point));
  }
}
