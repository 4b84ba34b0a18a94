package limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;

/**
 * Names as PostgreSQL stores and composes them, in a UTF-8 database (makeObjectName in its source).
 */
final class StoredNames {
  /** NAMEDATALEN - 1: identifiers hold 63 bytes. */
  static final int LIMIT = 63;

  private StoredNames() {}

  /** Returns a name as PostgreSQL stores it: cut to 63 bytes at a character. */
  static String stored(String name) {
    return clip(name, LIMIT);
  }

  /** Returns {@code first_second_label}, cut to 63 bytes by shortening the longer part first. */
  static String objectName(String first, String second, String label) {
    int available = LIMIT - label.length() - 2;
    int firstBytes = bytes(first);
    int secondBytes = bytes(second);
    while (firstBytes + secondBytes > available) {
      if (firstBytes > secondBytes) {
        firstBytes--;
      } else {
        secondBytes--;
      }
    }
    return clip(first, firstBytes) + "_" + clip(second, secondBytes) + "_" + label;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String clip(String text, int limit) {
    if (bytes(text) <= limit) {
      return text;
    }
    StringBuilder result = new StringBuilder();
    int used = 0;
    for (int point : text.codePoints().toArray()) {
      int size = bytes(Character.toString(point));
      if (used + size > limit) {
        break;
      }
      result.appendCodePoint(point);
      used += size;
    }
    return result.toString();
  }
}
