package limbeck.operation;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.schema.TableName;

/**
 * A step that was not understood. It is kept, shown and counted, never skipped.
 *
 * @param what the source's own words, shortened
 * @param why it was not understood
 * @param touches the tables it may change, as far as can be told
 * @param mayChangeSchema false when it can only concern rows
 */
public record Opaque(String what, String why, SortedSet<TableName> touches, boolean mayChangeSchema)
    implements Operation {
  /**
   * Why a change with ONLY is none: PostgreSQL makes it in the tables below, too, or not at all.
   */
  public static final String WITHOUT_HEIRS =
      "ONLY keeps the change from the tables below, which would have to follow";

  /** Copies the set. */
  public Opaque {
    touches = Collections.unmodifiableSortedSet(new TreeSet<>(touches));
  }
}
