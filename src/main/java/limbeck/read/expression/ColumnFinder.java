package limbeck.read.expression;

import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.type.TypeReading;
import limbeck.schema.TableName;

/** Tells which column a value inside an expression stands for. */
public interface ColumnFinder {
  /** Knows no columns. */
  ColumnFinder NONE = _ -> Optional.empty();

  /**
   * A column as far as expressions need it.
   *
   * @param name in the database
   * @param type when known
   * @param table to name it by, where a statement does
   */
  record Found(String name, Optional<TypeReading> type, Optional<TableName> table) {
    /** A column that is named alone. */
    public Found(String name, Optional<TypeReading> type) {
      this(name, type, Optional.empty());
    }
  }

  /** Returns the column a value stands for; empty when it stands for none. */
  Optional<Found> find(Value value);
}
