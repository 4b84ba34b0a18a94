package limbeck.read.expression;

import limbeck.schema.SqlText;
import limbeck.text.Location;

/** What became of an expression. */
public sealed interface Compilation {
  /**
   * The SQL.
   *
   * @param text without outer parentheses
   */
  record Compiled(SqlText text) implements Compilation {}

  /**
   * It is not understood.
   *
   * @param reason why, for the user
   * @param at where
   */
  record Failed(String reason, Location at) implements Compilation {}
}
