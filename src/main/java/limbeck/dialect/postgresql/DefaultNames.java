package limbeck.dialect.postgresql;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The names PostgreSQL gives what has none: {@code t_pkey}, {@code t_a_key}, {@code t_a_fkey}…
 *
 * <p>Follows makeObjectName, ChooseRelationName and ChooseIndexNameAddition of PostgreSQL's sources
 * ({@code commands/indexcmds.c}), with a UTF-8 database.
 */
final class DefaultNames {
  /** NAMEDATALEN - 1: identifiers hold 63 bytes. */
  static final int LIMIT = 63;

  private DefaultNames() {}

  /** Returns a name as PostgreSQL stores it: cut to 63 bytes at a character. */
  static String stored(String name) {
    return clip(name, LIMIT);
  }

  /** Returns {@code first_label}, cut to 63 bytes by shortening the first part. */
  static String objectName(String first, String label) {
    int available = LIMIT - label.length() - 1;
    return clip(first, Math.min(bytes(first), available)) + "_" + label;
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

  /** Returns the first name of this pattern that is not taken: with 1, 2… after the label. */
  static String choose(String first, Optional<String> second, String label, Set<String> taken) {
    String numbered = label;
    for (int i = 1; ; i++) {
      String current = numbered;
      String name =
          second
              .map(it -> objectName(first, it, current))
              .orElseGet(() -> objectName(first, current));
      if (!taken.contains(name)) {
        return name;
      }
      numbered = label + i;
    }
  }

  /** Returns the columns' part of an index's name. */
  static String addition(List<String> columns) {
    StringBuilder result = new StringBuilder();
    for (String column : columns) {
      result.append(result.isEmpty() ? "" : "_").append(stored(column));
      if (bytes(result.toString()) > LIMIT) {
        break;
      }
    }
    return result.toString();
  }

  /** Returns the names of an index's columns, with a number where one comes again. */
  static List<String> distinct(List<String> names) {
    List<String> result = new ArrayList<>();
    for (String name : names) {
      String current = name;
      for (int i = 1; result.contains(current); i++) {
        String number = String.valueOf(i);
        current = clip(name, LIMIT - number.length()) + number;
      }
      result.add(current);
    }
    return result;
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
