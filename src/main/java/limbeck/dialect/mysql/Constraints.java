package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardConstraints;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DefaultNames;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** Constraint operations of MySQL and MariaDB: each kind is dropped in its own words. */
final class Constraints extends StandardConstraints {
  Constraints(Spelling spelling, ConstraintClauses clauses) {
    super(spelling, clauses);
  }

  @Override
  protected List<Sql> drop(ConstraintOperation.DropConstraint drop, Schema before) {
    Optional<ConstraintOperation.Kind> kind =
        drop.kind()
            .or(
                () ->
                    constraint(drop.table(), drop.name(), before, names()).map(Constraints::kind));
    return List.of(Sql.of(alter(drop.table()) + "DROP " + words(kind, drop.name())));
  }

  private String words(Optional<ConstraintOperation.Kind> kind, ConstraintName name) {
    String quoted = spelling.quoting().quote(name.text());
    if (kind.isEmpty()) {
      return "CONSTRAINT " + quoted;
    }
    return switch (kind.get()) {
      case PRIMARY_KEY -> "PRIMARY KEY";
      case UNIQUE -> "INDEX " + quoted;
      case FOREIGN_KEY -> "FOREIGN KEY " + quoted;
      case CHECK -> (spelling.dialect() == DialectName.MARIADB ? "CONSTRAINT " : "CHECK ") + quoted;
      case EXCLUDE -> throw new CannotSpell("exclusion constraints exist in PostgreSQL only");
    };
  }

  private DefaultNames names() {
    return DefaultNames.mysql(spelling.dialect() == DialectName.MARIADB);
  }

  private static Optional<Constraint> constraint(
      TableName table, ConstraintName name, Schema before, DefaultNames names) {
    return before
        .table(table)
        .flatMap(
            it ->
                it.constraint(name)
                    .or(
                        () ->
                            it.constraints().stream()
                                .filter(c -> names.nameOf(c, it).equals(Optional.of(name)))
                                .findFirst()));
  }

  private static ConstraintOperation.Kind kind(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> ConstraintOperation.Kind.PRIMARY_KEY;
      case Constraint.Unique _ -> ConstraintOperation.Kind.UNIQUE;
      case Constraint.ForeignKey _ -> ConstraintOperation.Kind.FOREIGN_KEY;
      case Constraint.Check _ -> ConstraintOperation.Kind.CHECK;
      case Constraint.Exclude _ -> ConstraintOperation.Kind.EXCLUDE;
    };
  }

  /** A unique constraint is its index; the name of a primary key is not kept; others come anew. */
  @Override
  protected List<Sql> rename(ConstraintOperation.RenameConstraint rename, Schema before) {
    Constraint constraint =
        constraint(rename.table(), rename.from(), before, names())
            .orElseThrow(
                () ->
                    new CannotSpell(
                        "MySQL has no RENAME CONSTRAINT, and "
                            + rename.from()
                            + " is not known at this point"));
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> List.of();
      case Constraint.Unique _ ->
          List.of(
              Sql.of(
                  alter(rename.table())
                      + "RENAME INDEX "
                      + spelling.quoting().quote(rename.from().text())
                      + " TO "
                      + spelling.quoting().quote(rename.to().text())));
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ -> {
        List<Sql> result = new ArrayList<>();
        result.add(
            Sql.of(
                alter(rename.table())
                    + "DROP "
                    + words(Optional.of(kind(constraint)), rename.from())));
        result.add(
            Sql.of(
                alter(rename.table())
                    + "ADD "
                    + clauses.clause(
                        constraint.withName(Optional.of(rename.to())), rename.table())));
        yield result;
      }
    };
  }

  /** Nothing to do: MySQL checks all rows when a constraint is added. */
  @Override
  protected List<Sql> validate(ConstraintOperation.ValidateConstraint validate, Schema before) {
    return List.of();
  }

  @Override
  protected List<Sql> defer(ConstraintOperation.SetDeferral defer) {
    throw new CannotSpell("MySQL does not change when a constraint is checked");
  }
}
