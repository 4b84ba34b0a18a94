package limbeck.dialect.standard;

/**
 * One SQL statement on its way to a {@link limbeck.dialect.Statement}.
 *
 * @param text without semicolon
 * @param transactional false when the database refuses it inside a transaction
 */
public record Sql(String text, boolean transactional) {
  /** Returns a statement that may run inside a transaction. */
  public static Sql of(String text) {
    return new Sql(text, true);
  }
}
