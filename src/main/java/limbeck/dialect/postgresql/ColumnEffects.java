package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.LockMode;
import limbeck.dialect.postgresql.expression.ColumnTypes;
import limbeck.dialect.postgresql.expression.ExpressionText;
import limbeck.dialect.standard.Quoting;
import limbeck.operation.Apply;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.Dependents;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Effects of operations on columns. */
final class ColumnEffects {
  private final Schema before;
  private final int serverMajor;
  private final EffectList effects;
  private final NormalTypes types;

  ColumnEffects(Schema before, int serverMajor, EffectList effects) {
    this.before = before;
    this.serverMajor = serverMajor;
    this.effects = effects;
    this.types = new NormalTypes(before);
  }

  void add(ColumnOperation operation) {
    new ColumnRefusals(before, effects).add(operation);
    switch (operation) {
      case ColumnOperation.AddColumn(TableName table, Column column, boolean _) ->
          add(table, column);
      case ColumnOperation.DropColumn(TableName table, ColumnName column, boolean _) ->
          drop(table, column);
      case ColumnOperation.AlterColumn alter -> alter(alter);
    }
  }

  private void add(TableName table, Column column) {
    SqlType type = types.of(column.type());
    Optional<Boolean> stored = stored(column);
    boolean filled =
        column.serverDefault().isPresent()
            || column.generation().isPresent()
            || column.autoincrement();
    if (isComputedRowByRow(column, type)) {
      effects.form(LockFacts.ADD_COLUMN_COMPUTED_ROW_BY_ROW, table);
    } else if (stored.equals(Optional.of(false)) && !column.nullable()) {
      effects.form(LockFacts.ADD_VIRTUAL_COLUMN_NOT_NULL, table);
    } else {
      effects.form(LockFacts.ADD_COLUMN, table);
    }
    if (stored.equals(Optional.of(false)) && serverMajor < 18) {
      effects.fails("42601", "computed columns that are not stored exist from PostgreSQL 18 on");
    }
    if (!column.nullable() && !filled) {
      effects.mayFail(
          "23502",
          table,
          "the rows there are have no value for " + table + "." + column.name(),
          Optional.of(Probes.anyRow(table)));
      effects.breaks(
          table, "an INSERT that does not name " + table + "." + column.name() + " is refused");
    }
  }

  private boolean isComputedRowByRow(Column column, SqlType type) {
    boolean identity =
        column.generation().filter(Generation.Identity.class::isInstance).isPresent();
    boolean volatileDefault =
        column
            .serverDefault()
            .map(
                it ->
                    switch (it) {
                      case Default.Expression(var text) -> Volatility.isVolatile(text);
                      case Default.NextValue _, Default.Unknown _ -> true;
                      case Default.Literal _, Default.Now _, Default.BooleanConstant _ -> false;
                    })
            .orElse(false);
    return column.autoincrement()
        || identity
        || volatileDefault
        || stored(column).orElse(false)
        || TypeChange.isConstrainedDomain(type, before);
  }

  /** Returns whether a computed column is stored; empty for every other column. */
  private Optional<Boolean> stored(Column column) {
    return column
        .generation()
        .flatMap(
            it ->
                switch (it) {
                  case Generation.Identity _ -> Optional.<Boolean>empty();
                  case Generation.Computed(var _, var stored) ->
                      Optional.of(stored.orElse(serverMajor < 18));
                });
  }

  private void drop(TableName table, ColumnName column) {
    effects.form(LockFacts.DROP_COLUMN, table);
    otherTables(table, column);
    for (Dependents.Reference reference : Dependents.referencesTo(before, table, column)) {
      if (!reference.holder().equals(table)) {
        effects.fails(
            "2BP01",
            "a foreign key of " + reference.holder() + " still refers to " + table + "." + column);
      }
    }
    before
        .table(table)
        .map(it -> Dependents.computedFrom(it, column))
        .orElse(List.of())
        .forEach(it -> computed(table, column, it.name()));
    for (String view : Dependencies.viewsOf(before, table, Optional.of(column))) {
      effects.keptByView("2BP01", view, table, Optional.of(column));
    }
    effects.loses(table, "all values of " + table + "." + column);
    effects.breaks(table, "the column " + table + "." + column + " is gone");
  }

  /** Before 15, a computed column went with what it is computed from, without a word. */
  private void computed(TableName table, ColumnName column, ColumnName computed) {
    if (serverMajor < 15) {
      effects.loses(table, "the computed column " + table + "." + computed);
    } else {
      effects.fails("2BP01", "the computed column " + computed + " still uses " + column);
    }
  }

  /** A column in a foreign key takes the table at the key's other end along. */
  private void otherTables(TableName table, ColumnName column) {
    before.table(table).map(Table::foreignKeys).orElse(List.of()).stream()
        .filter(it -> it.columns().contains(column) && !it.target().equals(table))
        .forEach(it -> effects.other(LockFacts.DROP_FOREIGN_KEY, it.target()));
  }

  private void alter(ColumnOperation.AlterColumn alter) {
    Schema current = before;
    ColumnName name = alter.column();
    for (ColumnChange change : alter.changes()) {
      ColumnName called = name;
      change(
          alter.table(),
          alter.column(),
          change,
          current.table(alter.table()).flatMap(it -> it.column(called)));
      // Each change meets what the ones before have made of the column.
      current =
          Apply.after(
              new ColumnOperation.AlterColumn(alter.table(), name, List.of(change)), current);
      name = change instanceof ColumnChange.Rename(ColumnName to) ? to : name;
    }
  }

