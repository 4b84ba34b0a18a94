package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import limbeck.schema.DialectName;
import limbeck.schema.Table;

/** {@code ENGINE=InnoDB} and the like, in SQLAlchemy's spelling. */
final class TableOptions {
  private static final List<String> CHARACTER_SETS =
      List.of("DEFAULT_CHARSET", "DEFAULT_CHARACTER_SET", "CHARSET", "CHARACTER_SET");
  private static final List<String> PARTITION_OPTIONS =
      List.of("PARTITION_BY", "PARTITIONS", "SUBPARTITION_BY", "SUBPARTITIONS");
  private static final Set<String> TEXTS =
      Set.of("COMMENT", "DATA DIRECTORY", "INDEX DIRECTORY", "PASSWORD", "CONNECTION");
  private static final Set<String> SPACED =
      Set.of(
          "DATA_DIRECTORY",
          "INDEX_DIRECTORY",
          "DEFAULT_CHARACTER_SET",
          "CHARACTER_SET",
          "DEFAULT_CHARSET",
          "DEFAULT_COLLATE");
  private static final Set<String> JOINED_BY_BLANK =
      Set.of("TABLESPACE", "DEFAULT CHARACTER SET", "CHARACTER SET", "COLLATE");

  private TableOptions() {}

  /** Returns the options, separated by blanks; a collation goes after its character set. */
  static String of(Table table, MysqlSpelling spelling) {
    Map<String, String> options = new LinkedHashMap<>();
    String prefix = spelling.dialect() == DialectName.MARIADB ? "mariadb_" : "mysql_";
    table
        .options()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                options.put(key.substring(prefix.length()).toUpperCase(Locale.ROOT), value);
              }
            });
    table.comment().ifPresent(it -> options.put("COMMENT", it));
    String collation = options.get("COLLATE");
    if (collation != null && CHARACTER_SETS.stream().anyMatch(options::containsKey)) {
      options.remove("COLLATE");
      options.put("COLLATE", collation);
    }
    List<String> parts = new ArrayList<>();
    options.forEach(
        (key, value) -> {
          if (!PARTITION_OPTIONS.contains(key)) {
            parts.add(option(key, value, spelling));
          }
        });
    for (String key : PARTITION_OPTIONS) {
      String value = options.get(key);
      if (value != null) {
        parts.add(key.replace('_', ' ') + " " + value);
      }
    }
    return String.join(" ", parts);
  }

  private static String option(String key, String value, MysqlSpelling spelling) {
    String words = SPACED.contains(key) ? key.replace('_', ' ') : key;
    String written = TEXTS.contains(words) ? spelling.literal(value) : value;
    return words + (JOINED_BY_BLANK.contains(words) ? " " : "=") + written;
  }
}
