package limbeck.operation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.ObjectName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Carries out operations on tables as a whole, and looks at those on rows. */
final class ApplyTable {
  private ApplyTable() {}

  static void apply(TableOperation operation, Fold fold) {
    switch (operation) {
      case TableOperation.CreateTable it -> create(it, fold);
      case TableOperation.DropTable it -> drop(it, fold);
      case TableOperation.RenameTable it -> rename(it, fold);
      case TableOperation.SetTableComment it ->
          fold.change(it.table(), table -> table.withComment(it.to()));
      case TableOperation.AttachPartition it -> Partitions.attach(it, fold);
      case TableOperation.DetachPartition it -> Partitions.detach(it, fold);
      case TableOperation.OrderColumns it -> {
        if (requireTable(it.table(), fold)) {
          requireColumns(it.table(), it.to(), fold);
          fold.change(it.table(), table -> ordered(table, it.to()));
        }
      }
    }
  }

  /** Columns that the order does not name stay behind those it names. */
  private static Table ordered(Table table, List<ColumnName> order) {
    List<Column> columns = new ArrayList<>(table.columns());
    columns.sort(
        Comparator.comparingInt(
            it -> order.contains(it.name()) ? order.indexOf(it.name()) : order.size()));
    return table.withColumns(columns);
  }

  static void rows(DataOperation operation, Fold fold) {
    switch (operation) {
      case DataOperation.Backfill it -> {
        if (requireTable(it.table(), fold)) {
          requireColumns(it.table(), List.of(it.column()), fold);
        }
      }
      case DataOperation.InsertRows it -> {
        if (requireTable(it.table(), fold)) {
          it.rows().forEach(row -> requireColumns(it.table(), row.keySet(), fold));
        }
      }
      case DataOperation.RequireNoRows it -> requireTable(it.table(), fold);
      case DataOperation.ExecuteSql _ -> {
        // Its tables are known only "as far as understood": too little to object.
      }
    }
  }

  private static boolean requireTable(TableName name, Fold fold) {
    boolean found = fold.schema().table(name).isPresent();
    if (!found) {
      fold.problem("there is no table " + name);
    }
    return found;
  }

  private static void requireColumns(TableName name, Iterable<ColumnName> columns, Fold fold) {
    Table table = fold.schema().table(name).orElseThrow();
    for (ColumnName column : columns) {
      if (table.column(column).isEmpty()) {
        fold.problem("there is no column " + name + "." + column);
      }
    }
  }

  private static void create(TableOperation.CreateTable operation, Fold fold) {
    TableName name = operation.table().name();
    if (fold.schema().table(name).isPresent()) {
      if (!operation.ifNotExists()) {
        fold.problem("table " + name + " exists already");
      }
      return;
    }
    Table bare = operation.table().withConstraints(List.of()).withIndexes(List.of());
    for (Column column : bare.columns()) {
      ApplyColumn.requireTypes(name, column, fold);
    }
    Table table = bare;
    // Stated names are taken before names are given, so that none is given twice.
    List<Constraint> constraints = new ArrayList<>(operation.table().constraints());
    constraints.sort(Comparator.comparing(it -> it.name().isEmpty()));
    for (Constraint constraint : constraints) {
      // An empty table satisfies everything: what CREATE TABLE states is valid.
      table = ApplyConstraint.added(table, valid(constraint), fold);
    }
    for (Index index : operation.table().indexes()) {
      table = ApplyIndex.added(table, index, fold);
    }
    fold.set(fold.schema().with(table));
  }

  private static Constraint valid(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey it -> it.withValidated(true);
      case Constraint.Check it -> it.withValidated(true);
      case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> constraint;
    };
  }

  private static void drop(TableOperation.DropTable operation, Fold fold) {
    TableName name = operation.table();
    if (fold.schema().table(name).isEmpty()) {
      if (!operation.ifExists()) {
        fold.problem("there is no table " + name);
      }
      return;
    }
    dropWithReferences(name, operation.cascade(), fold);
  }

  /** Drops a table that exists, the foreign keys to it, and the triggers and policies on it. */
  static void dropWithReferences(TableName name, boolean cascade, Fold fold) {
    for (Dependents.Reference it : Dependents.referencesTo(fold.schema(), name)) {
      if (!cascade) {
        fold.problem("table " + name + " is still referenced by a foreign key of " + it.holder());
      }
    }
    ApplyConstraint.dropReferences(Dependents.referencesTo(fold.schema(), name), fold);
    Schema schema = fold.schema().without(name);
    for (CarriedObject object : fold.schema().objects().values()) {
      if (isOn(object, name)) {
        schema = schema.without(object.kind(), object.name());
      }
    }
    fold.set(schema);
  }

  private static boolean isOn(CarriedObject object, TableName table) {
    return switch (object.kind()) {
      case TRIGGER, POLICY ->
          object.name().schema().equals(table.schema())
              && object.name().name().startsWith(table.name() + ".");
      case EXTENSION, VIEW, MATERIALIZED_VIEW, FUNCTION, DOMAIN -> false;
    };
  }

  private static void rename(TableOperation.RenameTable operation, Fold fold) {
    TableName from = operation.from();
    TableName to = operation.to();
    if (fold.schema().table(from).isEmpty()) {
      fold.problem("there is no table " + from);
      return;
    }
    if (fold.schema().table(to).isPresent()) {
      fold.problem("table " + to + " exists already");
      return;
    }
    fold.set(fold.schema().mapTable(from, table -> fold.names().renamed(table, to)));
    fold.changeAll(table -> followTable(table, from, to));
    SortedMap<String, CarriedObject> objects = new TreeMap<>();
    for (CarriedObject object : fold.schema().objects().values()) {
      CarriedObject kept = isOn(object, from) ? follow(object, from, to) : object;
      objects.put(Schema.objectKey(kept.kind(), kept.name()), kept);
    }
    Schema schema = fold.schema();
    fold.set(
        new Schema(
            schema.tables(), schema.enums(), schema.sequences(), schema.namespaces(), objects));
  }

  private static CarriedObject follow(CarriedObject object, TableName from, TableName to) {
    String rest = object.name().name().substring(from.name().length());
    return new CarriedObject(
        object.kind(), new ObjectName(to.schema(), to.name() + rest), object.definition());
  }

  private static Table followTable(Table table, TableName from, TableName to) {
    boolean concerned = table.foreignKeys().stream().anyMatch(it -> it.target().equals(from));
    if (!concerned) {
      return table;
    }
    return table.withConstraints(
        table.constraints().stream()
            .map(
                it ->
                    it instanceof Constraint.ForeignKey key && key.target().equals(from)
                        ? new Constraint.ForeignKey(
                            key.name(),
                            key.columns(),
                            to,
                            key.targetColumns(),
                            key.onDelete(),
                            key.onUpdate(),
                            key.match(),
                            key.deferral(),
                            key.validated())
                        : it)
            .toList());
  }
}
