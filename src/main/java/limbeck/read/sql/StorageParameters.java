package limbeck.read.sql;

import java.util.SortedMap;
import java.util.TreeMap;

/** Storage parameters in parentheses, of tables and indexes. */
final class StorageParameters {
  private StorageParameters() {}

  /** Reads them by name; one without a value is true. */
  static SortedMap<String, String> read(Cursor cursor) {
    SortedMap<String, String> result = new TreeMap<>();
    cursor.expect("(");
    do {
      String name = cursor.label("a parameter");
      while (cursor.accept(".")) {
        name = name + "." + cursor.label("a parameter");
      }
      String value = cursor.accept("=") ? value(cursor) : "true";
      // Those of the table's toast table are not the table's own.
      if (!name.startsWith("toast.")) {
        result.put(name, value);
      }
    } while (cursor.accept(","));
    cursor.expect(")");
    return result;
  }

  private static String value(Cursor cursor) {
    String sign = cursor.accept("-") ? "-" : "";
    return sign + cursor.next().value();
  }
}
