package limbeck.schema;

/**
 * A column's server default: the value the database fills in when an INSERT names none. Defaults of
 * the application (SQLAlchemy's {@code default=}) are not part of a schema.
 */
public sealed interface Default {
  /**
   * A quoted text literal, as SQLAlchemy makes of {@code server_default="x"}.
   *
   * @param value the text inside the quotes, unescaped
   */
  record Literal(String value) implements Default {}

  /**
   * An expression taken as it is: {@code text("…")}, a function other than now.
   *
   * @param expression the SQL
   */
  record Expression(SqlText expression) implements Default {}

  /** SQLAlchemy's {@code func.now()}: {@code now()} or {@code CURRENT_TIMESTAMP}. */
  record Now() implements Default {}

  /**
   * SQLAlchemy's {@code true()} and {@code false()}, written 1 and 0 where booleans are numbers.
   *
   * @param value which one
   */
  record BooleanConstant(boolean value) implements Default {}

  /**
   * The next value of a sequence.
   *
   * @param sequence which one
   */
  record NextValue(SequenceName sequence) implements Default {}

  /**
   * There is a default, but its value could not be read.
   *
   * @param reason why, for the user
   */
  record Unknown(String reason) implements Default {}
}
