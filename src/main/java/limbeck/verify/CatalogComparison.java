package limbeck.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import limbeck.database.postgresql.Inspection;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/**
 * The differences between two catalogs of one server, in words. Only the order of columns does not
 * count: a column that went and came back stands last.
 */
final class CatalogComparison {
  private final List<String> differences = new ArrayList<>();

  private CatalogComparison() {}

  /** Returns what differs, each one sentence; none when the catalogs are equal. */
  static List<String> differences(Inspection expected, Inspection actual) {
    CatalogComparison comparison = new CatalogComparison();
    comparison.schemas(expected.schema(), actual.schema());
    expected.beyond().stream()
        .filter(it -> !actual.beyond().contains(it))
        .forEach(it -> comparison.differences.add("missing: " + it));
    actual.beyond().stream()
        .filter(it -> !expected.beyond().contains(it))
        .forEach(it -> comparison.differences.add("not expected: " + it));
    return comparison.differences;
  }

  private void schemas(Schema expected, Schema actual) {
    compare("table", expected.tables(), actual.tables(), this::table);
    compare("enum type", expected.enums(), actual.enums(), this::whole);
    compare("sequence", expected.sequences(), actual.sequences(), this::whole);
    compare("object", expected.objects(), actual.objects(), this::whole);
    if (!expected.namespaces().equals(actual.namespaces())) {
      differences.add(
          "schemas are " + actual.namespaces() + " instead of " + expected.namespaces());
    }
  }

  private <K extends Comparable<K>, V> void compare(
      String kind, Map<K, V> expected, Map<K, V> actual, BiConsumer<V, V> pair) {
    for (Map.Entry<K, V> entry : expected.entrySet()) {
      Optional<V> found = Optional.ofNullable(actual.get(entry.getKey()));
      if (found.isEmpty()) {
        differences.add(kind + " " + entry.getKey() + " is missing");
      } else {
        pair.accept(entry.getValue(), found.get());
      }
    }
    for (K name : actual.keySet()) {
      if (!expected.containsKey(name)) {
        differences.add(kind + " " + name + " should not be there");
      }
    }
  }

  private <V> void whole(V expected, V actual) {
    if (!expected.equals(actual)) {
      differences.add(actual + " instead of " + expected);
    }
  }

  private void table(Table expected, Table actual) {
    String where = " in table " + expected.name();
    compare("column" + where, columns(expected), columns(actual), this::whole);
    unordered(where, expected.constraints(), actual.constraints());
    unordered(where, expected.indexes(), actual.indexes());
    if (!expected.comment().equals(actual.comment())) {
      differences.add("comment" + where + " is " + actual.comment().orElse("missing"));
    }
    if (!expected.options().equals(actual.options())) {
      differences.add("options" + where + " are " + actual.options());
    }
  }

  private <V> void unordered(String where, List<V> expected, List<V> actual) {
    expected.stream()
        .filter(it -> !actual.contains(it))
        .forEach(it -> differences.add("missing" + where + ": " + it));
    actual.stream()
        .filter(it -> !expected.contains(it))
        .forEach(it -> differences.add("not expected" + where + ": " + it));
  }

  private static Map<ColumnName, Column> columns(Table table) {
    return table.columns().stream().collect(Collectors.toMap(Column::name, it -> it));
  }
}
