package limbeck.database;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a database answered to one statement. */
public sealed interface Outcome {
  /** Returns whether the statement was carried out. */
  default boolean succeeded() {
    return this instanceof Done;
  }

  /**
   * The statement was carried out.
   *
   * @param rows what it returned; no columns when it returns nothing
   * @param affected the rows it inserted, updated or deleted; zero for other statements
   * @param notices messages the server sent along, such as {@code NOTICE: … skipping}
   */
  record Done(Rows rows, long affected, List<String> notices) implements Outcome {
    /** Copies the notices. */
    public Done {
      notices = List.copyOf(notices);
    }
  }

  /**
   * The database refused the statement.
   *
   * @param sqlState five characters, as in PostgreSQL's appendix "Error Codes"; {@code 08…} when
   *     the connection is lost
   * @param message the primary message
   * @param position where in the statement, in characters counted from 1
   * @param detail what the server says beyond
   * @param hint what the server advises
   * @param subject which object of the schema it is about, where the server tells
   */
  record Failed(
      String sqlState,
      String message,
      OptionalInt position,
      Optional<String> detail,
      Optional<String> hint,
      Subject subject)
      implements Outcome {

    /** Returns whether the session is of no more use. */
    public boolean connectionLost() {
      return sqlState.startsWith("08") || sqlState.startsWith("57P0");
    }

    /** Returns whether the statement gave up waiting for a lock. */
    public boolean lockNotAvailable() {
      return sqlState.equals("55P03");
    }
  }

  /**
   * The object that a failure is about.
   *
   * @param schema its schema
   * @param table a table
   * @param column a column of it
   * @param type a data type
   * @param constraint a constraint, or a unique index
   */
  record Subject(
      Optional<String> schema,
      Optional<String> table,
      Optional<String> column,
      Optional<String> type,
      Optional<String> constraint) {
    /** The server names none. */
    public static final Subject NONE =
        new Subject(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }
}
