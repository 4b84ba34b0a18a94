package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * What Alembic loses when it makes a table of SQLite anew, since SQLAlchemy does not reflect it:
 * indexes over expressions, the directions of indexes, checks without a name. Such indexes go
 * before the steps of their table and come back after them, and so do the checks, with a name.
 */
final class LostInBatch {
  private final OperationCode operations;
  private final List<Step> steps;
  private final Schema start;

  private LostInBatch(List<Step> steps, Schema start, OperationCode operations) {
    this.operations = operations;
    this.steps = steps;
    this.start = start;
  }

  /** Returns the steps with those that keep what would be lost. */
  static List<Step> kept(List<Step> steps, Schema before, OperationCode operations) {
    Set<TableName> anew = new TreeSet<>();
    for (Step step : steps) {
      recreated(step.operation()).ifPresent(anew::add);
    }
    boolean loses =
        anew.stream()
            .flatMap(it -> before.table(it).stream())
            .anyMatch(it -> !lostIndexes(it).isEmpty() || !lostChecks(it).isEmpty());
    return loses ? new LostInBatch(steps, before, operations).kept(anew) : steps;
  }

  private List<Step> kept(Set<TableName> anew) {
    List<Step> result = new ArrayList<>(steps);
    for (TableName name : anew) {
      int first = position(result, name, true);
      int last = position(result, name, false);
      Schema before = schemaAt(result, first);
      Schema after = schemaAt(result, last + 1);
      Optional<Table> from = before.table(name);
      Optional<Table> to = after.table(name);
      if (from.isEmpty() || to.isEmpty()) {
        continue;
      }
      List<Step> behind = new ArrayList<>();
      List<Step> front = new ArrayList<>();
      for (Constraint.Check check : lostChecks(from.get())) {
        if (to.get().constraints().contains(check)) {
          behind.add(
              step(
                  new ConstraintOperation.AddConstraint(name, check, Optional.empty()),
                  "batch mode loses a check without a name, so it comes back with one"));
        }
      }
      for (Index index : lostIndexes(from.get())) {
        Optional<Index> stays =
            to.get().indexes().stream().filter(it -> it.name().equals(index.name())).findFirst();
        boolean touched =
            result.subList(first, last + 1).stream().anyMatch(it -> isAbout(it, index, name));
        if (stays.isPresent() && !touched) {
          String why =
              "batch mode loses " + index.name().get() + ", so it goes before and comes back";
          front.add(
              step(
                  new IndexOperation.DropIndex(
                      Optional.of(name), name.schema(), index.name().get(), false, false),
                  why));
          behind.add(step(new IndexOperation.CreateIndex(name, stays.get(), false, false), why));
        }
      }
      result.addAll(last + 1, behind);
      result.addAll(first, front);
    }
    return result;
  }

  private Schema schemaAt(List<Step> all, int position) {
    Schema schema = start;
    for (Step step : all.subList(0, position)) {
      schema = operations.after(step.operation(), schema);
    }
    return schema;
  }

  private static int position(List<Step> all, TableName name, boolean first) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (recreated(all.get(i).operation()).filter(name::equals).isPresent()) {
        found.add(i);
      }
    }
    return first ? found.getFirst() : found.getLast();
  }

  private static Step step(Operation operation, String because) {
    return Step.of(operation, new Origin.Generated(because));
  }

  private static boolean isAbout(Step step, Index index, TableName table) {
    return switch (step.operation()) {
      case IndexOperation.DropIndex it -> Optional.of(it.name()).equals(index.name());
      case IndexOperation.CreateIndex it ->
          it.table().equals(table) && it.index().name().equals(index.name());
      default -> false;
    };
  }

  /** Returns the table that an operation of a batch block makes anew. */
  private static Optional<TableName> recreated(Operation operation) {
    return switch (operation) {
      case ColumnOperation.DropColumn it -> Optional.of(it.table());
      case ColumnOperation.AlterColumn it ->
          OperationCode.isRename(it) ? Optional.empty() : Optional.of(it.table());
      case ConstraintOperation.AddConstraint it -> Optional.of(it.table());
      case ConstraintOperation.DropConstraint it -> Optional.of(it.table());
      default -> Optional.empty();
    };
  }

  private static List<Constraint.Check> lostChecks(Table table) {
    return table.constraints().stream()
        .flatMap(
            it ->
                it instanceof Constraint.Check check && check.name().isEmpty()
                    ? Stream.of(check)
                    : Stream.empty())
        .toList();
  }

  private static List<Index> lostIndexes(Table table) {
    return table.indexes().stream().filter(it -> it.name().isPresent() && isLost(it)).toList();
  }

  /** Returns whether SQLAlchemy's inspector does not see an index as it is. */
  static boolean isLost(Index index) {
    return index.elements().stream().anyMatch(it -> it.column().isEmpty() || it.descending());
  }
}
