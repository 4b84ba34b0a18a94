package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/** Carries out operations on columns. */
final class ApplyColumn {
  private ApplyColumn() {}

  /** What is done to the columns of a table is done to those of its partitions and heirs. */
  static void apply(ColumnOperation operation, Fold fold) {
    List<TableName> below = Partitions.below(operation.table(), fold.schema());
    Schema before = fold.schema();
    applyAlone(operation, fold);
    if (below.isEmpty() || fold.schema().equals(before)) {
      return;
    }
    for (TableName heir : below) {
      // Heirs may have what their parent gets, or lack what it loses: no problem of the statement.
      Fold inherited = new Fold(fold.schema(), fold.names());
      apply(onHeir(operation, heir), inherited);
      fold.set(inherited.schema());
    }
  }

  private static ColumnOperation onHeir(ColumnOperation operation, TableName heir) {
    return switch (operation) {
      case ColumnOperation.AddColumn it -> new ColumnOperation.AddColumn(heir, it.column(), true);
      case ColumnOperation.DropColumn it -> new ColumnOperation.DropColumn(heir, it.column(), true);
      case ColumnOperation.AlterColumn it ->
          new ColumnOperation.AlterColumn(
              heir,
              it.column(),
              it.changes().stream()
                  .filter(change -> !(change instanceof ColumnChange.SetComment))
                  .toList());
    };
  }

  private static void applyAlone(ColumnOperation operation, Fold fold) {
    switch (operation) {
      case ColumnOperation.AddColumn it -> add(it, fold);
      case ColumnOperation.DropColumn it -> drop(it, fold);
      case ColumnOperation.AlterColumn it -> alter(it, fold);
    }
  }

  /** Reports enum types and sequences the column needs and the schema lacks. */
  static void requireTypes(TableName table, Column column, Fold fold) {
    for (TypeName type : Dependents.enumsOf(column.type())) {
      if (fold.schema().enumType(type).isEmpty()) {
        fold.problem("there is no type " + type + " for " + table + "." + column.name());
      }
    }
    if (column.serverDefault().isPresent()
        && column.serverDefault().orElseThrow() instanceof Default.NextValue(var sequence)
        && !fold.schema().sequences().containsKey(sequence)) {
      fold.problem("there is no sequence " + sequence + " for " + table + "." + column.name());
    }
  }

  private static void add(ColumnOperation.AddColumn operation, Fold fold) {
    Optional<Table> table = fold.schema().table(operation.table());
    Column column = operation.column();
    boolean exists = table.isPresent() && table.orElseThrow().column(column.name()).isPresent();
    if (exists) {
      if (!operation.ifNotExists()) {
        fold.problem("column " + operation.table() + "." + column.name() + " exists already");
      }
      return;
    }
    requireTypes(operation.table(), column, fold);
    fold.change(
        operation.table(),
        it -> {
          List<Column> columns = new ArrayList<>(it.columns());
          columns.add(column);
          return it.withColumns(columns);
        });
  }

  private static void drop(ColumnOperation.DropColumn operation, Fold fold) {
    TableName name = operation.table();
    ColumnName column = operation.column();
    Optional<Table> found = fold.schema().table(name);
    if (found.isEmpty()) {
      fold.problem("there is no table " + name);
      return;
    }
    if (found.orElseThrow().column(column).isEmpty()) {
      if (!operation.ifExists()) {
        fold.problem("there is no column " + name + "." + column);
      }
      return;
    }
    for (Dependents.Reference it : Dependents.referencesTo(fold.schema(), name, column)) {
      if (!it.holder().equals(name)) {
        fold.problem(
            "column "
                + name
                + "."
                + column
                + " is still referenced by a foreign key of "
                + it.holder());
      }
    }
    ApplyConstraint.dropReferences(Dependents.referencesTo(fold.schema(), name, column), fold);
    for (Column computed : Dependents.computedFrom(found.orElseThrow(), column)) {
      fold.problem(
          "computed column " + name + "." + computed.name() + " still uses column " + column);
    }
    fold.change(name, table -> without(table, column));
  }

  private static Table without(Table table, ColumnName column) {
    return table
        .withConstraints(
            table.constraints().stream().filter(it -> !Dependents.uses(it, column)).toList())
        .withIndexes(table.indexes().stream().filter(it -> !Dependents.uses(it, column)).toList())
        .withColumns(table.columns().stream().filter(it -> !it.name().equals(column)).toList());
  }

