package limbeck.verify;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Finds the tables that a text may speak of: by their own names and by those of their indexes and
 * constraints, which share one space of names with tables.
 *
 * <p>It finds too much rather than too little: letter case, quotes, schemas and string literals are
 * not told apart.
 */
final class TablesByName {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_$]+");

  /** How PostgreSQL itself ends the names it makes of a table's. */
  private static final Pattern MADE =
      Pattern.compile(".+_(?:pkey|key|idx|seq|check|fkey|excl)\\d*");

  private final Map<String, Set<TableName>> words = new HashMap<>();
  private final Map<String, Set<TableName>> phrases = new HashMap<>();

  /** Returns the words of a text, in lower case. */
  static Set<String> words(String text) {
    Set<String> result = new HashSet<>();
    Matcher matcher = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (matcher.find()) {
      result.add(matcher.group());
    }
    return result;
  }

  /** Returns whether a text has a name in it, in whatever case. */
  static boolean mentions(String text, Set<String> words, String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return WORD.matcher(lower).matches()
        ? words.contains(lower)
        : text.toLowerCase(Locale.ROOT).contains(lower);
  }

  /** Makes tables known by all their names. */
  void add(Collection<Table> tables) {
    for (Table table : tables) {
      add(table.name());
      for (Constraint constraint : table.constraints()) {
        constraint.name().ifPresent(it -> add(it.text(), table.name()));
      }
      for (Index index : table.indexes()) {
        index.name().ifPresent(it -> add(it.text(), table.name()));
      }
    }
  }

  /** Makes a table known by its name. */
  void add(TableName table) {
    add(table.name(), table);
  }

  /** Makes a table known by another name. */
  void add(String name, TableName table) {
    String lower = name.toLowerCase(Locale.ROOT);
    (WORD.matcher(lower).matches() ? words : phrases)
        .computeIfAbsent(lower, _ -> new HashSet<>())
        .add(table);
  }

  /** Returns the tables that a text may speak of. */
  Set<TableName> in(String text) {
    Set<TableName> result = new TreeSet<>();
    for (String word : words(text)) {
      result.addAll(words.getOrDefault(word, Set.of()));
      if (MADE.matcher(word).matches()) {
        for (int at = word.indexOf('_'); at >= 0; at = word.indexOf('_', at + 1)) {
          result.addAll(words.getOrDefault(word.substring(0, at), Set.of()));
        }
      }
    }
    if (!phrases.isEmpty()) {
      String lower = text.toLowerCase(Locale.ROOT);
      phrases.forEach(
          (phrase, tables) -> {
            if (lower.contains(phrase)) {
              result.addAll(tables);
            }
          });
    }
    return result;
  }

  /** Returns the tables that texts may speak of. */
  Set<TableName> in(List<String> texts) {
    return in(String.join("\n", texts));
  }
}
