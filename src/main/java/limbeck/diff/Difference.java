package limbeck.diff;

import java.util.List;
import limbeck.operation.Operation;

/**
 * What makes one schema into another.
 *
 * @param changes in an order in which a database can carry them out
 * @param candidates drops and additions that may be renames
 * @param notes what could not be compared or cannot be changed, for the user
 */
public record Difference(List<Change> changes, List<Candidate> candidates, List<String> notes) {
  /** Copies the lists. */
  public Difference {
    changes = List.copyOf(changes);
    candidates = List.copyOf(candidates);
    notes = List.copyOf(notes);
  }

  /** Returns whether the schemas are the same, as far as they could be compared. */
  public boolean isEmpty() {
    return changes.isEmpty();
  }

  /** Returns all operations in order. */
  public List<Operation> operations() {
    return changes.stream().flatMap(it -> it.operations().stream()).toList();
  }
}
