package limbeck.review.design;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.review.Severity;
import limbeck.review.Subject;
import limbeck.review.design.SchemaReport.Remark;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** Indexes that are missing, of no use, or in the wrong order. */
final class IndexChecks {
  private IndexChecks() {}

  static List<Remark> of(Schema schema) {
    List<Remark> result = new ArrayList<>();
    for (Table table : schema.tables().values()) {
      table.foreignKeys().forEach(it -> missing(table, it).ifPresent(result::add));
      List<Access> all = Access.of(table);
      for (Access access : all) {
        redundant(table, access, all)
            .ifPresent(
                it ->
                    result.add(
                        remark(
                            it.columns().equals(access.columns())
                                ? "index-repeats-another"
                                : "index-covered-by-another",
                            it.columns().equals(access.columns()) ? Severity.MEDIUM : Severity.LOW,
                            table,
                            access,
                            "the index "
                                + access.name()
                                + " is of no use beside "
                                + it.name()
                                + " ("
                                + String.join(", ", it.shown())
                                + ")",
                            "Every write pays for both; the other one serves the same queries.")));
        coarse(table, access).ifPresent(result::add);
      }
    }
    return result;
  }

  private static Remark remark(
      String check, Severity severity, Table table, Access access, String what, String why) {
    return new Remark(
        check,
        severity,
        new Subject("index", Optional.of(table.name().toString()), access.name()),
        what,
        why);
  }

  /** The index that makes another one superfluous. */
  static Optional<Access> redundant(Table table, Access access, List<Access> all) {
    if (!access.constraint().isEmpty() || !access.plain()) {
      return Optional.empty();
    }
    return all.stream()
        .filter(it -> !it.equals(access) && (it.plain() || !it.constraint().isEmpty()))
        .filter(
            it ->
                it.columns().equals(access.columns())
                    ? (it.unique() || !access.unique())
                        && (!it.constraint().isEmpty()
                            || it.unique() != access.unique()
                            || all.indexOf(it) < all.indexOf(access))
                    : !access.unique() && access.begins(it))
        .findFirst();
  }

  private static Optional<Remark> missing(Table table, Constraint.ForeignKey key) {
    if (Access.serving(table, key.columns()).isPresent()) {
      return Optional.empty();
    }
    String columns =
        table.name() + "(" + String.join(", ", SchemaReview.texts(key.columns())) + ")";
    Optional<Access> other =
        Access.of(table).stream()
            .filter(it -> it.plain() && it.columns().containsAll(key.columns()))
            .findFirst();
    Subject subject =
        new Subject(
            "column", Optional.of(table.name().toString()), key.columns().getFirst().text());
    String why =
        "Deleting or updating a row of "
            + key.target()
            + " reads "
            + table.name()
            + " from end to end.";
    return Optional.of(
        other
            .map(
                it ->
                    new Remark(
                        "index-in-another-order",
                        Severity.MEDIUM,
                        subject,
                        it.name()
                            + " ("
                            + String.join(", ", it.shown())
                            + ") does not begin with "
                            + columns
                            + ", which refers to "
                            + key.target(),
                        why + " An index finds rows by its first columns only."))
            .orElseGet(
                () ->
                    new Remark(
                        "foreign-key-without-index",
                        Severity.MEDIUM,
                        subject,
                        "no index begins with " + columns + ", which refers to " + key.target(),
                        why)));
  }

  /** An index whose first column has two values sorts by nearly nothing. */
  private static Optional<Remark> coarse(Table table, Access access) {
    if (!access.constraint().isEmpty() || !access.plain() || access.columns().isEmpty()) {
      return Optional.empty();
    }
    ColumnName first = access.columns().getFirst();
    boolean isBoolean =
        table
            .column(first)
            .map(Column::type)
            .filter(SqlType.BooleanType.class::isInstance)
            .isPresent();
    return isBoolean
        ? Optional.of(
            remark(
                "index-begins-with-boolean",
                Severity.LOW,
                table,
                access,
                access.name() + " begins with the boolean " + first,
                "A column of two values narrows little down; put the others first, or index only"
                    + " the rows of one value (WHERE)."))
        : Optional.empty();
  }
}
