package limbeck.operation;

import java.util.Optional;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Table;

/** A database where the unnamed stays unnamed. */
record NoNames() implements DefaultNames {
  @Override
  public Optional<ConstraintName> nameOf(Constraint constraint, Table table) {
    return constraint.name();
  }

  @Override
  public boolean inDatabase() {
    return false;
  }

  @Override
  public Optional<IndexName> nameOf(Index index, Table table) {
    return index.name();
  }
}
