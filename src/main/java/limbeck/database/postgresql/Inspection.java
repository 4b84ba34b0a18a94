package limbeck.database.postgresql;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.Schema;

/**
 * What a catalog holds.
 *
 * <p>Two inspections of databases that hold the same are equal, whatever was done in between.
 *
 * @param schema all that the schema model can hold
 * @param beyond what it cannot, one line each, such as {@code rule r on t: CREATE RULE …}
 */
public record Inspection(Schema schema, SortedSet<String> beyond) {
  /** Copies the lines. */
  public Inspection {
    beyond = Collections.unmodifiableSortedSet(new TreeSet<>(beyond));
  }
}
