package limbeck.operation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Carries out operations on constraints. */
final class ApplyConstraint {
  private ApplyConstraint() {}

  static void apply(ConstraintOperation operation, Fold fold) {
    switch (operation) {
      case ConstraintOperation.AddConstraint it -> addFromIndex(it, fold);
      case ConstraintOperation.DropConstraint it -> drop(it, fold);
      case ConstraintOperation.RenameConstraint it -> rename(it, fold);
      case ConstraintOperation.ValidateConstraint it -> validate(it, fold);
      case ConstraintOperation.SetDeferral it -> defer(it, fold);
    }
  }

  /** Finds a constraint under its own name or the one the database gave it. */
  static Optional<Constraint> find(Table table, ConstraintName name, DefaultNames names) {
    return table
        .constraint(name)
        .or(
            () ->
                table.constraints().stream()
                    .filter(it -> names.nameOf(it, table).equals(Optional.of(name)))
                    .findFirst());
  }

  static Table without(Table table, Constraint constraint) {
    List<Constraint> kept = new ArrayList<>(table.constraints());
    kept.remove(constraint);
    return table.withConstraints(kept);
  }

  static Table with(Table table, Constraint constraint) {
    List<Constraint> all = new ArrayList<>(table.constraints());
    all.add(constraint);
    return table.withConstraints(all);
  }

  private static void addFromIndex(ConstraintOperation.AddConstraint operation, Fold fold) {
    Optional<Table> table = fold.schema().table(operation.table());
    if (table.isEmpty()) {
      fold.problem("there is no table " + operation.table());
      return;
    }
    Constraint constraint = operation.constraint();
    if (operation.usingIndex().isPresent()) {
      IndexName name = operation.usingIndex().orElseThrow();
      Optional<Index> index = table.orElseThrow().index(name);
      if (index.isEmpty()) {
        fold.problem("there is no index " + name + " on " + operation.table());
      } else {
        fold.change(operation.table(), it -> ApplyIndex.without(it, index.orElseThrow()));
      }
      if (constraint.name().isEmpty()) {
        constraint = constraint.withName(Optional.of(new ConstraintName(name.text())));
      }
    }
    Table now = fold.schema().table(operation.table()).orElseThrow();
    fold.set(fold.schema().with(added(now, fold.names().added(constraint, now), fold)));
  }

