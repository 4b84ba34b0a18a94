package limbeck.database.postgresql;

import java.util.List;
import java.util.Map;

/** What the catalog queries have in common. */
final class Catalog {
  /** For a query that calls the namespace {@code n}. */
  static final String IN_USER_SCHEMA = "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'";

  private Catalog() {}

  /** Returns the condition that an object does not belong to an extension. */
  static String notOfExtension(String catalog, String id) {
    return """
    NOT EXISTS (SELECT FROM pg_depend extension
                 WHERE extension.classid = '%s'::regclass
                   AND extension.objid = %s AND extension.deptype = 'e')"""
        .formatted(catalog, id);
  }

  /** Adds {@code name=value} lines by the keywords of SQLAlchemy. */
  static void addStorageParameters(Map<String, String> options, List<String> lines) {
    for (String line : lines) {
      int equals = line.indexOf('=');
      options.put("postgresql_with." + line.substring(0, equals), line.substring(equals + 1));
    }
  }
}
