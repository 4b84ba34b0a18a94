package limbeck.cli;

/** What the tool returns to the shell. */
final class ExitCode {
  /** Done, and nothing to say against it. */
  static final int FINE = 0;

  /** Findings, differences or open questions. */
  static final int FINDINGS = 1;

  /** Wrong usage, configuration or environment. */
  static final int UNUSABLE = 2;

  /** A bug in the tool. */
  static final int BUG = 3;

  private ExitCode() {}
}
