package limbeck.review.rule;

import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ObjectOperation.CreateObject;
import limbeck.review.RevisionFacts;
import limbeck.review.StepReview;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Default;
import limbeck.schema.TableName;

/** Tells where a name that goes stands for something again before running code can miss it. */
final class StillServed {
  private StillServed() {}

  /** Returns whether another column has the name before anybody can see that it was free. */
  static boolean isTakenOver(RevisionFacts facts, StepReview step, AlterColumn renamed) {
    return facts.steps().stream()
        .filter(it -> it.transaction() == step.transaction())
        .flatMap(it -> it.parts().stream())
        .anyMatch(
            it ->
                it.operation() instanceof AlterColumn other
                    && other.table().equals(renamed.table())
                    && other.changes().contains(new ColumnChange.Rename(renamed.column())));
  }

  /** Returns whether the column that has the name then has a default, too. */
  static boolean isDefaultTakenOver(RevisionFacts facts, StepReview step, AlterColumn alter) {
    return isTakenOver(facts, step, alter)
        && facts
            .after()
            .table(alter.table())
            .flatMap(it -> it.column(alter.column()))
            .flatMap(Column::serverDefault)
            .isPresent();
  }

  /** A column may give its number to the one that takes its name. */
  static boolean isNumberedAfterwards(RevisionFacts facts, AlterColumn alter) {
    return facts
        .after()
        .table(alter.table())
        .flatMap(it -> it.column(alter.column()))
        .filter(
            it ->
                it.autoincrement()
                    || it.generation().isPresent()
                    || it.serverDefault().filter(Default.NextValue.class::isInstance).isPresent())
        .isPresent();
  }

  static boolean isBridged(RevisionFacts facts, TableName name) {
    return facts.upgrade().stream()
        .anyMatch(
            it ->
                it.operation() instanceof CreateObject(CarriedObject object, boolean _)
                    && object.kind() == CarriedObject.Kind.VIEW
                    && object.name().name().equals(name.name()));
  }
}
