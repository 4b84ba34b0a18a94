package limbeck.dialect;

import java.util.List;
import limbeck.operation.Operation;
import limbeck.schema.Schema;

/**
 * The operations of a case folder, as the reader makes them of its {@code op.py}.
 *
 * @param before the schema they meet
 * @param operations in the order of the script
 */
record LowerCase(Schema before, List<Operation> operations) {
  static LowerCase of(Operation... operations) {
    return new LowerCase(Schema.EMPTY, List.of(operations));
  }
}
