package limbeck.read.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;

/**
 * The positional arguments of a column, told apart as SQLAlchemy does: name, type, the rest.
 *
 * @param name the name, also when given as a keyword
 * @param type the type, also when given as a keyword
 * @param items foreign keys, constraints, generators
 */
public record ColumnParts(Optional<String> name, Optional<Value> type, List<Value> items) {
  private static final Set<String> SCHEMA_ITEMS =
      Set.of(
          "sqlalchemy.ForeignKey",
          "sqlalchemy.CheckConstraint",
          "sqlalchemy.Sequence",
          "sqlalchemy.Identity",
          "sqlalchemy.Computed",
          "sqlalchemy.FetchedValue",
          "sqlalchemy.DefaultClause",
          "sqlalchemy.ColumnDefault",
          "sqlalchemy.UniqueConstraint",
          "sqlalchemy.Index");

  /** Copies the items. */
  public ColumnParts {
    items = List.copyOf(items);
  }

  /** Tells the arguments apart. */
  public static ColumnParts of(List<Value> positional, Map<String, Value> keywords) {
    List<Value> items = new ArrayList<>(positional);
    Optional<String> name = Optional.ofNullable(keywords.get("name")).flatMap(Constants::text);
    if (!items.isEmpty()) {
      Optional<String> first = Constants.text(items.getFirst());
      if (first.isPresent()) {
        name = first;
        items.removeFirst();
      } else if (Constants.isNone(items.getFirst())) {
        items.removeFirst();
      }
    }
    Optional<Value> type =
        Optional.ofNullable(keywords.get("type_")).filter(it -> !Constants.isNone(it));
    if (!items.isEmpty() && !isSchemaItem(items.getFirst())) {
      if (!Constants.isNone(items.getFirst())) {
        type = Optional.of(items.getFirst());
      }
      items.removeFirst();
    }
    return new ColumnParts(name, type, items);
  }

  private static boolean isSchemaItem(Value value) {
    return LibraryNames.ofCall(value).filter(SCHEMA_ITEMS::contains).isPresent();
  }
}
