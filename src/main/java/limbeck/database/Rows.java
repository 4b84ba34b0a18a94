package limbeck.database;

import java.util.List;
import java.util.Optional;

/**
 * The rows a statement returned, as the texts the database writes for the values.
 *
 * @param columns their names
 * @param values row by row, in the order of the columns; empty for NULL
 */
public record Rows(List<String> columns, List<List<Optional<String>>> values) {
  /** No columns and no rows. */
  public static final Rows NONE = new Rows(List.of(), List.of());

  /** Copies the lists. */
  public Rows {
    columns = List.copyOf(columns);
    values = values.stream().map(List::copyOf).toList();
  }

  /** Returns the first column, NULLs left out. */
  public List<String> firstColumn() {
    return values.stream().flatMap(row -> row.getFirst().stream()).toList();
  }

  /** Returns the first value of the first row, unless there is none or it is NULL. */
  public Optional<String> firstValue() {
    return values.stream().findFirst().flatMap(List::getFirst);
  }
}
