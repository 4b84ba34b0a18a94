package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Table;

/**
 * The names InnoDB gives what has none: a unique index takes its first column's, keys are {@code
 * t_ibfk_1}, checks {@code t_chk_1}. Several of a kind are counted in the order of {@link Table},
 * as their order in the source is not kept.
 */
final class DefaultNames {
  private DefaultNames() {}

  static Table named(Table table) {
    Set<String> taken = new HashSet<>();
    table.constraints().forEach(it -> it.name().ifPresent(name -> taken.add(name.text())));
    table.indexes().forEach(it -> it.name().ifPresent(name -> taken.add(name.text())));
    List<Constraint> named = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint.name().isPresent() || constraint instanceof Constraint.PrimaryKey) {
        named.add(constraint);
      } else {
        String name = free(constraint, table, taken);
        taken.add(name);
        named.add(constraint.withName(Optional.of(new ConstraintName(name))));
      }
    }
    return table.withConstraints(named);
  }

  private static String free(Constraint constraint, Table table, Set<String> taken) {
    for (int number = 1; ; number++) {
      String name = name(constraint, table, number);
      if (!taken.contains(name)) {
        return name;
      }
    }
  }

  private static String name(Constraint constraint, Table table, int number) {
    String owner = table.name().name();
    return switch (constraint) {
      case Constraint.PrimaryKey _ -> "PRIMARY";
      case Constraint.Unique unique -> {
        String first = unique.columns().isEmpty() ? owner : unique.columns().getFirst().text();
        yield number == 1 ? first : first + "_" + number;
      }
      case Constraint.ForeignKey _ -> owner + "_ibfk_" + number;
      case Constraint.Check _ -> owner + "_chk_" + number;
      case Constraint.Exclude _ -> owner + "_excl_" + number;
    };
  }
}
