package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.ConstraintClauses;
import limbeck.dialect.standard.Spelling;
import limbeck.dialect.standard.Sql;
import limbeck.dialect.standard.StandardConstraints;
import limbeck.operation.ConstraintOperation;
import limbeck.schema.Constraint;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;

/** PostgreSQL's constraints: NOT VALID, NULLS NOT DISTINCT, INCLUDE, EXCLUDE, USING INDEX. */
final class Constraints extends StandardConstraints {
  Constraints(Spelling spelling, ConstraintClauses clauses) {
    super(spelling, clauses);
  }

  @Override
  protected List<Sql> add(ConstraintOperation.AddConstraint add, Schema before) {
    if (add.usingIndex().isEmpty()) {
      return super.add(add, before);
    }
    return List.of(
        Sql.of(alter(add.table()) + "ADD " + usingIndex(add.constraint(), add.usingIndex().get())));
  }

  @Override
  protected List<Sql> rename(ConstraintOperation.RenameConstraint rename, Schema before) {
    List<Sql> plain = super.rename(rename, before);
    if (!rename.ifExists()) {
      return plain;
    }
    String table = spelling.quoting().table(rename.table()).replace("'", "''");
    String name = rename.from().text().replace("'", "''");
    String body =
        """
        BEGIN
            IF EXISTS (
                SELECT 1 FROM pg_constraint
                WHERE conrelid = '%s'::regclass AND conname = '%s'
            ) THEN
                %s;
            END IF;
        END"""
            .formatted(table, name, plain.getFirst().text());
    return List.of(Sql.of(Blocks.anonymous(body)));
  }

  private String usingIndex(Constraint constraint, IndexName index) {
    String name =
        constraint
            .name()
            .map(it -> "CONSTRAINT " + spelling.quoting().quote(it.text()) + " ")
            .orElse("");
    String using = " USING INDEX " + spelling.quoting().quote(index.text());
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          name + "PRIMARY KEY" + using + ConstraintClauses.deferral(key.deferral());
      case Constraint.Unique unique ->
          name + "UNIQUE" + using + ConstraintClauses.deferral(unique.deferral());
      case Constraint.ForeignKey _, Constraint.Check _, Constraint.Exclude _ ->
          throw new CannotSpell("only PRIMARY KEY and UNIQUE can use an existing index");
    };
  }

  /** How PostgreSQL writes constraints. */
  static final class Clauses extends ConstraintClauses {
    Clauses(Spelling spelling) {
      super(spelling);
    }

    @Override
    protected String unique(Constraint.Unique unique) {
      return "UNIQUE "
          + (unique.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "")
          + "("
          + columns(unique.columns())
          + ")"
          + (unique.include().isEmpty() ? "" : " INCLUDE (" + columns(unique.include()) + ")");
    }

    @Override
    protected String check(Constraint.Check check) {
      return super.check(check) + (check.validated() ? "" : " NOT VALID");
    }

    @Override
    protected String foreignKey(Constraint.ForeignKey key, TableName owner) {
      return super.foreignKey(key, owner) + (key.validated() ? "" : " NOT VALID");
    }

    @Override
    protected String exclude(Constraint.Exclude exclude) {
      return "EXCLUDE USING "
          + exclude.method().toLowerCase(Locale.ROOT)
          + " ("
          + exclude.elements().stream()
              .map(it -> Indexes.element(spelling, it.expression()) + " WITH " + it.operator())
              .collect(Collectors.joining(", "))
          + ")"
          + exclude.where().map(it -> " WHERE (" + it + ")").orElse("")
          + deferral(exclude.deferral());
    }
  }
}
