package limbeck.operation;

import java.util.List;

/** What undoes an operation, given the schema before it. */
public sealed interface Inverse {
  /**
   * Schema and rows come back as they were.
   *
   * @param operations in order
   */
  record Exact(List<Operation> operations) implements Inverse {
    /** Copies the operations. */
    public Exact {
      operations = List.copyOf(operations);
    }
  }

  /**
   * The schema comes back, rows do not in full.
   *
   * @param operations in order
   * @param lost what does not come back, for the user
   */
  record Lossy(List<Operation> operations, String lost) implements Inverse {
    /** Copies the operations. */
    public Lossy {
      operations = List.copyOf(operations);
    }
  }

  /**
   * Nothing undoes it.
   *
   * @param reason why, for the user
   */
  record None(String reason) implements Inverse {}
}
