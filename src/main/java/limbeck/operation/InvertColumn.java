package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Finds what undoes an operation on a column. */
final class InvertColumn {
  private InvertColumn() {}

  static Inverse invert(ColumnOperation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AddColumn it ->
          Invert.exact(new ColumnOperation.DropColumn(it.table(), it.column().name(), false));
      case ColumnOperation.DropColumn it -> drop(it.table(), it.column(), before);
      case ColumnOperation.AlterColumn it -> alter(it, before);
    };
  }

  private static Inverse drop(TableName name, ColumnName column, Schema before) {
    Column dropped = before.table(name).orElseThrow().column(column).orElseThrow();
    List<Operation> operations = addAgain(name, column, before);
    boolean computed =
        dropped.generation().isPresent()
            && dropped.generation().orElseThrow() instanceof Generation.Computed;
    return computed
        ? new Inverse.Exact(operations)
        : new Inverse.Lossy(operations, "the values of " + name + "." + column);
  }

  /** Adds a column with everything that is over it, foreign keys of other tables included. */
  static List<Operation> addAgain(TableName name, ColumnName column, Schema before) {
    Table table = before.table(name).orElseThrow();
    List<Operation> operations = new ArrayList<>();
    operations.add(new ColumnOperation.AddColumn(name, table.column(column).orElseThrow(), false));
    List<Operation> keys = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      boolean gone =
          Dependents.uses(constraint, column)
              || (constraint instanceof Constraint.ForeignKey key
                  && key.target().equals(name)
                  && Dependents.targetColumns(key, before).contains(column));
      if (gone) {
        (constraint instanceof Constraint.ForeignKey ? keys : operations)
            .add(Invert.add(name, constraint));
      }
    }
    for (Index index : table.indexes()) {
      if (Dependents.uses(index, column)) {
        operations.add(new IndexOperation.CreateIndex(name, index, false, false));
      }
    }
    operations.addAll(keys);
    for (Dependents.Reference it : Dependents.referencesTo(before, name, column)) {
      if (!it.holder().equals(name)) {
        operations.add(Invert.add(it.holder(), it.key()));
      }
    }
    return operations;
  }

  private static Inverse alter(ColumnOperation.AlterColumn operation, Schema before) {
    List<Operation> operations = new ArrayList<>();
    List<String> lost = new ArrayList<>();
    Schema current = before;
    ColumnName name = operation.column();
    for (ColumnChange change : operation.changes()) {
      Optional<Column> column = columnOf(current, operation.table(), name);
      if (column.isEmpty()) {
        break;
      }
      ColumnName after = change instanceof ColumnChange.Rename(ColumnName to) ? to : name;
      Operation single = new ColumnOperation.AlterColumn(operation.table(), name, List.of(change));
      Schema next = Apply.after(single, current);
      if (!next.equals(current)) {
        operations.addAll(0, undo(operation.table(), column.orElseThrow(), after, change, current));
        lost.addAll(lost(operation.table(), column.orElseThrow(), change));
        name = after;
      }
      current = next;
    }
    return lost.isEmpty()
        ? new Inverse.Exact(operations)
        : new Inverse.Lossy(operations, String.join("; ", lost));
  }

  private static Optional<Column> columnOf(Schema schema, TableName table, ColumnName column) {
    return schema.table(table).flatMap(it -> it.column(column));
  }

  private static List<Operation> undo(
      TableName table, Column column, ColumnName name, ColumnChange change, Schema before) {
    return switch (change) {
      case ColumnChange.SetType it ->
          List.of(
              alter(
                  table,
                  name,
                  new ColumnChange.SetType(
                      Optional.of(it.to()),
                      column.type(),
                      Conversion.of(name, it.to(), column.type()).using())));
      case ColumnChange.SetNullable _ ->
          List.of(alter(table, name, new ColumnChange.SetNullable(column.nullable())));
      case ColumnChange.SetDefault it ->
          column.autoincrement()
              ? List.of(alter(table, name, new ColumnChange.SetAutoincrement(true)))
              : List.of(
                  alter(table, name, new ColumnChange.SetDefault(it.to(), column.serverDefault())));
      case ColumnChange.SetGeneration it -> undoGeneration(table, column, it, before);
      case ColumnChange.SetAutoincrement _ -> {
        List<Operation> operations = new ArrayList<>();
        operations.add(
            alter(table, name, new ColumnChange.SetAutoincrement(column.autoincrement())));
        if (column.serverDefault().isPresent()) {
          operations.add(
              alter(
                  table,
                  name,
                  new ColumnChange.SetDefault(Optional.empty(), column.serverDefault())));
        }
        yield operations;
      }
      case ColumnChange.SetComment it ->
          List.of(alter(table, name, new ColumnChange.SetComment(it.to(), column.comment())));
      case ColumnChange.Rename _ ->
          List.of(alter(table, name, new ColumnChange.Rename(column.name())));
    };
  }

  private static List<Operation> undoGeneration(
      TableName table, Column column, ColumnChange.SetGeneration change, Schema before) {
    boolean computedAgain =
        column.generation().isPresent()
            && column.generation().orElseThrow() instanceof Generation.Computed
            && change.to().isEmpty();
    if (!computedAgain) {
      return List.of(
          alter(
              table,
              column.name(),
              new ColumnChange.SetGeneration(change.to(), column.generation())));
    }
    List<Operation> operations = new ArrayList<>();
    operations.add(new ColumnOperation.DropColumn(table, column.name(), false));
    operations.addAll(addAgain(table, column.name(), before));
    return operations;
  }

  private static Operation alter(TableName table, ColumnName column, ColumnChange change) {
    return new ColumnOperation.AlterColumn(table, column, List.of(change));
  }

  /** What the rows lose on the way there; what they may lose on the way back is not lost yet. */
  private static List<String> lost(TableName table, Column column, ColumnChange change) {
    if (!(change instanceof ColumnChange.SetType it)) {
      return List.of();
    }
    String what = table + "." + column.name();
    Conversion there = Conversion.of(column.name(), column.type(), it.to());
    Conversion back = Conversion.of(column.name(), it.to(), column.type());
    boolean computes = it.using().isPresent() && !it.using().equals(there.using());
    if (computes) {
      return List.of("the values " + what + " had before they were converted");
    }
    if (back.path() == Conversion.Path.UNKNOWN) {
      return List.of("the values of " + what + ": " + back.why());
    }
    return there.loss() == Conversion.Loss.MAY_CHANGE
        ? List.of("the values of " + what + " as they were: " + there.why())
        : List.of();
  }
}
