package limbeck.review;

/** What kind of harm a rule is about. */
public enum Category {
  /** Rows or values are gone afterwards. */
  DATA_LOSS,
  /** The revision stops with an error. */
  FAILURE,
  /** Readers or writers wait. */
  LOCKING,
  /** The application that is running breaks. */
  COMPATIBILITY,
  /** The way back is missing, wrong or lossy. */
  REVERSIBILITY,
  /** The graph of revisions is broken. */
  HISTORY,
  /** The schema will hurt later. */
  SCHEMA_DESIGN,
  /** The script is harder to trust than it need be. */
  HYGIENE
}
