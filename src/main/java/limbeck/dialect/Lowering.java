package limbeck.dialect;

import java.util.List;

/** What a database offers for an operation. */
public sealed interface Lowering {
  /**
   * Statements that carry it out.
   *
   * @param statements in order
   */
  record Statements(List<Statement> statements) implements Lowering {
    /** Copies the statements. */
    public Statements {
      statements = List.copyOf(statements);
    }
  }

  /**
   * The database cannot do it.
   *
   * @param reason for the user
   */
  record Unsupported(String reason) implements Lowering {}
}
