package limbeck.revision;

import limbeck.text.Location;

/** Where a step comes from. */
public sealed interface Origin {
  /**
   * A place in a script.
   *
   * <p>One call may give several operations: those of one {@code op.execute} run as one text, and
   * those of one SQL statement in it share one lock and one pass over the rows.
   *
   * @param location where
   * @param call the number of the call in the course of its function, from 1; 0 when not counted
   * @param statement the number of the SQL statement the call's text holds, from 1; 0 for a
   *     directive
   */
  record Script(Location location, int call, int statement) implements Origin {
    /** Makes a place that is not counted. */
    public Script(Location location) {
      this(location, 0, 0);
    }
  }

  /**
   * Computed by the tool.
   *
   * @param because why, for the user
   */
  record Generated(String because) implements Origin {}
}
