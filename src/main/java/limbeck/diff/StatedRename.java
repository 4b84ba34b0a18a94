package limbeck.diff;

import limbeck.schema.ColumnName;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** A rename that somebody has stated; it is carried out, not guessed. */
public sealed interface StatedRename {
  /**
   * A table has another name, or lives in another schema.
   *
   * @param from its name before
   * @param to its name after
   */
  record OfTable(TableName from, TableName to) implements StatedRename {}

  /**
   * A column has another name.
   *
   * @param table its table, under the name before or after
   * @param from its name before
   * @param to its name after
   */
  record OfColumn(TableName table, ColumnName from, ColumnName to) implements StatedRename {}

  /**
   * An enum type has another name.
   *
   * @param from its name before
   * @param to its name after
   */
  record OfType(TypeName from, TypeName to) implements StatedRename {}

  /**
   * A label of an enum type became another: one that is new, or one that was there already.
   *
   * @param type its type, under the name after
   * @param from the label before
   * @param to the label after
   */
  record OfLabel(TypeName type, String from, String to) implements StatedRename {}
}
