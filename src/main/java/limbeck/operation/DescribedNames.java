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

/** What the unnamed is called among operations, on a database where it has no name at all. */
record DescribedNames() implements DefaultNames {
  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    return constraint
        .name()
        .or(() -> Optional.of(new ConstraintName("(unnamed " + describe(constraint) + ")")));
  }

  @Override
  public boolean onlyDescribes(Constraint constraint) {
    return constraint.name().isEmpty();
  }

  @Override
  public boolean inDatabase() {
    return false;
  }

  private static String describe(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> "primary key";
      case Constraint.Unique it -> "unique constraint on " + columns(it.columns());
      case Constraint.ForeignKey it ->
          "foreign key on " + columns(it.columns()) + " to " + it.target();
      case Constraint.Check it -> "check " + it.condition();
      case Constraint.Exclude it -> "exclusion constraint on " + it.elements();
    };
  }

  private static String columns(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text).collect(Collectors.joining(", "));
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    return index.name();
  }
}
