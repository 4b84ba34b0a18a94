package limbeck.plan;

import java.util.Optional;
import limbeck.operation.Operation;
import limbeck.schema.Schema;

/** Says what a step keeps others from doing. */
@FunctionalInterface
public interface LockSource {
  /**
   * Returns one sentence about the lock a step takes for longer than a moment, if it does.
   *
   * @param operation the step
   * @param before the schema before it
   */
  Optional<String> lock(Operation operation, Schema before);
}
