package limbeck.dialect.sqlite;

import java.util.List;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardConstraints;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.schema.ConstraintName;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/** SQLite's constraint operations: each is a rebuild of the table. */
final class Constraints extends StandardConstraints {
  private final Rebuild rebuild;

  Constraints(Spelling spelling, ConstraintClauses clauses, Rebuild rebuild) {
    super(spelling, clauses);
    this.rebuild = rebuild;
  }

  @Override
  protected List<Sql> add(ConstraintOperation.AddConstraint add, Schema before) {
    if (add.usingIndex().isPresent()) {
      return super.add(add, before);
    }
    Table table = Columns.known(add.table(), before);
    return rebuild.statements(table, Columns.after(add, table, before), before);
  }

  @Override
  protected List<Sql> drop(ConstraintOperation.DropConstraint drop, Schema before) {
    Table table = Columns.known(drop.table(), before);
    if (!isKnown(table, drop.name())) {
      if (drop.ifExists()) {
        return List.of();
      }
      throw unknown(table, drop.name());
    }
    return rebuild.statements(table, Columns.after(drop, table, before), before);
  }

  @Override
  protected List<Sql> rename(ConstraintOperation.RenameConstraint rename, Schema before) {
    Table table = Columns.known(rename.table(), before);
    if (!isKnown(table, rename.from())) {
      throw unknown(table, rename.from());
    }
    return rebuild.statements(table, Columns.after(rename, table, before), before);
  }

  /** Returns whether there is one, under a name of its own or one that describes it. */
  private static boolean isKnown(Table table, ConstraintName name) {
    return DefaultNames.described().named(table).constraint(name).isPresent();
  }

  private static CannotSpell unknown(Table table, ConstraintName name) {
    return new CannotSpell(
        "no constraint " + name + " of " + table.name() + " is known at this point");
  }

  /** Nothing to do: a constraint of SQLite holds for new rows from the start, and old rows stay. */
  @Override
  protected List<Sql> validate(ConstraintOperation.ValidateConstraint validate, Schema before) {
    return List.of();
  }

  @Override
  protected List<Sql> defer(ConstraintOperation.SetDeferral defer) {
    throw new CannotSpell("SQLite does not change when a constraint is checked");
  }
}
