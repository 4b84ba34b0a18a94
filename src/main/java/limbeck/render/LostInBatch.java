package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableRecreation;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The indexes that Alembic loses when it makes a table of SQLite anew: they go before the steps of
 * their table and come back after them.
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
      recreated(step, before, operations).ifPresent(anew::add);
    }
    boolean loses =
        anew.stream()
            .flatMap(it -> before.table(it).stream())
            .anyMatch(it -> !TableRecreation.lostIndexes(it).isEmpty());
    return loses ? new LostInBatch(steps, before, operations).kept(anew) : steps;
  }

  /** Returns the table that a step makes anew. */
  private static Optional<TableName> recreated(Step step, Schema before, OperationCode operations) {
    return operations
        .batchTable(step.operation(), before)
        .filter(_ -> TableRecreation.isNeededFor(step.operation()));
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
      for (Index index : TableRecreation.lostIndexes(from.get())) {
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

  private int position(List<Step> all, TableName name, boolean first) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (recreated(all.get(i), start, operations).filter(name::equals).isPresent()) {
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
}
