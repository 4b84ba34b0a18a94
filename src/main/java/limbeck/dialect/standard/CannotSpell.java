package limbeck.dialect.standard;

/**
 * A part of an operation that a database has no words for; {@link StandardDialect} turns it into
 * {@link limbeck.dialect.Lowering.Unsupported}, it never leaves the room.
 */
public final class CannotSpell extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  /** Gives up with a reason for the user. */
  public CannotSpell(String reason) {
    super(reason, null, false, false);
    this.reason = reason;
  }

  /** Returns why, for the user. */
  public String reason() {
    return reason;
  }
}
