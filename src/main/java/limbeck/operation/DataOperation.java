package limbeck.operation;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

/** A change to rows that leaves the schema as it is. */
public sealed interface DataOperation extends Operation {
  /**
   * SQL that reads or writes rows, or sets something of the session.
   *
   * @param statement the SQL
   * @param writes the tables whose rows it writes, as far as understood
   * @param reads the tables it reads, as far as understood
   */
  record ExecuteSql(SqlText statement, SortedSet<TableName> writes, SortedSet<TableName> reads)
      implements DataOperation {
    /** Copies the sets. */
    public ExecuteSql {
      writes = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(writes));
      reads = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(reads));
    }
  }

  /**
   * {@code UPDATE table SET column = value [WHERE condition]}, made for a new or changed column.
   *
   * @param table where
   * @param column which column is filled
   * @param value an expression over the row
   * @param where which rows; empty is all
   */
  record Backfill(TableName table, ColumnName column, SqlText value, Optional<SqlText> where)
      implements DataOperation {}

  /**
   * {@code INSERT} of literal rows: Alembic's {@code bulk_insert}.
   *
   * @param table where
   * @param rows by column, as SQL literals
   */
  record InsertRows(TableName table, List<SortedMap<ColumnName, SqlText>> rows)
      implements DataOperation {
    /** Copies the rows. */
    public InsertRows {
      rows =
          rows.stream()
              .map(it -> java.util.Collections.unmodifiableSortedMap(new TreeMap<>(it)))
              .toList();
    }
  }

  /**
   * A query that must return nothing, or the revision stops with the message: a check of the rows
   * before a constraint is added.
   *
   * @param table whose rows are checked
   * @param query returns one row for each violation
   * @param message what it means and what to do
   */
  record RequireNoRows(TableName table, SqlText query, String message) implements DataOperation {}
}
