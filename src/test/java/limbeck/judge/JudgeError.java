package limbeck.judge;

/** The judge could not do a job: the real tool raised an error. */
public final class JudgeError extends RuntimeException {
  private final String type;

  JudgeError(String job, String type, String message, String details) {
    super(job + ": " + type + ": " + message + "\n" + details);
    this.type = type;
  }

  /** Returns the name of the Python exception, such as {@code CommandError}. */
  public String type() {
    return type;
  }
}
