package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import limbeck.operation.Apply;
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
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;

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

  private static final String TOGETHER =
      "all tables are locked together or none: whoever holds one of them and waits for another"
          + " must not wait for this";

  private static final String ATTEMPT = "300ms";
  private static final int ATTEMPTS = 50;

  private final Draft draft;
  private boolean used;
  private Schema schema = Schema.EMPTY;

  LockTimeouts(Draft draft) {
    this.draft = draft;
  }

  /**
   * Returns the steps with the timeout set in each transaction that takes strong locks.
   *
   * @param before the schema before them
   */
  List<Step> set(List<Step> steps, Schema before) {
    if (draft.options().strategy() == Strategy.DIRECT) {
      return steps;
    }
    schema = before;
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
    SortedSet<TableName> tables = new TreeSet<>();
    boolean strong = false;
    SortedSet<TableName> known = new TreeSet<>(schema.tables().keySet());
    for (Step step : transaction) {
      if (isStrong(step.operation())) {
        strong = true;
        tables.addAll(LockedTables.of(step.operation(), schema));
      }
      schema = Apply.apply(step.operation(), schema, draft.options().names()).schema();
    }
    if (strong) {
      used = true;
      tables.retainAll(known);
      if (tables.size() > 1) {
        result.add(execute(lockAll(tables), TOGETHER));
      }
      result.add(
          execute("SET LOCAL lock_timeout = '" + draft.options().lockTimeout() + "'", BECAUSE));
    }
    result.addAll(transaction);
    transaction.clear();
  }

  private static Step execute(String sql, String because) {
    return Step.of(
        new DataOperation.ExecuteSql(new SqlText(sql), new TreeSet<>(), new TreeSet<>()),
        new Origin.Generated(because));
  }

  /**
   * Locks tables without keeping one while waiting for the next: an attempt gives up before anyone
   * is called a deadlock (deadlock_timeout is 1s), lets go of all, and is made again.
   */
  private String lockAll(SortedSet<TableName> tables) {
    StringBuilder locks = new StringBuilder();
    for (TableName it : tables) {
      locks
          .append("LOCK TABLE ")
          .append(draft.sql().table(it))
          .append(" IN ACCESS EXCLUSIVE MODE;\n");
    }
    return """
    DO $$
    DECLARE
        attempts integer := 0;
    BEGIN
        LOOP
            BEGIN
                SET LOCAL lock_timeout = '%s';
    %s            EXIT;
            EXCEPTION WHEN lock_not_available THEN
                attempts := attempts + 1;
                IF attempts >= %d THEN
                    RAISE;
                END IF;
                PERFORM pg_sleep(0.1 * random());
            END;
        END LOOP;
    END
    $$"""
        .formatted(ATTEMPT, locks.toString().indent(12), ATTEMPTS);
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
          case ObjectOperation.CreateObject _,
              ObjectOperation.DropObject _,
              ObjectOperation.RenameObject _ ->
              true;
          case ObjectOperation _, TypeOperation _, DataOperation _, Opaque _ -> false;
        };
  }
}
