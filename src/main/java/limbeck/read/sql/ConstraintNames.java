package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import limbeck.operation.DefaultNames;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * The names PostgreSQL gives to constraints that have none and would be called the same: they are
 * numbered as they stand in the statement, and a table does not keep that order.
 */
final class ConstraintNames {
  private ConstraintNames() {}

  /** Returns the constraints, with names where leaving them out would name them otherwise. */
  static List<Constraint> settled(
      TableName name, List<Column> columns, List<Constraint> constraints) {
    DefaultNames names = DefaultNames.postgresql();
    List<Constraint> named = new ArrayList<>();
    for (Constraint constraint : constraints) {
      List<Constraint> soFar = new ArrayList<>(named);
      soFar.add(constraint);
      named.add(constraint.withName(names.nameOf(constraint, table(name, columns, soFar))));
    }
    Table unsettled = table(name, columns, constraints);
    for (int i = 0; i < constraints.size(); i++) {
      if (!names.nameOf(constraints.get(i), unsettled).equals(named.get(i).name())) {
        return named;
      }
    }
    return constraints;
  }

  private static Table table(TableName name, List<Column> columns, List<Constraint> constraints) {
    return new Table(name, columns, constraints, List.of(), Optional.empty(), new TreeMap<>());
  }
}
