package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Schema;
import limbeck.schema.Table;

/**
 * Models leave many constraints unnamed, and are content with whatever name the history gave them.
 * For a comparison of catalogs they take that name.
 */
final class KnownNames {
  private KnownNames() {}

  /** Returns the schema with unnamed constraints under the names their like has in another one. */
  static Schema adopt(Schema schema, Schema named) {
    Schema result = schema;
    for (Table table : schema.tables().values()) {
      Optional<Table> like = named.table(table.name());
      if (like.isPresent()) {
        result = result.with(table.withConstraints(adopt(table, like.get())));
      }
    }
    return result;
  }

  private static List<Constraint> adopt(Table table, Table like) {
    List<Constraint> free = new ArrayList<>(like.constraints());
    List<Constraint> result = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      Optional<Constraint> found =
          constraint.name().isPresent()
              ? Optional.empty()
              : free.stream().filter(it -> same(it, constraint)).findFirst();
      found.ifPresent(free::remove);
      Optional<ConstraintName> name = found.flatMap(Constraint::name).or(constraint::name);
      result.add(constraint.withName(name));
    }
    return result;
  }

  private static boolean same(Constraint one, Constraint other) {
    return one.withName(Optional.empty()).equals(other.withName(Optional.empty()));
  }
}
