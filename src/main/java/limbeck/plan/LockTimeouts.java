package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.SqlText;

/**
 * Has a transaction wait for its locks only so long. Whoever waits for ACCESS EXCLUSIVE keeps all
 * others waiting behind it, even though it does nothing yet (PostgreSQL, chapter 13.3).
 *
 * <p>What runs outside a transaction here takes locks that stop no reader and no writer, and must
 * wait for others as long as that takes: a concurrent build that gives up leaves an invalid index.
 */
final class LockTimeouts {
  private static final String BECAUSE =
      "whoever reads or writes must not queue behind this for longer";

  private final Draft draft;
  private boolean used;

  LockTimeouts(Draft draft) {
    this.draft = draft;
  }

  /** Returns the steps with the timeout set in each transaction that takes strong locks. */
  List<Step> set(List<Step> steps) {
    if (draft.options().strategy() == Strategy.DIRECT) {
      return steps;
    }
    List<Step> result = new ArrayList<>();
    List<Step> transaction = new ArrayList<>();
    for (Step step : steps) {
      if (step.autocommit()) {
        end(transaction, result);
        result.add(step);
      } else {
        transaction.add(step);
      }
    }
    end(transaction, result);
    return result;
  }

  private void end(List<Step> transaction, List<Step> result) {
    if (transaction.stream().anyMatch(it -> isStrong(it.operation()))) {
      used = true;
      result.add(
          Step.of(
              new DataOperation.ExecuteSql(
                  new SqlText("SET LOCAL lock_timeout = '" + draft.options().lockTimeout() + "'"),
                  new TreeSet<>(),
                  new TreeSet<>()),
              new Origin.Generated(BECAUSE)));
    }
    result.addAll(transaction);
    transaction.clear();
  }

  /** What to do when a lock is not to be had, if there is a timeout. */
  Optional<SafetyNote> advice() {
    return used
        ? Optional.of(
            new SafetyNote(
                SafetyNote.Kind.LOCK,
                "It waits at most "
                    + draft.options().lockTimeout()
                    + " for a lock. When that is not enough it fails with \"canceling statement due"
                    + " to lock timeout\" and leaves nothing half done: run it again, once long"
                    + " transactions have ended."))
        : Optional.empty();
  }

  private boolean isStrong(Operation operation) {
    boolean onNewTable = Touched.table(operation).filter(draft::hasNoRows).isPresent();
    return !onNewTable
        && switch (operation) {
          case TableOperation it -> !(it instanceof TableOperation.CreateTable);
          case limbeck.operation.ColumnOperation _ -> true;
          case ConstraintOperation it -> !(it instanceof ConstraintOperation.ValidateConstraint);
          case IndexOperation _ -> true;
          case ObjectOperation.CreateObject _, ObjectOperation.DropObject _ -> true;
          case ObjectOperation _, TypeOperation _, DataOperation _, Opaque _ -> false;
        };
  }
}
