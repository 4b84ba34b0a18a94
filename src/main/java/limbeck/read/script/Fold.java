package limbeck.read.script;

import limbeck.operation.Operation;
import limbeck.schema.Schema;

/** Carries an operation out on a schema, so that later steps of a script can look at it. */
@FunctionalInterface
public interface Fold {
  /** Returns the schema after an operation; what cannot be carried out leaves it as it is. */
  Schema apply(Operation operation, Schema before);
}
