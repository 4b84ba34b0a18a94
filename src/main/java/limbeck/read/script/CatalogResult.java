package limbeck.read.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;

/** What the methods of a result give for rows that are known. */
final class CatalogResult {
  private static final Set<String> FETCHING =
      Set.of(
          "scalar",
          "scalar_one",
          "scalar_one_or_none",
          "first",
          "fetchone",
          "one",
          "one_or_none",
          "fetchall",
          "all");

  private CatalogResult() {}

  static boolean isFetch(String method) {
    return FETCHING.contains(method);
  }

  /** Returns what a method gives for rows. */
  static Optional<Value> of(String method, List<List<Value>> rows) {
    Optional<List<Value>> first = rows.stream().findFirst();
    return switch (method) {
      case "scalar", "scalar_one", "scalar_one_or_none" ->
          Optional.of(first.map(List::getFirst).orElse(Value.NONE));
      case "first", "fetchone", "one", "one_or_none" ->
          Optional.of(first.<Value>map(Value.TupleOf::new).orElse(Value.NONE));
      case "fetchall", "all" -> {
        List<Value> all = new ArrayList<>();
        rows.forEach(it -> all.add(new Value.TupleOf(it)));
        yield Optional.of(new Value.ListOf(all));
      }
      default -> Optional.empty();
    };
  }

  /** Returns what a method gives for the first column of rows. */
  static Optional<Value> ofColumn(String method, List<List<Value>> rows) {
    List<Value> column = rows.stream().map(List::getFirst).toList();
    return switch (method) {
      case "fetchall", "all" -> Optional.of(new Value.ListOf(new ArrayList<>(column)));
      default -> Optional.of(column.isEmpty() ? Value.NONE : column.getFirst());
    };
  }
}
