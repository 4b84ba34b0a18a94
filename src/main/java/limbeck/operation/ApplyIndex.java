package limbeck.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Carries out operations on indexes. */
final class ApplyIndex {
  private ApplyIndex() {}

  static void apply(IndexOperation operation, Fold fold) {
    switch (operation) {
      case IndexOperation.CreateIndex it -> create(it, fold);
      case IndexOperation.DropIndex it -> drop(it, fold);
      case IndexOperation.RenameIndex it -> rename(it, fold);
    }
  }

  static Table without(Table table, Index index) {
    List<Index> kept = new ArrayList<>(table.indexes());
    kept.remove(index);
    return table.withIndexes(kept);
  }

  private static Table with(Table table, Index index) {
    List<Index> all = new ArrayList<>(table.indexes());
    all.add(index);
    return table.withIndexes(all);
  }

  private static void create(IndexOperation.CreateIndex operation, Fold fold) {
    if (fold.schema().table(operation.table()).isEmpty()) {
      fold.problem("there is no table " + operation.table());
      return;
    }
    boolean exists =
        operation.index().name().isPresent()
            && holder(operation.index().name().orElseThrow(), operation.table().schema(), fold)
                .isPresent();
    if (exists) {
      if (!operation.ifNotExists()) {
        fold.problem("index " + operation.index().name().orElseThrow() + " exists already");
      }
      return;
    }
    Table table = fold.schema().table(operation.table()).orElseThrow();
    fold.set(fold.schema().with(added(table, operation.index(), fold)));
  }

  /** Returns the table with the index. */
  static Table added(Table table, Index index, Fold fold) {
    for (IndexElement element : index.elements()) {
      element
          .column()
          .filter(it -> table.column(it).isEmpty())
          .ifPresent(it -> fold.problem("there is no column " + table.name() + "." + it));
    }
    return fold.keepingNames(table, with(table, index));
  }

  /** The table that has the index; names of indexes are one space per schema in PostgreSQL. */
  private static Optional<Table> holder(IndexName name, Optional<String> schema, Fold fold) {
    // Asked for each new index of a history, of all tables that are there by then.
    for (Table table : fold.schema().tables().values()) {
      if (table.name().schema().equals(schema) && find(table, name, fold.names()).isPresent()) {
        return Optional.of(table);
      }
    }
    return Optional.empty();
  }

  private static Optional<Index> find(Table table, IndexName name, DefaultNames names) {
    Optional<Index> stated = table.index(name);
    if (stated.isPresent()) {
      return stated;
    }
    for (Index index : table.indexes()) {
      if (index.name().isEmpty() && names.nameOf(index, table).equals(Optional.of(name))) {
        return Optional.of(index);
      }
    }
    return Optional.empty();
  }

  private static Optional<Table> stated(IndexOperation.DropIndex operation, Fold fold) {
    Optional<Table> byName =
        operation
            .table()
            .flatMap(it -> fold.schema().table(it))
            .filter(it -> hasIndexOrConstraint(it, operation.name(), fold));
    return byName
        .or(() -> holder(operation.name(), operation.schema(), fold))
        .or(
            () ->
                operation.schema().isPresent() || operation.table().isPresent()
                    ? Optional.empty()
                    : fold.schema().tables().values().stream()
                        .filter(it -> find(it, operation.name(), fold.names()).isPresent())
                        .findFirst());
  }

  private static boolean hasIndexOrConstraint(Table table, IndexName name, Fold fold) {
    return find(table, name, fold.names()).isPresent()
        || ApplyConstraint.find(table, new ConstraintName(name.text()), fold.names()).isPresent();
  }

  private static void drop(IndexOperation.DropIndex operation, Fold fold) {
    Optional<Table> table = stated(operation, fold);
    if (table.isEmpty()) {
      if (!operation.ifExists()) {
        fold.problem("there is no index " + operation.name());
      }
      return;
    }
    TableName name = table.orElseThrow().name();
    Optional<Index> found = find(table.orElseThrow(), operation.name(), fold.names());
    if (found.isEmpty()) {
      fold.problem(
          "index "
              + operation.name()
              + " belongs to a constraint of "
              + name
              + ", which must be dropped instead");
      Constraint constraint =
          ApplyConstraint.find(
                  table.orElseThrow(), new ConstraintName(operation.name().text()), fold.names())
              .orElseThrow();
      fold.change(name, it -> ApplyConstraint.without(it, constraint));
      return;
    }
    Index index = found.orElseThrow();
    fold.change(name, it -> without(it, index));
    boolean key =
        index.unique() && index.elements().stream().allMatch(it -> it.column().isPresent());
    if (key) {
      Set<ColumnName> columns =
          index.elements().stream()
              .map(it -> it.column().orElseThrow())
              .collect(Collectors.toSet());
      ApplyConstraint.dropUnsupported(name, columns, false, fold);
    }
  }

  private static void rename(IndexOperation.RenameIndex operation, Fold fold) {
    fold.change(
        operation.table(),
        table -> {
          if (holder(operation.to(), table.name().schema(), fold).isPresent()) {
            fold.problem("index " + operation.to() + " exists already");
            return table;
          }
          Optional<Index> found = find(table, operation.from(), fold.names());
          if (found.isPresent()) {
            return with(
                without(table, found.orElseThrow()),
                found.orElseThrow().withName(Optional.of(operation.to())));
          }
          // The index of a constraint carries the constraint's name with it.
          Optional<Constraint> owner =
              ApplyConstraint.find(table, new ConstraintName(operation.from().text()), fold.names())
                  .filter(
                      it ->
                          switch (it) {
                            case Constraint.PrimaryKey _,
                                Constraint.Unique _,
                                Constraint.Exclude _ ->
                                true;
                            case Constraint.ForeignKey _, Constraint.Check _ -> false;
                          });
          if (owner.isEmpty()) {
            fold.problem("there is no index " + operation.from() + " on " + operation.table());
            return table;
          }
          return ApplyConstraint.with(
              ApplyConstraint.without(table, owner.orElseThrow()),
              owner.orElseThrow().withName(Optional.of(new ConstraintName(operation.to().text()))));
        });
  }
}
