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
 * convention that Alembic's documentation gives for it. The database itself does not know them.
 */
public record BatchNames() implements DefaultNames {
  private static final int LONGEST = 60;

  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    return constraint.name().or(() -> nameOf(constraint, table.name()));
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    return index.name();
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

  /**
   * Returns the name that an unnamed constraint gets where batch mode adds it, which needs one:
   * that of the convention, and for a check one made of its text.
   */
  public static Optional<ConstraintName> given(Constraint constraint, TableName table) {
    if (constraint instanceof Constraint.Check check) {
      String words = check.condition().text().replaceAll("\\W+", "_").replaceAll("^_|_$", "");
      String name = "ck_" + table.name() + "_" + words;
      return Optional.of(new ConstraintName(name.substring(0, Math.min(LONGEST, name.length()))));
    }
    return nameOf(constraint, table);
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
