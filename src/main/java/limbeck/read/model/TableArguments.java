package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Constants;
import limbeck.text.Location;

/**
 * {@code __table_args__} taken apart.
 *
 * @param items constraints, indexes and columns
 * @param keywords of the table
 * @param known whether these are all of them
 */
record TableArguments(List<Value> items, Map<String, Value> keywords, boolean known) {
  static final TableArguments NONE = new TableArguments(List.of(), Map.of());

  private TableArguments(List<Value> items, Map<String, Value> keywords) {
    this(items, keywords, true);
  }

  /** Reads a tuple with an optional dictionary at its end, a dictionary, or None. */
  static TableArguments read(Value value, String subject, Location at, ProblemLog problems) {
    return switch (value) {
      case Value.None _ -> NONE;
      case Value.DictOf(Map<Value, Value> entries) ->
          new TableArguments(List.of(), keywords(entries));
      case Value.TupleOf(List<Value> items) when items.isEmpty() -> NONE;
      case Value.TupleOf(List<Value> items)
          when items.getLast() instanceof Value.DictOf(Map<Value, Value> entries) ->
          new TableArguments(items.subList(0, items.size() - 1), keywords(entries));
      case Value.TupleOf(List<Value> items) -> new TableArguments(items, Map.of());
      default -> {
        Optional<List<Value>> list = Constants.items(value);
        problems.add(
            "__table_args__ of "
                + subject
                + (list.isPresent()
                    ? " must be a tuple or a dictionary"
                    : " cannot be told: " + Constants.describe(value)),
            "constraints, indexes and options of " + subject,
            value instanceof Value.Unknown(String _, Location place) ? place : at);
        yield list.map(it -> new TableArguments(new ArrayList<>(it), Map.of()))
            .orElse(new TableArguments(List.of(), Map.of(), false));
      }
    };
  }

  private static Map<String, Value> keywords(Map<Value, Value> entries) {
    Map<String, Value> keywords = new LinkedHashMap<>();
    entries.forEach((key, value) -> Constants.text(key).ifPresent(it -> keywords.put(it, value)));
    return keywords;
  }
}
