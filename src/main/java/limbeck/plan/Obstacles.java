package limbeck.plan;

import java.util.Optional;
import limbeck.operation.Dependents;
import limbeck.operation.Identifiers;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Table;

/** Tells why a column of a large table has to be changed in place. */
final class Obstacles {
  private final Draft draft;

  Obstacles(Draft draft) {
    this.draft = draft;
  }

  /** Why a column cannot have another one beside it; empty when it can. */
  Optional<String> of(ColumnPlace place, Column column) {
    Table table = draft.schema().table(place.table()).orElseThrow();
    boolean batches =
        new Backfills(draft)
            .hasKey(new ColumnPlace(place.table(), TypeSeries.beside(column.name())));
    if (!batches) {
      return Optional.of("its table has no primary key to go through the rows by");
    }
    boolean loses =
        draft.goal().table(place.table()).filter(it -> KeyBatches.keyOf(it).isEmpty()).isPresent();
    if (loses) {
      return Optional.of("its table loses the primary key to go through the rows by");
    }
    if (column.isUnread()) {
      return Optional.of("it is not known in full");
    }
    if (!Dependents.computedFrom(table, column.name()).isEmpty()) {
      return Optional.of("another column is computed from it");
    }
    boolean excluded =
        table.constraints().stream()
            .anyMatch(it -> it instanceof Constraint.Exclude && Dependents.uses(it, column.name()));
    if (excluded) {
      return Optional.of("an exclusion constraint is over it");
    }
    return draft.schema().objects().values().stream()
        .filter(it -> isOver(it, place))
        .map(it -> it.name() + " is over it")
        .findFirst();
  }

  private static boolean isOver(CarriedObject object, ColumnPlace place) {
    boolean dependent =
        switch (object.kind()) {
          case VIEW, MATERIALIZED_VIEW, TRIGGER, POLICY -> true;
          case EXTENSION, FUNCTION, DOMAIN -> false;
        };
    boolean own = object.name().name().contains(".limbeck_");
    return dependent && !own && Identifiers.mentions(object.definition(), place.table().name());
  }

  /** Whether an index, a key or a check is over both columns. */
  static boolean share(Table table, ColumnName one, ColumnName other) {
    boolean constrained =
        table.constraints().stream()
            .filter(it -> !(it instanceof Constraint.ForeignKey))
            .anyMatch(it -> Dependents.uses(it, one) && Dependents.uses(it, other));
    return constrained
        || table.indexes().stream()
            .anyMatch(it -> Dependents.uses(it, one) && Dependents.uses(it, other));
  }

  /** Why the names of the columns that a change of type needs are not to be had. */
  static Optional<String> taken(Table table, Column column) {
    boolean taken =
        table.column(TypeSeries.beside(column.name())).isPresent()
            || table.column(TypeSeries.formerly(column.name())).isPresent();
    return taken ? Optional.of("the names of the columns beside it are taken") : Optional.empty();
  }
}
