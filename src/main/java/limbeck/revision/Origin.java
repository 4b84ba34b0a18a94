package limbeck.revision;

import limbeck.text.Location;

/** Where a step comes from. */
public sealed interface Origin {
  /**
   * A place in a script.
   *
   * @param location where
   */
  record Script(Location location) implements Origin {}

  /**
   * Computed by the tool.
   *
   * @param because why, for the user
   */
  record Generated(String because) implements Origin {}
}
