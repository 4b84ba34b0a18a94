package limbeck.read.sql;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Schema;
import limbeck.schema.SequenceName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** The sequences of counting columns, which a schema holds as part of the column. */
final class OwnedSequences {
  private static final int NAME_BYTES = 63;

  private OwnedSequences() {}

  /**
   * A column of a table.
   *
   * @param table the table
   * @param column the column
   */
  record Place(TableName table, ColumnName column) {}

  /** Returns the name that SERIAL gives a sequence (makeObjectName in PostgreSQL's source). */
  static String name(TableName table, ColumnName column) {
    String first = table.name();
    String second = column.text();
    int room = NAME_BYTES - "__seq".length();
    while (bytes(first) + bytes(second) > room) {
      if (bytes(first) > bytes(second)) {
        first = first.substring(0, first.offsetByCodePoints(first.length(), -1));
      } else {
        second = second.substring(0, second.offsetByCodePoints(second.length(), -1));
      }
    }
    return first + "_" + second + "_seq";
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Returns the counting column whose sequence has that name, as SERIAL names it. */
  static Optional<Place> counting(SequenceName sequence, Schema schema) {
    for (Table table : schema.tables().values()) {
      for (Column column : table.columns()) {
        boolean named =
            column.autoincrement()
                && table.name().schema().equals(sequence.schema())
                && name(table.name(), column.name()).equals(sequence.name());
        if (named) {
          return Optional.of(new Place(table.name(), column.name()));
        }
      }
    }
    return Optional.empty();
  }

  /** Whether the column takes its default from the sequence. */
  static boolean takesFrom(Column column, SequenceName sequence) {
    return column.serverDefault().equals(Optional.of(new Default.NextValue(sequence)));
  }
}