  private void change(
      TableName table, ColumnName column, ColumnChange change, Optional<Column> known) {
    String name = table + "." + column;
    switch (change) {
      case ColumnChange.SetType it ->
          new TypeEffects(before, serverMajor, effects).add(table, column, it, known);
      case ColumnChange.SetNullable(boolean nullable) -> nullable(table, column, nullable, known);
      case ColumnChange.SetDefault(var _, var to) -> {
        effects.form(LockFacts.SET_DEFAULT, table);
        if (to.isEmpty() && known.filter(it -> !it.nullable()).isPresent()) {
          effects.breaks(table, "an INSERT that does not name " + name + " is refused");
        }
      }
      case ColumnChange.SetGeneration(var from, var to) ->
          generation(table, column, from.or(() -> known.flatMap(Column::generation)), to, known);
      case ColumnChange.SetAutoincrement(boolean counts) -> {
        effects.form(LockFacts.SET_DEFAULT, table);
        if (!counts) {
          effects.breaks(table, "an INSERT that does not name " + name + " is refused");
        }
      }
      case ColumnChange.SetComment _ -> effects.form(LockFacts.COMMENT, table);
      case ColumnChange.Rename(ColumnName to) -> {
        effects.form(LockFacts.RENAME_COLUMN, table);
        effects.breaks(table, "the column " + name + " is called " + to);
      }
    }
  }

  private void nullable(
      TableName table, ColumnName column, boolean nullable, Optional<Column> known) {
    String name = table + "." + column;
    if (nullable) {
      effects.form(LockFacts.DROP_NOT_NULL, table);
      effects.breaks(table, "a reader may meet NULL in " + name);
      return;
    }
    if (known.filter(it -> !it.nullable()).isPresent() || isProven(table, column)) {
      effects.form(LockFacts.SET_NOT_NULL_PROVEN, table);
    } else {
      effects.form(LockFacts.SET_NOT_NULL, table);
      effects.mayFail(
          "23502",
          table,
          "there may be rows without a value for " + name,
          Optional.of(Probes.nullIn(table, List.of(column))));
    }
    effects.breaks(table, "writing NULL to " + name + " is refused");
  }

  /** Since version 12 a validated check that says so takes the place of the scan. */
  private boolean isProven(TableName table, ColumnName column) {
    ExpressionText expressions = new ExpressionText(new Quoting('"', ReservedWords.ALL));
    return before.table(table).map(Table::constraints).orElse(List.of()).stream()
        .filter(Constraint.Check.class::isInstance)
        .map(Constraint.Check.class::cast)
        .filter(Constraint.Check::validated)
        .anyMatch(it -> expressions.requiresValue(it.condition(), ColumnTypes.NONE, column.text()));
  }

  private void generation(
      TableName table,
      ColumnName column,
      Optional<Generation> from,
      Optional<Generation> to,
      Optional<Column> known) {
    if (to.isPresent() && to.get() instanceof Generation.Computed(var _, var stored)) {
      boolean kept = stored.orElse(serverMajor < 18);
      effects.form(
          kept ? LockFacts.SET_EXPRESSION_STORED : LockFacts.SET_EXPRESSION_VIRTUAL, table);
      if (serverMajor < 17) {
        effects.fails("42601", "SET EXPRESSION exists from PostgreSQL 17 on");
      }
      return;
    }
    if (to.isEmpty() && from.isPresent() && from.get() instanceof Generation.Computed) {
      effects.form(LockFacts.DROP_EXPRESSION, table);
      if (serverMajor < 13) {
        effects.fails("42601", "DROP EXPRESSION exists from PostgreSQL 13 on");
      }
      return;
    }
    effects.form(LockFacts.CHANGE_IDENTITY, table);
    boolean counts =
        known.flatMap(Column::generation).filter(Generation.Identity.class::isInstance).isPresent();
    if (to.isEmpty() && known.isPresent() && !counts) {
      effects.fails("55000", table + "." + column + " is no identity column");
    }
    if (to.isEmpty()) {
      effects.breaks(table, "an INSERT that does not name " + table + "." + column + " is refused");
    } else if (from.isEmpty()) {
      if (known.filter(Column::nullable).isPresent()) {
        effects.fails(
            "55000", table + "." + column + " must be NOT NULL before it becomes an identity");
      }
      if (known.filter(it -> it.serverDefault().isPresent() || it.autoincrement()).isPresent()) {
        effects.fails(
            "55000", table + "." + column + " has a default, so it cannot become an identity");
      }
    }
  }

  /** Locks the tables that hang together with a column by foreign keys, in both directions. */
  static void lockRelated(TableName table, ColumnName column, Schema schema, EffectList effects) {
    schema.table(table).map(Table::foreignKeys).orElse(List.of()).stream()
        .filter(it -> it.columns().contains(column) && !it.target().equals(table))
        .forEach(it -> effects.lock(it.target(), LockMode.ACCESS_EXCLUSIVE));
    for (Dependents.Reference reference : Dependents.referencesTo(schema, table, column)) {
      if (!reference.holder().equals(table)) {
        effects.lock(reference.holder(), LockMode.ACCESS_EXCLUSIVE);
      }
    }
  }
}
