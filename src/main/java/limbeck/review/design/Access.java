package limbeck.review.design;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import limbeck.operation.DefaultNames;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Table;

/**
 * A way to find rows: an index, or the one behind a key.
 *
 * @param name its name
 * @param columns its leading columns; they end where an expression begins
 * @param shown all that it is over, for people
 * @param unique whether it keeps out duplicates
 * @param plain whether it is over all rows, by columns alone, in the usual way
 * @param constraint what makes it, in words; empty for an index of its own
 */
record Access(
    String name,
    List<ColumnName> columns,
    List<String> shown,
    boolean unique,
    boolean plain,
    String constraint) {
  private static final DefaultNames NAMES = DefaultNames.postgresql();

  Access {
    columns = List.copyOf(columns);
    shown = List.copyOf(shown);
  }

  /** Returns the ways into a table: those of its keys, then its indexes. */
  static List<Access> of(Table table) {
    List<Access> result = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      String name = NAMES.nameOf(constraint, table).map(ConstraintName::text).orElse("(unnamed)");
      switch (constraint) {
        case Constraint.PrimaryKey key -> result.add(key(name, key.columns(), "primary key"));
        case Constraint.Unique key -> result.add(key(name, key.columns(), "unique constraint"));
        case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> {}
      }
    }
    table.indexes().forEach(it -> result.add(index(it, table)));
    return result;
  }

  private static Access key(String name, List<ColumnName> columns, String constraint) {
    return new Access(
        name, columns, columns.stream().map(ColumnName::text).toList(), true, true, constraint);
  }

  private static Access index(Index index, Table table) {
    List<ColumnName> columns = new ArrayList<>();
    List<String> shown = new ArrayList<>();
    boolean leading = true;
    for (IndexElement element : index.elements()) {
      leading = leading && element.column().isPresent();
      if (leading) {
        columns.add(element.column().orElseThrow());
      }
      shown.add(element.column().map(ColumnName::text).orElse("(expression)"));
    }
    boolean plain =
        index.where().isEmpty()
            && index.include().isEmpty()
            && index.method().filter(it -> !it.equals("btree")).isEmpty()
            && columns.size() == index.elements().size()
            && index.elements().stream()
                .allMatch(it -> it.operatorClass().isEmpty() && it.collation().isEmpty());
    String name = NAMES.nameOf(index, table).map(IndexName::text).orElse("(unnamed)");
    return new Access(name, columns, shown, index.unique(), plain && index.where().isEmpty(), "");
  }

  /** Returns whether rows are found by these columns: they lead, in any order. */
  boolean serves(List<ColumnName> wanted) {
    return plainLeading()
        && columns.size() >= wanted.size()
        && new HashSet<>(columns.subList(0, wanted.size())).equals(new HashSet<>(wanted));
  }

  private boolean plainLeading() {
    return plain || !constraint.isEmpty();
  }

  boolean begins(Access longer) {
    return longer.columns().size() > columns.size()
        && longer.columns().subList(0, columns.size()).equals(columns);
  }

  /** Returns the way that serves a key best; empty when none does. */
  static Optional<Access> serving(Table table, List<ColumnName> columns) {
    return of(table).stream().filter(it -> it.serves(columns)).findFirst();
  }
}
