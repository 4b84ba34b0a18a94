package limbeck.read.script;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.python.value.Value;
import limbeck.read.table.NamingConvention;
import limbeck.read.table.TableDraft;
import limbeck.read.value.Constants;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
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
    List<Constraint> stated = List.of();
    if (table.isPresent() && BatchRecreation.happens(batch, steps.deferred(), dialect)) {
      stated = stated(batch, table.get().name());
      // A copy that is stated has what the inspector would not see.
      boolean reflected =
          dialect == DialectName.SQLITE && !batch.keywords().containsKey("copy_from");
      if (reflected) {
        BatchRecreation.record(batch, table.get(), stated, steps, objects);
      }
      steps
          .schema()
          .table(table.get().name())
          .ifPresent(it -> BatchRecreation.replace(it, steps, batch.at()));
      refuse(table.get().name(), batch.at());
      if (reflected) {
        steps
            .schema()
            .table(table.get().name())
            .flatMap(it -> BatchRefusals.of(it, steps.deferred()))
            .ifPresent(it -> refuse(it, table.get().name(), batch.at()));
      }
    }
    // Whether the table will be made anew must be settled when the first place is stated. Where it
    // is not, a place is refused, and partial_reordering passed over.
    boolean anew = BatchRecreation.happens(batch, beforePlaces(), dialect);
    boolean asked = anew ? BatchOrder.isAsked(batch, steps.places()) : !steps.places().isEmpty();
    Optional<List<ColumnName>> order =
        table
            .filter(_ -> anew && asked)
            .flatMap(it -> BatchOrder.of(batch, it, steps.deferred(), steps.places()));
    steps.endBatch();
    add(stated, name, batch.at());
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

  private void refuse(TableName name, Location at) {
    boolean nameless =
        steps.deferred().stream()
            .anyMatch(
                it ->
                    it instanceof ConstraintOperation.AddConstraint add
                        && add.constraint().name().isEmpty());
    if (nameless) {
      refuse("Alembic adds no constraint without a name to a table that it makes anew", name, at);
    }
  }

  private void refuse(String reason, TableName name, Location at) {
    steps.addOpaque(reason, new TreeSet<>(Set.of(name)), true, at);
  }

  /** Returns the constraints among the {@code table_args}, which no convention of env.py names. */
  private List<Constraint> stated(Value.Call batch, TableName name) {
    Value arguments = batch.keywords().get("table_args");
    if (arguments == null) {
      return List.of();
    }
    Optional<List<Value>> items = Constants.items(arguments);
    if (items.isEmpty()) {
      steps.addOpaque(
          "what table_args adds to the table cannot be told",
          new TreeSet<>(Set.of(name)),
          true,
          batch.at());
      return List.of();
    }
    ScriptObjects plain = new ScriptObjects(objects.context(), NamingConvention.DEFAULT);
    TableDraft draft = plain.known(name, steps.planned(), batch.at());
    plain.add(items.get(), draft, batch.at());
    return plain.assemble(draft).table().constraints();
  }

  private void add(List<Constraint> stated, Optional<TableName> name, Location at) {
    for (Constraint constraint : stated) {
      boolean there =
          name.flatMap(steps.schema()::table).stream()
              .flatMap(it -> it.constraints().stream())
              .anyMatch(
                  it ->
                      it.equals(constraint)
                          || (it.name().isPresent() && it.name().equals(constraint.name())));
      if (name.isPresent() && !there) {
        steps.add(
            new ConstraintOperation.AddConstraint(name.get(), constraint, Optional.empty()), at);
      }
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
