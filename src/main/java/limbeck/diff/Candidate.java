package limbeck.diff;

import limbeck.schema.ColumnName;
import limbeck.schema.TableName;

/** A drop and an addition that may be one thing under two names. */
public sealed interface Candidate {
  /** Returns what speaks for it. */
  RenameEvidence evidence();

  /** Returns whether no other pair comes near it. */
  boolean clear();

  /**
   * A table that is gone and one that is new.
   *
   * @param from the one that is gone
   * @param to the one that is new
   * @param evidence what speaks for it
   * @param clear whether no other pair comes near
   */
  record OfTable(TableName from, TableName to, RenameEvidence evidence, boolean clear)
      implements Candidate {}

  /**
   * A column that is gone and one that is new, in one table.
   *
   * @param table the table, under the name after
   * @param from the one that is gone
   * @param to the one that is new
   * @param evidence what speaks for it
   * @param clear whether no other pair comes near
   */
  record OfColumn(
      TableName table, ColumnName from, ColumnName to, RenameEvidence evidence, boolean clear)
      implements Candidate {}
}
