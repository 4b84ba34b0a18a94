package limbeck.dialect.postgresql;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.Dependents;
import limbeck.operation.TypeFamily;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of operations on constraints. */
final class ConstraintEffects {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;

  ConstraintEffects(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
  }

  void add(ConstraintOperation operation) {
    switch (operation) {
      case ConstraintOperation.AddConstraint(TableName table, Constraint constraint, var index) ->
          add(table, constraint, index);
      case ConstraintOperation.DropConstraint drop -> drop(drop);
      case ConstraintOperation.RenameConstraint(TableName table, var _, var _, var _) ->
          effects.form(LockFacts.RENAME_CONSTRAINT, table);
      // The catalog changes, and when the triggers of the key run.
      case ConstraintOperation.SetDeferral it ->
          effects.lock(it.table(), limbeck.dialect.LockMode.ACCESS_EXCLUSIVE);
      case ConstraintOperation.ValidateConstraint(TableName table, ConstraintName name) ->
          validate(table, find(table, name));
    }
  }

  private void add(TableName table, Constraint constraint, Optional<IndexName> index) {
    new IndexRefusals(before, effects).add(table, constraint);
    switch (constraint) {
      case Constraint.PrimaryKey key -> {
        indexed(table, key, index);
        List<ColumnName> open = nullable(table, key.columns());
        if (!open.isEmpty()) {
          effects.form(LockFacts.SET_NOT_NULL, table);
          effects.mayFail(
              "23502",
              table,
              "there may be rows without a value for a key column",
              Optional.of(Probes.nullIn(table, open)));
        }
        duplicates(table, key.columns(), false, index);
      }
      case Constraint.Unique unique -> {
        indexed(table, unique, index);
        duplicates(table, unique.columns(), unique.nullsNotDistinct(), index);
        if (unique.nullsNotDistinct() && serverMajor < 15) {
          effects.fails("42601", "NULLS NOT DISTINCT exists from PostgreSQL 15 on");
        }
      }
      case Constraint.Exclude exclude -> {
        indexed(table, exclude, index);
        effects.mayFail("23P01", table, "rows there are may exclude each other", Optional.empty());
      }
      case Constraint.Check check -> check(table, check);
      case Constraint.ForeignKey key -> foreignKey(table, key);
    }
  }

  private void indexed(TableName table, Constraint constraint, Optional<IndexName> index) {
    if (index.isPresent()) {
      if (before.table(table).filter(it -> it.index(index.get()).isEmpty()).isPresent()) {
        effects.fails("42704", "there is no index " + index.get() + " of " + table);
      }
      before
          .table(table)
          .flatMap(it -> it.index(index.get()))
          .filter(it -> !it.unique())
          .ifPresent(
              _ -> effects.fails("42809", "the index " + index.get() + " is not a unique one"));
      effects.form(LockFacts.ADD_CONSTRAINT_USING_INDEX, table);
    } else {
      if (effects.isPartitioned(table) && serverMajor < 18) {
        // Before 18 the indexes of the partitions are built as CREATE INDEX builds them.
        effects.form(LockFacts.CREATE_INDEX, table);
        effects.lock(table, LockMode.ACCESS_EXCLUSIVE);
      } else {
        effects.form(LockFacts.ADD_INDEXED_CONSTRAINT, table);
      }
      effects.buildsIndex(table, nameOf(table, constraint).map(it -> new IndexName(it.text())));
      if (effects.isPartitioned(table)) {
        for (TableName each : effects.family(table)) {
          if (!each.equals(table)) {
            Constraint own = constraint.withName(Optional.empty());
            effects.buildsIndex(each, nameOf(each, own).map(it -> new IndexName(it.text())));
          }
        }
      }
    }
  }

  private Optional<ConstraintName> nameOf(TableName name, Constraint constraint) {
    return before
        .table(name)
        .flatMap(it -> DefaultNames.postgresql().nameOfNew(constraint, it))
        .or(constraint::name);
  }

  private void duplicates(
      TableName table,
      List<ColumnName> columns,
      boolean nullsNotDistinct,
      Optional<IndexName> index) {
    if (index.isEmpty()) {
      effects.mayFail(
          "23505",
          table,
          "there may be rows that are equal in " + columns,
          Optional.of(Probes.duplicates(table, columns, nullsNotDistinct)));
      effects.breaks(table, "writing a second row of the same " + columns + " is refused");
    }
  }

  private List<ColumnName> nullable(TableName table, List<ColumnName> columns) {
    Optional<Table> known = before.table(table);
    return columns.stream()
        .filter(it -> known.flatMap(t -> t.column(it)).map(Column::nullable).orElse(false))
        .toList();
  }

  private void check(TableName table, Constraint.Check check) {
    effects.form(check.validated() ? LockFacts.ADD_CHECK : LockFacts.ADD_CHECK_NOT_VALID, table);
    if (check.validated()) {
      effects.mayFail(
          "23514",
          table,
          "rows there are may not satisfy " + check.condition(),
          Optional.of(Probes.violates(table, check.condition())));
    }
    effects.breaks(
        table, "writing a row that does not satisfy " + check.condition() + " is refused");
  }

