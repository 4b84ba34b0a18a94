package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * What Alembic loses on SQLite when a batch block makes a table anew: it takes the indexes from
 * what SQLAlchemy's inspector says of them, which knows neither directions nor expressions.
 */
final class BatchRecreation {
  private BatchRecreation() {}

  /** Records what is lost, before the steps of the block. */
  static void record(Value.Call batch, TableName name, StepRecorder steps, Location at) {
    Optional<Table> table = steps.schema().table(name);
    boolean given = batch.keywords().containsKey("copy_from");
    if (table.isEmpty() || given || !recreates(batch, steps.deferred())) {
      return;
    }
    for (Index index : table.get().indexes()) {
      boolean expression = index.elements().stream().anyMatch(it -> it.column().isEmpty());
      boolean directed = index.elements().stream().anyMatch(IndexElement::descending);
      if ((expression || directed) && index.name().isPresent()) {
        steps.add(
            new IndexOperation.DropIndex(
                Optional.of(name), name.schema(), index.name().get(), false, false),
            at);
        if (!expression) {
          steps.add(new IndexOperation.CreateIndex(name, undirected(index), false, false), at);
        }
      }
    }
  }

  private static Index undirected(Index index) {
    return index.withElements(
        index.elements().stream()
            .map(
                it ->
                    new IndexElement(
                        it.target(), it.operatorClass(), it.collation(), false, Optional.empty()))
            .toList());
  }

  private static boolean recreates(Value.Call batch, List<Operation> operations) {
    Optional<String> stated =
        Optional.ofNullable(batch.keywords().get("recreate")).flatMap(Constants::text);
    if (stated.isPresent() && !stated.get().equals("auto")) {
      return stated.get().equals("always");
    }
    return operations.stream().anyMatch(BatchRecreation::needsIt);
  }

  /** SQLite itself can add plain columns, and indexes; all else takes a new table. */
  private static boolean needsIt(Operation operation) {
    return switch (operation) {
      case ColumnOperation.DropColumn _, ColumnOperation.AlterColumn _ -> true;
      case ConstraintOperation _ -> true;
      case ColumnOperation.AddColumn _, IndexOperation _, TableOperation _ -> false;
      case limbeck.operation.TypeOperation _,
          limbeck.operation.ObjectOperation _,
          limbeck.operation.DataOperation _,
          limbeck.operation.Opaque _ ->
          false;
    };
  }
}
