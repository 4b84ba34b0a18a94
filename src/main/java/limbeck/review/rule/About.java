package limbeck.review.rule;

import java.util.Optional;
import limbeck.dialect.Impact;
import limbeck.operation.ColumnOperation;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.review.Subject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** What findings are about, and what a step does to a table. */
final class About {
  private About() {}

  static Subject table(TableName name) {
    return new Subject("table", Optional.of(name.toString()), name.toString());
  }

  static Subject column(TableName table, ColumnName column) {
    return new Subject("column", Optional.of(table.toString()), column.text());
  }

  static Subject constraint(TableName table, Constraint constraint) {
    return new Subject(
        "constraint",
        Optional.of(table.toString()),
        constraint.name().map(ConstraintName::text).orElse("(unnamed)"));
  }

  static Subject index(TableName table, Index index) {
    return new Subject("index", Optional.of(table.toString()), name(index));
  }

  static String name(Index index) {
    return index.name().map(IndexName::text).orElse("(unnamed)");
  }

  static Subject revision(String id) {
    return new Subject("revision", Optional.empty(), id);
  }

  static Subject statement(StepReview step) {
    String sql = step.sql().isEmpty() ? "" : step.sql().getFirst();
    String line = sql.lines().findFirst().orElse("").strip();
    return new Subject(
        "statement", Optional.empty(), line.length() > 60 ? line.substring(0, 60) : line);
  }

  /** Returns what a step does to a table; nothing when the revision has created it. */
  static Optional<Impact.OnTable> effect(StepReview step, TableName table) {
    return Optional.ofNullable(step.impact().tables().get(table));
  }

  static boolean scans(StepReview step, TableName table) {
    return !step.failsForCertain() && effect(step, table).filter(Impact.OnTable::scans).isPresent();
  }

  static boolean rewrites(StepReview step, TableName table) {
    return !step.failsForCertain()
        && effect(step, table).filter(Impact.OnTable::rewrites).isPresent();
  }

  /** Returns the type that a column has before it is altered, where that is known. */
  static Optional<SqlType> typeBefore(StepFacts part, ColumnOperation.AlterColumn alter) {
    return part.before()
        .table(alter.table())
        .flatMap(it -> it.column(alter.column()))
        .map(Column::type);
  }

  /** Returns whether the table was there before the revision. */
  static boolean existed(StepFacts part, TableName table) {
    return part.before().tables().containsKey(table) && !part.lifetimes().born(table);
  }
}
