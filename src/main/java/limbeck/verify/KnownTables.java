package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import limbeck.schema.Constraint.ForeignKey;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Tables in all the forms they have on the way of a claim, and what they have to do with others.
 */
final class KnownTables {
  private final Map<TableName, List<Table>> forms = new TreeMap<>();
  private final Map<TableName, Set<TableName>> referrers = new TreeMap<>();
  private final Map<TableName, Set<TableName>> relatives = new TreeMap<>();
  private final TablesByName names = new TablesByName();

  void add(Table table) {
    List<Table> known = forms.computeIfAbsent(table.name(), _ -> new ArrayList<>());
    if (!known.contains(table)) {
      known.add(table);
      names.add(List.of(table));
    }
  }

  /** Finds out who refers to whom, when all are known. */
  void relate() {
    for (Table table : forms.values().stream().flatMap(List::stream).toList()) {
      for (ForeignKey key : table.foreignKeys()) {
        referrers.computeIfAbsent(key.target(), _ -> new TreeSet<>()).add(table.name());
      }
      for (TableName parent : parents(table, names)) {
        relatives.computeIfAbsent(parent, _ -> new TreeSet<>()).add(table.name());
        relatives.computeIfAbsent(table.name(), _ -> new TreeSet<>()).add(parent);
      }
    }
  }

  /** Returns the tables that one inherits from or is a partition of. */
  static Set<TableName> parents(Table table, TablesByName names) {
    List<String> options = new ArrayList<>();
    table
        .options()
        .forEach(
            (key, value) -> {
              if (key.equals("postgresql_inherits") || key.equals("postgresql_partition_of")) {
                options.add(value);
              }
            });
    Set<TableName> result = options.isEmpty() ? new TreeSet<>() : names.in(options);
    result.remove(table.name());
    return result;
  }

  TablesByName names() {
    return names;
  }

  Set<TableName> all() {
    return forms.keySet();
  }

  List<Table> forms(TableName table) {
    return forms.getOrDefault(table, List.of());
  }

  /** Returns those that refer to a table. */
  Set<TableName> referrers(TableName table) {
    return referrers.getOrDefault(table, Set.of());
  }

  /** Returns those that a table inherits from, or that inherit from it. */
  Set<TableName> relatives(TableName table) {
    return relatives.getOrDefault(table, Set.of());
  }

  /** Returns the tables that are, in some form, as a condition wants them. */
  List<TableName> matching(Predicate<Table> condition) {
    return forms.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(condition))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the tables with an index of that name. */
  List<TableName> holders(IndexName index) {
    return matching(it -> it.index(index).isPresent());
  }
}
