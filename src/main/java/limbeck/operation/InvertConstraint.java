package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Finds what undoes an operation on a constraint or an index. */
final class InvertConstraint {
  private InvertConstraint() {}

  static Inverse invert(ConstraintOperation operation, Schema before, DefaultNames names) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it -> add(it, before, names);
      case ConstraintOperation.DropConstraint it -> {
        Table table = before.table(it.table()).orElseThrow();
        Constraint dropped = ApplyConstraint.find(table, it.name(), names).orElseThrow();
        List<Operation> operations = new ArrayList<>();
        // InnoDB calls the index it makes after an unnamed key's column, so that stays unnamed.
        boolean nameless =
            (names.referencesHoldIndexes() && dropped instanceof Constraint.ForeignKey)
                || names.onlyDescribes(dropped);
        operations.add(
            Invert.add(it.table(), nameless ? dropped : dropped.withName(Optional.of(it.name()))));
        operations.addAll(
            Invert.addAll(goneReferences(it, before, ApplyConstraint.keyColumns(dropped), names)));
        yield new Inverse.Exact(operations);
      }
      case ConstraintOperation.RenameConstraint it ->
          Invert.exact(
              new ConstraintOperation.RenameConstraint(
                  it.table(), it.to(), it.from(), it.ifExists()));
      case ConstraintOperation.SetDeferral it ->
          Invert.exact(
              new ConstraintOperation.SetDeferral(it.table(), it.name(), it.to(), it.from()));
      case ConstraintOperation.ValidateConstraint it -> {
        Table table = before.table(it.table()).orElseThrow();
        Constraint constraint = ApplyConstraint.find(table, it.name(), names).orElseThrow();
        yield Invert.exact(
            new ConstraintOperation.DropConstraint(
                it.table(), it.name(), Optional.of(Invert.kind(constraint)), false, false),
            Invert.add(it.table(), constraint.withName(Optional.of(it.name()))));
      }
    };
  }

  private static Inverse add(
      ConstraintOperation.AddConstraint operation, Schema before, DefaultNames names) {
    TableName name = operation.table();
    Table table = before.table(name).orElseThrow();
    Table after = Apply.apply(operation, before, names).schema().table(name).orElseThrow();
    Optional<ConstraintName> added =
        operation
            .constraint()
            .name()
            .or(() -> operation.usingIndex().map(it -> new ConstraintName(it.text())))
            .or(() -> names.nameOf(operation.constraint(), after));
    if (added.isEmpty()) {
      return new Inverse.None(
          "the database gives the " + Describe.constraint(operation.constraint()) + " no name");
    }
    List<Operation> operations = new ArrayList<>();
    operations.add(
        new ConstraintOperation.DropConstraint(
            name,
            added.orElseThrow(),
            Optional.of(Invert.kind(operation.constraint())),
            false,
            false));
    operation
        .usingIndex()
        .flatMap(table::index)
        .ifPresent(it -> operations.add(new IndexOperation.CreateIndex(name, it, false, false)));
    // A dropped primary key leaves its columns NOT NULL.
    for (Column column : table.columns()) {
      if (column.nullable() && !after.column(column.name()).orElseThrow().nullable()) {
        operations.add(
            new ColumnOperation.AlterColumn(
                name, column.name(), List.of(new ColumnChange.SetNullable(true))));
      }
    }
    return new Inverse.Exact(operations);
  }

  private static List<Dependents.Reference> goneReferences(
      Operation operation, Schema before, Set<ColumnName> columns, DefaultNames names) {
    Schema after = Apply.apply(operation, before, names).schema();
    List<Dependents.Reference> gone = new ArrayList<>();
    for (Table table : before.tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean kept =
            after.table(table.name()).stream().anyMatch(it -> it.foreignKeys().contains(key));
        if (!kept && !columns.isEmpty() && !isItself(operation, key)) {
          gone.add(new Dependents.Reference(table.name(), key));
        }
      }
    }
    return gone;
  }

  private static boolean isItself(Operation operation, Constraint.ForeignKey key) {
    return operation instanceof ConstraintOperation.DropConstraint drop
        && key.name().equals(Optional.of(drop.name()));
  }

  static Inverse invert(IndexOperation operation, Schema before, DefaultNames names) {
    return switch (operation) {
      case IndexOperation.CreateIndex it -> {
        Table after = Apply.apply(it, before, names).schema().table(it.table()).orElseThrow();
        Optional<IndexName> name = names.nameOf(it.index(), after);
        yield name.isEmpty()
            ? new Inverse.None("the database gives the index on " + it.table() + " no name")
            : Invert.exact(
                new IndexOperation.DropIndex(
                    Optional.of(it.table()),
                    it.table().schema(),
                    name.orElseThrow(),
                    it.concurrently(),
                    false));
      }
      case IndexOperation.DropIndex it -> drop(it, before, names);
      case IndexOperation.RenameIndex it ->
          Invert.exact(new IndexOperation.RenameIndex(it.table(), it.to(), it.from()));
    };
  }

  private static Inverse drop(
      IndexOperation.DropIndex operation, Schema before, DefaultNames names) {
    Schema after = Apply.apply(operation, before, names).schema();
    List<Operation> operations = new ArrayList<>();
    List<Operation> keys = new ArrayList<>();
    for (Table table : before.tables().values()) {
      Table left = after.table(table.name()).orElseThrow();
      for (Index index : table.indexes()) {
        if (!left.indexes().contains(index)) {
          operations.add(
              new IndexOperation.CreateIndex(table.name(), index, operation.concurrently(), false));
        }
      }
      for (Constraint constraint : table.constraints()) {
        if (!left.constraints().contains(constraint)) {
          (constraint instanceof Constraint.ForeignKey ? keys : operations)
              .add(Invert.add(table.name(), constraint));
        }
      }
    }
    operations.addAll(keys);
    return new Inverse.Exact(operations);
  }
}
