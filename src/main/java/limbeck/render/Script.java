package limbeck.render;

/** A statement of a function's body. */
sealed interface Script {
  /** An expression alone on its line, such as a directive. */
  record Expression(Code code) implements Script {}

  /**
   * A query that must return nothing, run where a database is connected.
   *
   * @param query the SQL
   * @param message of the error otherwise
   */
  record Check(String query, String message) implements Script {}
}
