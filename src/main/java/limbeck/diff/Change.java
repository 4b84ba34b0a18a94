package limbeck.diff;

import java.util.List;
import limbeck.operation.Operation;

/**
 * One change between two schemas.
 *
 * @param operations that make it, in order; they belong together
 * @param because what was found, for the user
 */
public record Change(List<Operation> operations, String because) {
  /** Copies the operations. */
  public Change {
    operations = List.copyOf(operations);
  }
}
