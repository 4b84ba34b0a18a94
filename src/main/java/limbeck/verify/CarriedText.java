package limbeck.verify;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.schema.CarriedObject;
import limbeck.schema.Schema;

/** What can be told of SQL and of objects carried as SQL without understanding them. */
final class CarriedText {
  private static final Set<String> PLAIN =
      Set.of("select", "insert", "update", "delete", "with", "comment", "truncate", "values");

  private static final Pattern SQL = Pattern.compile("language\\s+'?(?:sql|plpgsql)\\b");

  private CarriedText() {}

  /** Returns the key under which a schema holds an object. */
  static String key(CarriedObject object) {
    return Schema.objectKey(object.kind(), object.name());
  }

  /** Whether it is a trigger or a policy: nothing rests on one, and it always names its table. */
  static boolean isOfTable(String key) {
    return key.startsWith(CarriedObject.Kind.TRIGGER.name() + " ")
        || key.startsWith(CarriedObject.Kind.POLICY.name() + " ");
  }

  /** A trigger's name begins with its table's. */
  static String lastName(String key) {
    String name = key.substring(key.indexOf(' ') + 1);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Whether other objects may rest on it because it is a view. */
  static boolean isView(String key) {
    return key.startsWith(CarriedObject.Kind.VIEW.name() + " ")
        || key.startsWith(CarriedObject.Kind.MATERIALIZED_VIEW.name() + " ");
  }

  /**
   * Whether SQL is plain statements over rows; what is none, or speaks of the catalog, may put
   * others together.
   */
  static boolean isPlain(String sql) {
    for (String part : sql.split(";", -1)) {
      String first = part.strip().split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
      if (!part.isBlank() && !PLAIN.contains(first)) {
        return false;
      }
    }
    return TablesByName.words(sql).stream().noneMatch(CarriedText::speaksOfCatalog);
  }

  private static boolean speaksOfCatalog(String word) {
    return word.startsWith("pg_") || word.equals("information_schema") || word.equals("set_config");
  }

  /** A function that puts its statements together when it runs, or is no SQL, may do anything. */
  static boolean isDynamic(CarriedObject object) {
    if (object.kind() != CarriedObject.Kind.FUNCTION) {
      return false;
    }
    String text = object.definition().text().toLowerCase(Locale.ROOT);
    Set<String> words = TablesByName.words(text);
    boolean sql = !words.contains("language") || SQL.matcher(text).find();
    return !sql
        || words.contains("execute")
        || words.stream().anyMatch(CarriedText::speaksOfCatalog);
  }
}