  private void foreignKey(TableName table, Constraint.ForeignKey key) {
    types(table, key);
    // Nothing refers to a table without rows: the other one is locked all the same.
    if (key.validated() && !effects.isNew(table)) {
      effects.form(LockFacts.ADD_FOREIGN_KEY, table, key.target());
      orphans(table, key);
    } else {
      effects.form(LockFacts.ADD_FOREIGN_KEY_NOT_VALID, table, key.target());
    }
    if (!key.validated() && serverMajor < 18 && effects.isPartitioned(table)) {
      effects.fails(
          "42809", "a foreign key of a partitioned table can be NOT VALID from PostgreSQL 18 on");
    }
    effects.breaks(
        table,
        "writing a row of " + table + " that refers to no row of " + key.target() + " is refused");
  }

  /** Two columns that cannot be compared cannot be a key. */
  void types(TableName table, Constraint.ForeignKey key) {
    List<ColumnName> targets = Dependents.targetColumns(key, before);
    for (int i = 0; i < Math.min(targets.size(), key.columns().size()); i++) {
      Optional<TypeFamily> own = family(table, key.columns().get(i));
      Optional<TypeFamily> other = family(key.target(), targets.get(i));
      if (own.isPresent() && other.isPresent() && !comparable(own.get(), other.get())) {
        effects.fails(
            "42804",
            table
                + "."
                + key.columns().get(i)
                + " and "
                + key.target()
                + "."
                + targets.get(i)
                + " are of types that cannot be compared");
      }
    }
  }

  private Optional<TypeFamily> family(TableName table, ColumnName column) {
    NormalTypes types = new NormalTypes(before);
    return before
        .table(table)
        .flatMap(it -> it.column(column))
        .map(it -> TypeFamily.of(types.of(it.type())));
  }

  private static boolean comparable(TypeFamily own, TypeFamily other) {
    return own == other || rank(own) == 0 || rank(other) == 0 || rank(own) == rank(other);
  }

  /** Families of one rank compare with each other; rank 0 is not known well enough to tell. */
  private static int rank(TypeFamily family) {
    return switch (family) {
      case INTEGER, NUMERIC, FLOATING -> 1;
      case STRING -> 2;
      case BOOLEAN -> 3;
      case DATE, TIMESTAMP -> 4;
      case UUID -> 5;
      case BINARY -> 6;
      case TIME, INTERVAL, JSON, ENUM, ARRAY, NAMED, UNKNOWN -> 0;
    };
  }

  private void orphans(TableName table, Constraint.ForeignKey key) {
    effects.mayFail(
        "23503",
        table,
        "rows there are may refer to no row of " + key.target(),
        Probes.orphans(table, key, before));
  }

  private Optional<Constraint> find(TableName table, ConstraintName name) {
    return before
        .table(table)
        .map(DefaultNames.postgresql()::named)
        .flatMap(it -> it.constraint(name));
  }

  private void drop(ConstraintOperation.DropConstraint drop) {
    Optional<Constraint> known = find(drop.table(), drop.name());
    if (known.isPresent() && known.get() instanceof Constraint.ForeignKey key) {
      effects.form(LockFacts.DROP_FOREIGN_KEY, drop.table(), key.target());
      return;
    }
    effects.form(LockFacts.DROP_CONSTRAINT, drop.table());
    known.ifPresent(it -> dependents(drop, it));
  }

  /** Foreign keys that rest on a key go with it, or keep it. */
  private void dependents(ConstraintOperation.DropConstraint drop, Constraint constraint) {
    List<ColumnName> columns =
        switch (constraint) {
          case Constraint.PrimaryKey key -> key.columns();
          case Constraint.Unique unique -> unique.columns();
          case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> List.of();
        };
    Optional<Table> table = before.table(drop.table());
    if (columns.isEmpty() || table.isEmpty()) {
      return;
    }
    Table left =
        table
            .get()
            .withConstraints(
                table.get().constraints().stream().filter(it -> !isSame(it, constraint)).toList());
    if (Dependents.isKey(left, new HashSet<>(columns))) {
      return;
    }
    for (Dependents.Reference it :
        Dependents.restingOn(before, table.get(), new HashSet<>(columns))) {
      if (drop.cascade()) {
        effects.lock(it.holder(), LockMode.ACCESS_EXCLUSIVE);
      } else {
        effects.fails("2BP01", "a foreign key of " + it.holder() + " rests on " + drop.name());
      }
    }
  }

  private static boolean isSame(Constraint stated, Constraint named) {
    return stated.withName(named.name()).equals(named);
  }

  private void validate(TableName table, Optional<Constraint> constraint) {
    if (constraint.isEmpty()) {
      effects.form(LockFacts.VALIDATE_CHECK, table);
      return;
    }
    switch (constraint.get()) {
      case Constraint.ForeignKey key when !key.validated() -> {
        effects.form(LockFacts.VALIDATE_FOREIGN_KEY, table, key.target());
        orphans(table, key);
      }
      case Constraint.Check check when !check.validated() -> {
        effects.form(LockFacts.VALIDATE_CHECK, table);
        effects.mayFail(
            "23514",
            table,
            "rows there are may not satisfy " + check.condition(),
            Optional.of(Probes.violates(table, check.condition())));
      }
      case Constraint.ForeignKey _,
          Constraint.Check _,
          Constraint.PrimaryKey _,
          Constraint.Unique _,
          Constraint.Exclude _ ->
          effects.form(LockFacts.VALIDATE_AGAIN, table);
    }
  }
}
