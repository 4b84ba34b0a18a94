package limbeck.dialect.standard;

import java.util.List;
import limbeck.operation.ConstraintOperation;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** Operations on constraints, as {@code ALTER TABLE}. */
public class StandardConstraints {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** How constraints are written. */
  protected final ConstraintClauses clauses;

  /** Writes constraint operations with the fragments of a database. */
  public StandardConstraints(Spelling spelling, ConstraintClauses clauses) {
    this.spelling = spelling;
    this.clauses = clauses;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(ConstraintOperation operation, Schema before) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint add -> add(add, before);
      case ConstraintOperation.DropConstraint drop -> drop(drop, before);
      case ConstraintOperation.RenameConstraint rename -> rename(rename, before);
      case ConstraintOperation.ValidateConstraint validate -> validate(validate, before);
      case ConstraintOperation.SetDeferral defer -> defer(defer);
    };
  }

  /** Returns the statements that add a constraint. */
  protected List<Sql> add(ConstraintOperation.AddConstraint add, Schema before) {
    if (add.usingIndex().isPresent()) {
      throw new CannotSpell("only PostgreSQL makes a constraint of an existing index");
    }
    return List.of(
        Sql.of(alter(add.table()) + "ADD " + clauses.clause(add.constraint(), add.table())));
  }

  /** Returns the statements that drop a constraint. */
  protected List<Sql> drop(ConstraintOperation.DropConstraint drop, Schema before) {
    return List.of(
        Sql.of(
            alter(drop.table())
                + "DROP CONSTRAINT "
                + (drop.ifExists() ? "IF EXISTS " : "")
                + spelling.quoting().quote(drop.name().text())
                + (drop.cascade() ? " CASCADE" : "")));
  }

  /** Returns the statements that rename a constraint. */
  protected List<Sql> rename(ConstraintOperation.RenameConstraint rename, Schema before) {
    return List.of(
        Sql.of(
            alter(rename.table())
                + "RENAME CONSTRAINT "
                + spelling.quoting().quote(rename.from().text())
                + " TO "
                + spelling.quoting().quote(rename.to().text())));
  }

  /** Returns the statements that validate a constraint. */
  protected List<Sql> validate(ConstraintOperation.ValidateConstraint validate, Schema before) {
    return List.of(
        Sql.of(
            alter(validate.table())
                + "VALIDATE CONSTRAINT "
                + spelling.quoting().quote(validate.name().text())));
  }

  /** Returns the statement that changes when a foreign key is checked. */
  protected List<Sql> defer(ConstraintOperation.SetDeferral defer) {
    String when =
        switch (defer.to()) {
          case NOT_DEFERRABLE -> " NOT DEFERRABLE";
          case DEFERRABLE -> " DEFERRABLE INITIALLY IMMEDIATE";
          case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
        };
    return List.of(
        Sql.of(
            alter(defer.table())
                + "ALTER CONSTRAINT "
                + spelling.quoting().quote(defer.name().text())
                + when));
  }

  /** Returns {@code ALTER TABLE t} and a blank. */
  protected final String alter(TableName table) {
    return "ALTER TABLE " + spelling.quoting().table(table) + " ";
  }
}
