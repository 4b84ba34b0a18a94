package limbeck.database.postgresql;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.TableName;

/**
 * What of a database is looked at: always all schemas but the system's own, without the objects of
 * extensions.
 *
 * @param ignoredTables left out with all that hangs on them, such as Alembic's version table
 */
public record Scope(SortedSet<TableName> ignoredTables) {
  /** Copies the names. */
  public Scope {
    ignoredTables = Collections.unmodifiableSortedSet(new TreeSet<>(ignoredTables));
  }

  /** Returns a scope without exceptions. */
  public static Scope everything() {
    return new Scope(new TreeSet<>());
  }

  /** Returns a scope without some tables; their schema is empty for the default one. */
  public static Scope without(TableName... tables) {
    return new Scope(new TreeSet<>(List.of(tables)));
  }
}
