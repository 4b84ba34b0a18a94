package limbeck.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The names by which Alembic's batch mode speaks of what SQLite leaves unnamed: those of the naming
 * convention that Alembic's documentation gives for it. The database itself does not know them. No
 * convention names a check, so operations call it by its text.
 */
public record BatchNames() implements DefaultNames {
  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    return constraint
        .name()
        .or(() -> nameOf(constraint, table.name()))
        .or(() -> DefaultNames.described().nameOf(constraint, table));
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    return index.name();
  }

  @Override
  public boolean onlyDescribes(Constraint constraint) {
    return constraint instanceof Constraint.Check && constraint.name().isEmpty();
  }

  @Override
  public boolean inDatabase() {
    return false;
  }

  /** Returns the name of an unnamed constraint; empty for a kind that no convention can name. */
  public static Optional<ConstraintName> nameOf(Constraint constraint, TableName table) {
    String name = table.name();
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> Optional.of(new ConstraintName("pk_" + name));
      case Constraint.Unique it ->
          Optional.of(new ConstraintName("uq_" + name + "_" + joined(it.columns())));
      case Constraint.ForeignKey it ->
          Optional.of(
              new ConstraintName(
                  "fk_" + name + "_" + joined(it.columns()) + "_" + it.target().name()));
      case Constraint.Check _, Constraint.Exclude _ -> Optional.empty();
    };
  }

  /** Returns the convention's template for the kind of a constraint that can be named by it. */
  public static String template(ConstraintOperation.Kind kind) {
    return switch (kind) {
      case PRIMARY_KEY -> "pk_%(table_name)s";
      case UNIQUE -> "uq_%(table_name)s_%(column_0_N_name)s";
      case FOREIGN_KEY -> "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s";
      case CHECK, EXCLUDE -> "ck_%(table_name)s_%(constraint_name)s";
    };
  }

  private static String joined(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text).collect(Collectors.joining("_"));
  }
}
