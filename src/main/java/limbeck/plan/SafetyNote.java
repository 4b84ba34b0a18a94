package limbeck.plan;

/**
 * What a person must know before a plan is carried out.
 *
 * @param kind what it is about
 * @param text one or two sentences
 */
public record SafetyNote(Kind kind, String text) {
  /** What a note is about. */
  public enum Kind {
    /** Rows or values that go, on the way there or back. */
    DATA_LOSS,
    /** Readers or writers that wait. */
    LOCK,
    /** Something only a person can see to. */
    HUMAN,
    /** Running programs that break. */
    COMPATIBILITY
  }
}
