package limbeck.review.rule;

import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.TypeFamily;
import limbeck.review.RevisionFacts;
import limbeck.review.StepFacts;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;

/** A column that holds values of another kind than the running release takes them for. */
final class OtherKindOfValue {
  private OtherKindOfValue() {}

  static Optional<Found> in(RevisionFacts facts, StepFacts part, AlterColumn alter) {
    return otherFamily(part, alter)
        .or(
            () ->
                facts.database() == DialectName.POSTGRESQL
                    ? otherZone(part, alter)
                    : Optional.empty());
  }

  private static Optional<Found> otherFamily(StepFacts part, AlterColumn alter) {
    Optional<SqlType> old = About.typeBefore(part, alter);
    for (ColumnChange change : alter.changes()) {
      if (change instanceof ColumnChange.SetType(var _, SqlType to, var _)
          && old.isPresent()
          && About.existed(part, alter.table())
          && TypeFamily.of(old.get()) != TypeFamily.of(to)
          && TypeFamily.of(old.get()) != TypeFamily.UNKNOWN
          && TypeFamily.of(to) != TypeFamily.UNKNOWN) {
        return Optional.of(
            Found.at(
                part,
                About.column(alter.table(), alter.column()),
                "running code reads and writes "
                    + alter.table()
                    + "."
                    + alter.column()
                    + " as another kind of value"));
      }
    }
    return Optional.empty();
  }

  /** Times with and without a zone do not compare in Python, and are not the same in SQL. */
  private static Optional<Found> otherZone(StepFacts part, AlterColumn alter) {
    Optional<SqlType> old = About.typeBefore(part, alter);
    for (ColumnChange change : alter.changes()) {
      if (change
              instanceof ColumnChange.SetType(var _, SqlType.Timestamp(boolean zone, _), var using)
          && old.orElse(null) instanceof SqlType.Timestamp(boolean before, _)
          && zone != before
          && About.existed(part, alter.table())) {
        String name = alter.table() + "." + alter.column();
        return Optional.of(
            Found.at(
                part,
                About.column(alter.table(), alter.column()),
                "running code reads and writes "
                    + name
                    + (zone ? " without" : " with")
                    + " a time zone"
                    + (using.isPresent()
                        ? ""
                        : ", and the values there are converted in the session's")));
      }
    }
    return Optional.empty();
  }
}
