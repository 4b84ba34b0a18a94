package limbeck.revision;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.AssumedTables;
import limbeck.operation.DefaultNames;
import limbeck.operation.Operation;
import limbeck.schema.Schema;

/**
 * Carries operations out and remembers the results until they are asked for once more: a script is
 * read against the very schemas that the fold then goes through.
 *
 * <p>Not safe for use by several threads.
 */
public final class Applier {
  private final DefaultNames names;
  private final IdentityHashMap<Operation, Applied> remembered = new IdentityHashMap<>();

  private record Applied(Schema before, ApplyResult result) {}

  /**
   * Makes one that remembers nothing yet.
   *
   * @param names how the database names what the source leaves unnamed
   */
  public Applier(DefaultNames names) {
    this.names = names;
  }

  /** Returns the schema after an operation, which is remembered. */
  public Schema ahead(Operation operation, Schema before) {
    ApplyResult result = carriedOut(operation, before);
    remembered.put(operation, new Applied(before, result));
    return result.schema();
  }

  /** Returns the schema after an operation, and why the database would refuse it. */
  public ApplyResult apply(Operation operation, Schema before) {
    Applied known = remembered.remove(operation);
    return known != null && isSame(known.before(), before)
        ? known.result()
        : carriedOut(operation, before);
  }

  /** What no operation has created is assumed, and said once: from then on it is there. */
  private ApplyResult carriedOut(Operation operation, Schema before) {
    AssumedTables.Assumed assumed = AssumedTables.before(operation, before);
    if (AssumedTables.isBeyond(operation, assumed.schema())) {
      return new ApplyResult(assumed.schema(), assumed.sentences());
    }
    ApplyResult result = Apply.apply(operation, assumed.schema(), names);
    List<String> problems = new ArrayList<>(assumed.sentences());
    problems.addAll(result.problems());
    return new ApplyResult(AssumedTables.after(operation, result.schema()), problems);
  }

  /** Forgets what was carried out ahead and never asked for. */
  public void forget() {
    remembered.clear();
  }

  @SuppressWarnings("ReferenceEquality") // an equal schema would take longer to tell than to apply
  private static boolean isSame(Schema one, Schema other) {
    return one == other;
  }
}