  private static void alter(ColumnOperation.AlterColumn operation, Fold fold) {
    ColumnName current = operation.column();
    for (ColumnChange change : operation.changes()) {
      Optional<Table> table = fold.schema().table(operation.table());
      if (table.isEmpty()) {
        fold.problem("there is no table " + operation.table());
        return;
      }
      if (table.orElseThrow().column(current).isEmpty()) {
        fold.problem("there is no column " + operation.table() + "." + current);
        return;
      }
      if (change instanceof ColumnChange.Rename(ColumnName to)) {
        if (table.orElseThrow().column(to).isPresent()) {
          fold.problem("column " + operation.table() + "." + to + " exists already");
          return;
        }
        RenameColumn.rename(operation.table(), current, to, fold);
        current = to;
      } else {
        ColumnName name = current;
        Column before = table.orElseThrow().column(name).orElseThrow();
        Column after = change(table.orElseThrow(), before, change, fold);
        fold.change(operation.table(), it -> it.mapColumn(name, _ -> after));
      }
    }
  }

  private static Column change(Table table, Column column, ColumnChange change, Fold fold) {
    return switch (change) {
      case ColumnChange.SetType it -> setType(table, column, it, fold);
      case ColumnChange.SetNullable(boolean nullable) -> {
        boolean key =
            table.primaryKey().isPresent()
                && table.primaryKey().orElseThrow().columns().contains(column.name());
        if (nullable && key) {
          fold.problem("column " + table.name() + "." + column.name() + " is in the primary key");
          yield column;
        }
        boolean identity =
            column.generation().filter(Generation.Identity.class::isInstance).isPresent();
        if (nullable && identity) {
          fold.problem("column " + table.name() + "." + column.name() + " is an identity");
          yield column;
        }
        yield column.withNullable(nullable);
      }
      case ColumnChange.SetDefault(_, Optional<Default> to) -> {
        Column after = column.withServerDefault(to).withAutoincrement(false);
        if (to.isPresent() && column.generation().isPresent()) {
          fold.problem(
              "column " + table.name() + "." + column.name() + " is generated by the database");
        }
        requireTypes(table.name(), after, fold);
        yield after;
      }
      case ColumnChange.SetGeneration(_, Optional<Generation> to) ->
          generate(table, column, to, fold);
      case ColumnChange.SetAutoincrement(boolean counts) -> {
        if (counts && column.generation().isPresent()) {
          fold.problem(
              "column " + table.name() + "." + column.name() + " is generated by the database");
        }
        yield column
            .withAutoincrement(counts)
            .withServerDefault(counts ? Optional.empty() : column.serverDefault());
      }
      case ColumnChange.SetComment(_, Optional<String> to) -> column.withComment(to);
      case ColumnChange.Rename _ -> column;
    };
  }

  private static Column setType(
      Table table, Column column, ColumnChange.SetType change, Fold fold) {
    for (Column computed : Dependents.computedFrom(table, column.name())) {
      fold.problem(
          "the type of "
              + table.name()
              + "."
              + column.name()
              + " is fixed by the computed column "
              + computed.name());
    }
    Column after = column.withType(change.to());
    requireTypes(table.name(), after, fold);
    return after;
  }

  private static Column generate(Table table, Column column, Optional<Generation> to, Fold fold) {
    if (to.isPresent() && to.orElseThrow() instanceof Generation.Identity) {
      if (column.nullable()) {
        fold.problem(
            "column "
                + table.name()
                + "."
                + column.name()
                + " must be NOT NULL before it becomes an identity");
      }
      boolean filled = column.serverDefault().isPresent() || column.autoincrement();
      if (filled) {
        fold.problem(
            "column "
                + table.name()
                + "."
                + column.name()
                + " has a default already, so it cannot become an identity");
      }
    }
    boolean computes =
        to.isPresent()
            && to.orElseThrow() instanceof Generation.Computed
            && column.generation().isEmpty();
    if (computes) {
      fold.problem(
          "column " + table.name() + "." + column.name() + " holds values, it cannot be computed");
    }
    return column.withGeneration(to);
  }
}
