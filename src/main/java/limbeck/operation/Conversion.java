package limbeck.operation;

import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/**
 * How the values of a column become values of another type, by PostgreSQL's casts.
 *
 * @param path whether ALTER COLUMN TYPE finds the way itself
 * @param using the expression that converts, when it must be stated; without one and without a way
 *     of its own, a person has to say
 * @param loss what may happen to the values
 * @param why what to know about it, for the user; empty when there is nothing
 */
public record Conversion(Path path, Optional<SqlText> using, Loss loss, String why) {
  /** Whether the database converts by itself. */
  public enum Path {
    /** There is an assignment cast. */
    AUTOMATIC,
    /** There is a cast, which USING must ask for. */
    STATED,
    /** There is none; only a person knows what the values become. */
    UNKNOWN
  }

  /** What may happen to values on the way. */
  public enum Loss {
    /** Every value has a counterpart, and the way back finds it. */
    NOTHING,
    /** Some values may have no counterpart; the statement fails on them. */
    MAY_FAIL,
    /** Some values may come out changed: rounded, cut, reordered. */
    MAY_CHANGE
  }

  /** Returns how a column's values get from one type to another; variants must be resolved. */
  public static Conversion of(ColumnName column, SqlType from, SqlType to) {
    return new Casts(column, from, to).find();
  }

  static Conversion automatic() {
    return new Conversion(Path.AUTOMATIC, Optional.empty(), Loss.NOTHING, "");
  }

  static Conversion automatic(Loss loss, String why) {
    return new Conversion(Path.AUTOMATIC, Optional.empty(), loss, why);
  }

  static Conversion stated(String using, Loss loss, String why) {
    return new Conversion(Path.STATED, Optional.of(new SqlText(using)), loss, why);
  }

  static Conversion unknown(String why) {
    return new Conversion(Path.UNKNOWN, Optional.empty(), Loss.MAY_CHANGE, why);
  }
}
