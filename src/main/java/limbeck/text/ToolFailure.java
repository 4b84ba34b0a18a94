package limbeck.text;

/**
 * The environment or the request keeps the tool from doing its work: a missing file, a wrong
 * option, a database that cannot be reached.
 *
 * <p>Shown to the user as two lines, what and how to mend, and mapped to an exit code in one place.
 * A risk in the user's code is a finding, never this.
 */
public final class ToolFailure extends RuntimeException {
  /** What kind of obstacle, and so which exit code. */
  public enum Code {
    /** The command line is wrong. */
    USAGE,
    /** The project's files or configuration are missing, unreadable or contradict each other. */
    PROJECT,
    /** The machine lacks something, or refuses it. */
    ENVIRONMENT
  }

  private final Code code;
  private final String help;

  /**
   * Reports an obstacle.
   *
   * @param code its kind
   * @param message what is wrong and where, one line
   * @param help how to mend it, one line
   */
  public ToolFailure(Code code, String message, String help) {
    super(message);
    this.code = code;
    this.help = help;
  }

  /** Reports an obstacle with the exception that showed it. */
  public ToolFailure(Code code, String message, String help, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.help = help;
  }

  /** Returns the kind of obstacle. */
  public Code code() {
    return code;
  }

  /** Returns how to mend it, one line. */
  public String help() {
    return help;
  }

  /** Returns what is wrong and where, one line. */
  public String what() {
    String message = getMessage();
    return message == null ? code.name() : message;
  }
}
