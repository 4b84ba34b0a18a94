package limbeck.schema;

import java.util.Optional;

/** A value that the database itself produces for a column, other than by a default. */
public sealed interface Generation {
  /**
   * {@code GENERATED … AS IDENTITY}.
   *
   * @param always ALWAYS instead of BY DEFAULT
   * @param options of its sequence
   */
  record Identity(boolean always, SequenceOptions options) implements Generation {}

  /**
   * {@code GENERATED ALWAYS AS (expression)}.
   *
   * @param expression over other columns of the row
   * @param stored true STORED, false VIRTUAL, empty the database's own choice
   */
  record Computed(SqlText expression, Optional<Boolean> stored) implements Generation {}
}
