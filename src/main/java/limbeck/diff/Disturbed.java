package limbeck.diff;

import java.util.HashSet;
import java.util.Set;
import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/** What changes so deeply that what rests on it must step aside; never leaves the package. */
final class Disturbed {
  private record Place(TableName table, ColumnName column) {}

  private final Set<Place> replaced = new HashSet<>();
  private final Set<Place> converted = new HashSet<>();
  private final Set<Place> incomparable = new HashSet<>();
  private final Set<TableName> tables = new HashSet<>();

  /** The column is dropped and added again under its name. */
  void replaced(TableName table, ColumnName column) {
    replaced.add(new Place(table, column));
    tables.add(table);
  }

  /** The column's values become those of a type they cannot be compared with. */
  void converted(TableName table, ColumnName column) {
    converted.add(new Place(table, column));
  }

  /** What an expression says of the column may mean nothing for its new type. */
  void incomparable(TableName table, ColumnName column) {
    incomparable.add(new Place(table, column));
  }

  /** The column goes or gets another type: views over its table cannot stay. */
  void column(TableName table, ColumnName column) {
    tables.add(table);
  }

  /** The table goes: views over it cannot stay. */
  void table(TableName table) {
    tables.add(table);
  }

  boolean isReplaced(TableName table, ColumnName column) {
    return replaced.contains(new Place(table, column));
  }

  boolean isConverted(TableName table, ColumnName column) {
    return converted.contains(new Place(table, column)) || isReplaced(table, column);
  }

  boolean isIncomparable(TableName table, ColumnName column) {
    return incomparable.contains(new Place(table, column));
  }

  Set<TableName> tables() {
    return tables;
  }
}
