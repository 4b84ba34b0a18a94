package limbeck.plan;

import java.util.Comparator;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/**
 * A column in its table.
 *
 * @param table the table
 * @param column the column
 */
public record ColumnPlace(TableName table, ColumnName column) implements Comparable<ColumnPlace> {
  private static final Comparator<ColumnPlace> ORDER =
      Comparator.comparing(ColumnPlace::table).thenComparing(ColumnPlace::column);

  @Override
  public int compareTo(ColumnPlace other) {
    return ORDER.compare(this, other);
  }

  /** Returns {@code table.column}. */
  @Override
  public String toString() {
    return table + "." + column;
  }
}