  /** Returns the table with the constraint; as it is when there is one of that name already. */
  static Table added(Table table, Constraint constraint, Fold fold) {
    TableName name = table.name();
    if (constraint.name().isPresent()
        && find(table, constraint.name().orElseThrow(), fold.names()).isPresent()) {
      fold.problem(
          "constraint " + constraint.name().orElseThrow() + " of " + name + " exists already");
      return table;
    }
    ownColumns(constraint).stream()
        .filter(it -> table.column(it).isEmpty())
        .forEach(it -> fold.problem("there is no column " + name + "." + it));
    Table after = table;
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        if (table.primaryKey().isPresent()) {
          fold.problem("table " + name + " has a primary key already");
          return table;
        }
        for (ColumnName column : key.columns()) {
          after = after.mapColumn(column, it -> it.withNullable(false));
        }
      }
      case Constraint.ForeignKey key -> requireTarget(table, key, fold);
      case Constraint.Unique _, Constraint.Check _, Constraint.Exclude _ -> {
        // Whether rows satisfy it is not the schema's to know.
      }
    }
    return fold.keepingNames(table, with(after, constraint));
  }

  private static List<ColumnName> ownColumns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> it.columns();
      case Constraint.Unique it -> it.columns();
      case Constraint.ForeignKey it -> it.columns();
      case Constraint.Check _ -> List.of();
      case Constraint.Exclude it ->
          it.elements().stream().flatMap(e -> e.expression().column().stream()).toList();
    };
  }

  private static void requireTarget(Table table, Constraint.ForeignKey key, Fold fold) {
    TableName holder = table.name();
    Optional<Table> target =
        key.target().equals(holder) ? Optional.of(table) : fold.schema().table(key.target());
    if (target.isEmpty()) {
      fold.problem(
          "a foreign key of "
              + holder
              + " refers to table "
              + key.target()
              + ", which does not exist");
      return;
    }
    List<ColumnName> columns = Dependents.targetColumns(key, target);
    List<ColumnName> missing =
        columns.stream().filter(it -> target.orElseThrow().column(it).isEmpty()).toList();
    if (!missing.isEmpty()) {
      fold.problem(
          "a foreign key of "
              + holder
              + " refers to column "
              + key.target()
              + "."
              + missing.getFirst()
              + ", which does not exist");
    } else if (!isKeyOrOwn(target.orElseThrow(), holder, new HashSet<>(columns))) {
      fold.problem(
          "a foreign key of "
              + holder
              + " refers to "
              + key.target()
              + " "
              + columns
              + ", which no unique constraint covers");
    }
  }

  private static boolean isKeyOrOwn(Table target, TableName holder, Set<ColumnName> columns) {
    // CREATE TABLE states its constraints together: a key of the same table may still follow.
    return Dependents.isKey(target, columns) || target.name().equals(holder);
  }

  private static void drop(ConstraintOperation.DropConstraint operation, Fold fold) {
    Optional<Table> table = fold.schema().table(operation.table());
    if (table.isEmpty()) {
      fold.problem("there is no table " + operation.table());
      return;
    }
    Optional<Constraint> found = find(table.orElseThrow(), operation.name(), fold.names());
    if (found.isEmpty()) {
      if (!operation.ifExists()) {
        fold.problem("there is no constraint " + operation.name() + " on " + operation.table());
      }
      return;
    }
    fold.change(operation.table(), it -> without(it, found.orElseThrow()));
    dropUnsupported(operation.table(), keyColumns(found.orElseThrow()), operation.cascade(), fold);
  }

  /** The columns a foreign key may refer to by this constraint; none when it is no key. */
  static Set<ColumnName> keyColumns(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey it -> new HashSet<>(it.columns());
      case Constraint.Unique it -> new HashSet<>(it.columns());
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> Set.of();
    };
  }

  /** Drops the foreign keys that have lost the key they refer to. */
  static void dropUnsupported(TableName name, Set<ColumnName> columns, boolean cascade, Fold fold) {
    Table table = fold.schema().table(name).orElseThrow();
    if (columns.isEmpty() || Dependents.isKey(table, columns)) {
      return;
    }
    List<Dependents.Reference> resting = Dependents.restingOn(fold.schema(), table, columns);
    if (!cascade) {
      resting.forEach(
          it ->
              fold.problem("a foreign key of " + it.holder() + " still needs the key of " + name));
    }
    dropReferences(resting, fold);
  }

  /** Drops foreign keys, those of one table at once: their names depend on each other. */
  static void dropReferences(List<Dependents.Reference> references, Fold fold) {
    for (TableName holder :
        new TreeSet<>(references.stream().map(Dependents.Reference::holder).toList())) {
      List<Constraint> keys = new ArrayList<>();
      references.stream()
          .filter(it -> it.holder().equals(holder))
          .forEach(it -> keys.add(it.key()));
      fold.change(
          holder,
          table ->
              table.withConstraints(
                  table.constraints().stream().filter(it -> !keys.contains(it)).toList()));
    }
  }

  private static void rename(ConstraintOperation.RenameConstraint operation, Fold fold) {
    fold.change(
        operation.table(),
        table -> {
          Optional<Constraint> found = find(table, operation.from(), fold.names());
          if (found.isEmpty() && operation.ifExists()) {
            return table;
          }
          if (found.isEmpty()) {
            fold.problem("there is no constraint " + operation.from() + " on " + operation.table());
            return table;
          }
          if (find(table, operation.to(), fold.names()).isPresent()) {
            fold.problem(
                "constraint " + operation.to() + " of " + operation.table() + " exists already");
            return table;
          }
          Constraint constraint = found.orElseThrow();
          return with(without(table, constraint), constraint.withName(Optional.of(operation.to())));
        });
  }

  private static void defer(ConstraintOperation.SetDeferral operation, Fold fold) {
    Optional<Table> table = fold.schema().table(operation.table());
    Optional<Constraint> found = table.flatMap(it -> find(it, operation.name(), fold.names()));
    if (found.orElse(null) instanceof Constraint.ForeignKey key) {
      fold.change(
          operation.table(), it -> with(without(it, key), key.withDeferral(operation.to())));
    } else {
      fold.problem(
          table.isEmpty()
              ? "there is no table " + operation.table()
              : "there is no foreign key " + operation.name() + " of " + operation.table());
    }
  }

  private static void validate(ConstraintOperation.ValidateConstraint operation, Fold fold) {
    fold.change(
        operation.table(),
        table -> {
          Optional<Constraint> found = find(table, operation.name(), fold.names());
          if (found.isEmpty()) {
            fold.problem("there is no constraint " + operation.name() + " on " + operation.table());
            return table;
          }
          Constraint constraint = found.orElseThrow();
          return switch (constraint) {
            case Constraint.ForeignKey it -> valid(table, it, it.withValidated(true), operation);
            case Constraint.Check it -> valid(table, it, it.withValidated(true), operation);
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ -> {
              fold.problem(
                  "constraint "
                      + operation.name()
                      + " of "
                      + operation.table()
                      + " is neither a foreign key nor a check, so it is valid always");
              yield table;
            }
          };
        });
  }

  private static Table valid(
      Table table,
      Constraint before,
      Constraint after,
      ConstraintOperation.ValidateConstraint operation) {
    return with(without(table, before), after.withName(Optional.of(operation.name())));
  }
}
