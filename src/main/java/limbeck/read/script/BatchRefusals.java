package limbeck.read.script;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Dependents;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Table;

/**
 * Why SQLite refuses the table that a batch block makes anew: the checks and indexes of the old one
 * come along as they are, so each must find its columns under their old names.
 */
final class BatchRefusals {
  private final Set<ColumnName> renamed = new HashSet<>();
  private final Set<ColumnName> dropped = new HashSet<>();
  private final Set<ColumnName> added = new HashSet<>();
  private final Set<ConstraintName> settled = new HashSet<>();
  private final Set<IndexName> goneIndexes = new HashSet<>();

  private BatchRefusals(List<Operation> operations) {
    for (Operation operation : operations) {
      if (operation instanceof ColumnOperation.DropColumn it) {
        dropped.add(it.column());
      } else if (operation instanceof ColumnOperation.AddColumn it) {
        added.add(it.column().name());
      } else if (operation instanceof ColumnOperation.AlterColumn it) {
        it.changes().stream()
            .filter(ColumnChange.Rename.class::isInstance)
            .forEach(_ -> renamed.add(it.column()));
      } else if (operation instanceof ConstraintOperation.DropConstraint it) {
        settled.add(it.name());
      } else if (operation instanceof ConstraintOperation.AddConstraint it) {
        // It takes the place of one with its name.
        it.constraint().name().ifPresent(settled::add);
      } else if (operation instanceof IndexOperation.DropIndex it) {
        goneIndexes.add(it.name());
      }
    }
    dropped.removeAll(added);
  }

  /**
   * Returns why the new table cannot be made; empty when nothing stands against it.
   *
   * @param table as the inspector sees it before the block's operations
   */
  static Optional<String> of(Table table, List<Operation> operations) {
    BatchRefusals refusals = new BatchRefusals(operations);
    return refusals.name().or(() -> refusals.check(table)).or(() -> refusals.index(table));
  }

  /** Alembic knows a column by its old name until the block ends. */
  private Optional<String> name() {
    return renamed.stream()
        .filter(added::contains)
        .findFirst()
        .map(it -> "Alembic adds no column " + it + " in the block that renames the one there was");
  }

  private Optional<String> check(Table table) {
    Set<ColumnName> gone = new HashSet<>(renamed);
    gone.addAll(dropped);
    for (Constraint constraint : table.constraints()) {
      Optional<ConstraintName> name = constraint.name();
      if (constraint instanceof Constraint.Check
          && name.isPresent()
          && !settled.contains(name.get())) {
        for (ColumnName column : gone) {
          if (Dependents.uses(constraint, column)) {
            return Optional.of(
                "SQLite refuses the table that Alembic makes anew: check "
                    + name.get()
                    + " still speaks of column "
                    + column);
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> index(Table table) {
    for (Index index : table.indexes()) {
      Optional<IndexName> name = index.name();
      if (name.isPresent() && !goneIndexes.contains(name.get())) {
        for (ColumnName column : dropped) {
          if (Dependents.uses(index, column)) {
            return Optional.of(
                "SQLite refuses the table that Alembic makes anew: index "
                    + name.get()
                    + " still covers column "
                    + column);
          }
        }
      }
    }
    return Optional.empty();
  }
}
