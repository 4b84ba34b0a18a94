package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Operation;
import limbeck.schema.CarriedObject;
import limbeck.schema.IndexName;

/** {@code ALTER TABLE} of what is no table: PostgreSQL takes views, indexes and sequences too. */
final class OtherRelations {
  private OtherRelations() {}

  /** Returns the operations when the name is not a table's but that of another relation. */
  static Optional<List<Operation>> alter(Reading reading, QualifiedName name) {
    if (reading.table(name.table(reading.before())).isPresent()) {
      return Optional.empty();
    }
    Optional<CarriedObject> view =
        reading.object(name, CarriedObject.Kind.VIEW, CarriedObject.Kind.MATERIALIZED_VIEW);
    if (view.isPresent()) {
      return Optional.of(ObjectForms.alterView(reading, view.orElseThrow()));
    }
    if (reading.before().sequences().containsKey(name.sequence(reading.before()))) {
      return Optional.of(SequenceForms.alterKnown(reading, name));
    }
    boolean index =
        IndexForms.holder(reading, name.visibleSchema(), new IndexName(name.name())).isPresent();
    return index ? Optional.of(IndexForms.alterKnown(reading, name)) : Optional.empty();
  }
}
