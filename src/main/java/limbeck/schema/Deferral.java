package limbeck.schema;

/** When a constraint is checked. */
public enum Deferral {
  /** At the end of each statement; the default. */
  NOT_DEFERRABLE,
  /** At the end of each statement unless the transaction defers it. */
  DEFERRABLE,
  /** At commit, unless the transaction asks earlier. */
  INITIALLY_DEFERRED
}
