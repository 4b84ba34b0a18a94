package limbeck.revision;

import limbeck.operation.Operation;

/**
 * One operation of a revision, in its place.
 *
 * @param operation what is done
 * @param origin where it comes from
 * @param autocommit whether it stands in an {@code autocommit_block}, outside the transaction
 */
public record Step(Operation operation, Origin origin, boolean autocommit) {
  /** Returns a step inside the transaction. */
  public static Step of(Operation operation, Origin origin) {
    return new Step(operation, origin, false);
  }
}
