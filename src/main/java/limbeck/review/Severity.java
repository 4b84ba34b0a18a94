package limbeck.review;

/** How much a finding matters, least first. */
public enum Severity {
  /** Worth knowing. */
  LOW,
  /** Likely to cost someone time. */
  MEDIUM,
  /** Blocks, breaks or loses something under ordinary conditions. */
  HIGH,
  /** Will lose data or stop the application. */
  CRITICAL
}
