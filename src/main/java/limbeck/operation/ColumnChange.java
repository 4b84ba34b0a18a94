package limbeck.operation;

import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/**
 * One change of a column. It knows both ends where they are known, so that inverting is swapping; a
 * script that states only the new end has its {@code from} filled when the history is folded.
 */
public sealed interface ColumnChange {
  /**
   * Another type.
   *
   * @param from the type before; empty when the source does not say
   * @param to the type after
   * @param using the expression that converts the rows
   */
  record SetType(Optional<SqlType> from, SqlType to, Optional<SqlText> using)
      implements ColumnChange {}

  /**
   * {@code SET NOT NULL} or {@code DROP NOT NULL}; the end before is the opposite.
   *
   * @param nullable whether NULL is allowed after
   */
  record SetNullable(boolean nullable) implements ColumnChange {}

  /**
   * {@code SET DEFAULT} or {@code DROP DEFAULT}.
   *
   * @param from the default before, empty for none or not stated
   * @param to the default after, empty for none
   */
  record SetDefault(Optional<Default> from, Optional<Default> to) implements ColumnChange {}

  /**
   * Identity added, changed or dropped, or a computed expression changed.
   *
   * @param from before
   * @param to after
   */
  record SetGeneration(Optional<Generation> from, Optional<Generation> to)
      implements ColumnChange {}

  /**
   * The counting of a key added or removed: on PostgreSQL an owned sequence as default.
   *
   * @param autoincrement whether it counts after
   */
  record SetAutoincrement(boolean autoincrement) implements ColumnChange {}

  /**
   * {@code COMMENT ON COLUMN}.
   *
   * @param from the comment before
   * @param to the comment after
   */
  record SetComment(Optional<String> from, Optional<String> to) implements ColumnChange {}

  /**
   * {@code RENAME COLUMN}.
   *
   * @param to the name after
   */
  record Rename(ColumnName to) implements ColumnChange {}
}
