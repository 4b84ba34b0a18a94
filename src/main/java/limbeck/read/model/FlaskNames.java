package limbeck.read.model;

import java.util.Locale;
import java.util.regex.Pattern;

/** Table names as Flask-SQLAlchemy derives them from class names. */
final class FlaskNames {
  private static final Pattern HUMP = Pattern.compile("((?<=[a-z0-9])[A-Z]|(?!^)[A-Z](?=[a-z]))");

  private FlaskNames() {}

  /** Returns {@code http_user} for {@code HTTPUser}. */
  static String tableName(String className) {
    return HUMP.matcher(className).replaceAll("_$1").toLowerCase(Locale.ROOT);
  }
}
