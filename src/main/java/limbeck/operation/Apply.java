package limbeck.operation;

import java.util.List;
import limbeck.schema.Schema;

/**
 * Carries operations out on a schema value, as PostgreSQL would on a database.
 *
 * <p>It is tolerant, because histories are folded with it: what PostgreSQL would refuse is reported
 * as a problem, and the operation's intent is followed as far as it has a meaning (an unknown table
 * leaves the schema alone, a table that is still referenced is dropped with the references).
 */
public final class Apply {
  private Apply() {}

  /** Returns the schema after an operation, and why PostgreSQL would refuse it. */
  public static ApplyResult apply(Operation operation, Schema before) {
    return apply(operation, before, DefaultNames.postgresql());
  }

  /**
   * Returns the schema after an operation, and why PostgreSQL would refuse it.
   *
   * @param names how the database names what the source leaves unnamed
   */
  public static ApplyResult apply(Operation operation, Schema before, DefaultNames names) {
    Fold fold = new Fold(before, names);
    step(operation, fold);
    return fold.result();
  }

  /** Returns the schema after all operations, in order, and every problem met on the way. */
  public static ApplyResult applyAll(List<? extends Operation> operations, Schema before) {
    Fold fold = new Fold(before, DefaultNames.postgresql());
    for (Operation operation : operations) {
      step(operation, fold);
    }
    return fold.result();
  }

  /** Returns the schema after an operation, whatever problems it meets. */
  public static Schema after(Operation operation, Schema before) {
    return apply(operation, before).schema();
  }

  /** Returns the schema after all operations, in order, whatever problems they meet. */
  public static Schema after(List<? extends Operation> operations, Schema before) {
    return applyAll(operations, before).schema();
  }

  private static void step(Operation operation, Fold fold) {
    switch (operation) {
      case TableOperation it -> ApplyTable.apply(it, fold);
      case ColumnOperation it -> ApplyColumn.apply(it, fold);
      case ConstraintOperation it -> ApplyConstraint.apply(it, fold);
      case IndexOperation it -> ApplyIndex.apply(it, fold);
      case TypeOperation it -> ApplyType.apply(it, fold);
      case ObjectOperation it -> ApplyObject.apply(it, fold);
      case DataOperation it -> ApplyTable.rows(it, fold);
      case Opaque _ -> {
        // Not understood, so nothing is known to change; the reader has reported it already.
      }
    }
  }
}
