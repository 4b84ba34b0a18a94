package limbeck.dialect;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.IndexName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/**
 * One thing an operation does besides changing the schema: to whoever uses the database meanwhile,
 * to the rows, to the code of before.
 */
public sealed interface Effect {
  /**
   * It locks a table until its transaction ends.
   *
   * @param table which table
   * @param mode how
   */
  record Locks(TableName table, LockMode mode) implements Effect {}

  /**
   * It reads all rows of a table while it holds its locks.
   *
   * @param table which table
   */
  record Scans(TableName table) implements Effect {}

  /**
   * It writes a table anew, with all its indexes.
   *
   * @param table which table
   */
  record Rewrites(TableName table) implements Effect {}

  /**
   * It writes all or many rows of a table in one statement, which stay locked until its transaction
   * ends.
   *
   * @param table which table
   */
  record WritesRows(TableName table) implements Effect {}

  /**
   * It builds an index over the rows there are.
   *
   * @param table of which table
   * @param name which index; empty when the database names it
   */
  record BuildsIndex(TableName table, Optional<IndexName> name) implements Effect {}

  /**
   * It builds existing indexes of a table anew, and leaves the table.
   *
   * @param table which table
   * @param names which indexes; those the database names are under its names
   */
  record RebuildsIndexes(TableName table, SortedSet<IndexName> names) implements Effect {
    /** Copies the names. */
    public RebuildsIndexes {
      names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
    }
  }

  /**
   * Data is gone after it, and no statement brings it back.
   *
   * @param what it is, for the user
   */
  record LosesData(String what) implements Effect {}

  /**
   * The database may refuse it.
   *
   * @param sqlState the class of its error, such as {@code 23502}
   * @param why for the user
   * @param probe a query that returns a row when it would be refused; empty where there is none
   * @param certain whether it is refused whatever the rows are
   */
  record MayFail(String sqlState, String why, Optional<SqlText> probe, boolean certain)
      implements Effect {}

  /**
   * Code written for the schema before fails, or reads and writes something else.
   *
   * @param what breaks, for the user
   */
  record BreaksReaders(String what) implements Effect {}

  /**
   * What it does is not understood.
   *
   * @param why for the user
   */
  record NotKnown(String why) implements Effect {}
}
