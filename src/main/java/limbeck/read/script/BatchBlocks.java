package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.DialectName;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Ends batch blocks: their steps run, and what making a table anew changes besides. */
final class BatchBlocks {
  private final ScriptObjects objects;
  private final StepRecorder steps;
  private final DialectName dialect;

  BatchBlocks(ScriptObjects objects, StepRecorder steps) {
    this.objects = objects;
    this.steps = steps;
    this.dialect = objects.context().options().dialect();
  }

  void end(Value.Call batch) {
    Optional<TableName> name = Directives.batchTable(batch, objects.context());
    Optional<Table> table = name.flatMap(steps.schema()::table);
    if (name.isPresent() && dialect == DialectName.SQLITE) {
      BatchRecreation.record(batch, name.get(), steps, objects, batch.at());
    }
    // Whether the table will be made anew must be settled when the first place is stated. Where it
    // is not, a place is refused, and partial_reordering passed over.
    boolean anew = BatchRecreation.recreates(batch, beforePlaces(), dialect);
    boolean asked = anew ? BatchOrder.isAsked(batch, steps.places()) : !steps.places().isEmpty();
    Optional<List<ColumnName>> order =
        table
            .filter(_ -> anew && asked)
            .flatMap(it -> BatchOrder.of(batch, it, steps.deferred(), steps.places()));
    steps.endBatch();
    if (order.isPresent()) {
      reorder(table.get().name(), order.get(), batch.at());
    } else if (asked && table.isPresent()) {
      steps.addOpaque(
          anew
              ? "Alembic finds no order of the columns that the batch block asks for"
              : "Alembic puts a column before or after another only with recreate='always'",
          new TreeSet<>(Set.of(table.get().name())),
          true,
          batch.at());
    }
  }

  private List<Operation> beforePlaces() {
    return steps.deferred().stream()
        .takeWhile(
            it ->
                !(it instanceof ColumnOperation.AddColumn add
                    && steps.places().containsKey(add.column().name())))
        .toList();
  }

  private void reorder(TableName name, List<ColumnName> order, Location at) {
    List<ColumnName> now =
        steps.schema().table(name).stream()
            .flatMap(it -> it.columns().stream())
            .map(Column::name)
            .toList();
    if (!now.equals(order)) {
      steps.add(new TableOperation.OrderColumns(name, now, order), at);
    }
  }
}
