package limbeck.read.model;

import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.TableName;

/** A part of a schema that has a place in the source. */
public sealed interface Subject {
  /**
   * A table.
   *
   * @param table its name
   */
  record OfTable(TableName table) implements Subject {}

  /**
   * A column.
   *
   * @param table its table
   * @param column its name
   */
  record OfColumn(TableName table, ColumnName column) implements Subject {}

  /**
   * A constraint.
   *
   * @param table its table
   * @param constraint the constraint, as in the schema
   */
  record OfConstraint(TableName table, Constraint constraint) implements Subject {}

  /**
   * An index.
   *
   * @param table its table
   * @param index the index, as in the schema
   */
  record OfIndex(TableName table, Index index) implements Subject {}
}
