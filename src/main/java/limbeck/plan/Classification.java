package limbeck.plan;

/** What kind of change a step is. */
public enum Classification {
  /** Adds something; what is there stays as it is. */
  ADDITIVE,
  /** Changes what is there; rows are kept. */
  TRANSFORMING,
  /** Rows or values go. */
  DESTRUCTIVE,
  /** Writes or checks rows. */
  DATA
}
