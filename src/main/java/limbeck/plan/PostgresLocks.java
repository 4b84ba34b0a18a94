package limbeck.plan;

import java.util.Locale;
import java.util.Optional;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.Conversion;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeFamily;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;

/**
 * Which steps keep others waiting on PostgreSQL for as long as they read or write a whole table
 * (chapter 13.3 of its documentation, and ALTER TABLE).
 */
final class PostgresLocks implements LockSource {
  @Override
  public Optional<String> lock(Operation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation it -> column(it, before);
      case ConstraintOperation it -> constraint(it);
      case IndexOperation it -> index(it);
      case DataOperation.Backfill it ->
          Optional.of(
              "Filling "
                  + it.table()
                  + "."
                  + it.column()
                  + " locks every row it writes until the transaction ends.");
      case DataOperation _, TableOperation _, TypeOperation _, ObjectOperation _, Opaque _ ->
          Optional.empty();
    };
  }

  private static Optional<String> column(ColumnOperation operation, Schema before) {
    return switch (operation) {
      case ColumnOperation.AddColumn it ->
          rewrites(it.column())
              ? Optional.of(
                  "Adding "
                      + it.table()
                      + "."
                      + it.column().name()
                      + " writes the whole table anew; nobody reads or writes "
                      + it.table()
                      + " meanwhile (ACCESS EXCLUSIVE).")
              : Optional.empty();
      case ColumnOperation.DropColumn _ -> Optional.empty();
      case ColumnOperation.AlterColumn it ->
          it.changes().stream().flatMap(change -> change(it, change, before).stream()).findFirst();
    };
  }

  private static boolean rewrites(Column column) {
    boolean generated =
        column.autoincrement()
            || (column.generation().isPresent()
                && switch (column.generation().orElseThrow()) {
                  case Generation.Identity _ -> true;
                  case Generation.Computed it -> it.stored().orElse(true);
                });
    return generated
        || (column.serverDefault().isPresent() && isVolatile(column.serverDefault().orElseThrow()));
  }

  /** Whether each row gets a value of its own; constants and now() are the same for all. */
  static boolean isVolatile(Default value) {
    return switch (value) {
      case Default.NextValue _ -> true;
      case Default.Expression(var sql) -> {
        String text = sql.text().toLowerCase(Locale.ROOT);
        boolean calls = text.contains("(");
        boolean steady =
            text.startsWith("now(")
                || text.startsWith("current_")
                || text.startsWith("transaction_timestamp(")
                || text.startsWith("statement_timestamp(")
                || text.startsWith("timezone(")
                || text.startsWith("'");
        yield calls && !steady;
      }
      case Default.Literal _, Default.Now _, Default.BooleanConstant _, Default.Unknown _ -> false;
    };
  }

  private static Optional<String> change(
      ColumnOperation.AlterColumn operation, ColumnChange change, Schema before) {
    String place = operation.table() + "." + operation.column();
    return switch (change) {
      case ColumnChange.SetNullable(boolean nullable) ->
          nullable || isProven(operation, before)
              ? Optional.empty()
              : Optional.of(
                  "SET NOT NULL on "
                      + place
                      + " reads the whole table; nobody reads or writes "
                      + operation.table()
                      + " meanwhile (ACCESS EXCLUSIVE).");
      case ColumnChange.SetType it -> {
        Optional<SqlType> from =
            before
                .table(operation.table())
                .flatMap(table -> table.column(operation.column()))
                .map(Column::type);
        boolean keeps =
            from.isPresent()
                && it.using().isEmpty()
                && keepsRows(
                    from.orElseThrow().on(DialectName.POSTGRESQL),
                    it.to().on(DialectName.POSTGRESQL));
        yield keeps
            ? Optional.empty()
            : Optional.of(
                "The new type of "
                    + place
                    + " writes the whole table and its indexes anew; nobody reads or writes "
                    + operation.table()
                    + " meanwhile (ACCESS EXCLUSIVE).");
      }
      case ColumnChange.SetDefault _,
          ColumnChange.SetGeneration _,
          ColumnChange.SetAutoincrement _,
          ColumnChange.SetComment _,
          ColumnChange.Rename _ ->
          Optional.empty();
    };
  }

  /** A validated check that proves it spares SET NOT NULL the reading, since PostgreSQL 12. */
  private static boolean isProven(ColumnOperation.AlterColumn operation, Schema before) {
    return before.table(operation.table()).stream()
        .flatMap(it -> it.constraints().stream())
        .anyMatch(
            it ->
                it instanceof Constraint.Check check
                    && check.validated()
                    && check
                        .condition()
                        .text()
                        .replace("\"", "")
                        .equalsIgnoreCase(operation.column() + " IS NOT NULL"));
  }

  /** Whether the stored rows are right as they are, so that only the catalog changes. */
  static boolean keepsRows(SqlType from, SqlType to) {
    Conversion conversion = Conversion.of(new limbeck.schema.ColumnName("value"), from, to);
    boolean harmless =
        conversion.path() == Conversion.Path.AUTOMATIC
            && conversion.loss() == Conversion.Loss.NOTHING;
    if (!harmless || TypeFamily.of(from) != TypeFamily.of(to)) {
      return false;
    }
    return switch (TypeFamily.of(from)) {
      case STRING -> !(from instanceof SqlType.Char) && !(to instanceof SqlType.Char);
      case NUMERIC -> sameScale(from, to);
      case TIMESTAMP ->
          from instanceof SqlType.Timestamp(boolean zone, var _)
              && to instanceof SqlType.Timestamp(boolean other, var _)
              && zone == other;
      case TIME, INTERVAL -> true;
      case INTEGER, FLOATING, BOOLEAN, DATE, BINARY, JSON, UUID, ENUM, ARRAY, NAMED, UNKNOWN ->
          false;
    };
  }

  private static boolean sameScale(SqlType from, SqlType to) {
    return from instanceof SqlType.Numeric before
        && to instanceof SqlType.Numeric after
        && (after.precision().isEmpty()
            || before.scale().orElse(0).equals(after.scale().orElse(0)));
  }

  private static Optional<String> constraint(ConstraintOperation operation) {
    return switch (operation) {
      case ConstraintOperation.AddConstraint it ->
          switch (it.constraint()) {
            case Constraint.PrimaryKey _, Constraint.Unique _, Constraint.Exclude _ ->
                it.usingIndex().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        "Adding the constraint builds an index; nobody reads or writes "
                            + it.table()
                            + " meanwhile (ACCESS EXCLUSIVE).");
            case Constraint.Check check ->
                check.validated()
                    ? Optional.of(
                        "Adding the check reads the whole table; nobody reads or writes "
                            + it.table()
                            + " meanwhile (ACCESS EXCLUSIVE).")
                    : Optional.empty();
            case Constraint.ForeignKey key ->
                key.validated()
                    ? Optional.of(
                        "Adding the foreign key reads "
                            + it.table()
                            + "; nobody writes "
                            + it.table()
                            + " or "
                            + key.target()
                            + " meanwhile (SHARE ROW EXCLUSIVE).")
                    : Optional.empty();
          };
      case ConstraintOperation.DropConstraint _,
          ConstraintOperation.RenameConstraint _,
          ConstraintOperation.ValidateConstraint _,
          ConstraintOperation.SetDeferral _ ->
          Optional.empty();
    };
  }

  private static Optional<String> index(IndexOperation operation) {
    return switch (operation) {
      case IndexOperation.CreateIndex it ->
          it.concurrently()
              ? Optional.empty()
              : Optional.of(
                  "Nobody writes "
                      + it.table()
                      + " while index "
                      + it.index().name().map(Object::toString).orElse("")
                      + " is built (SHARE).");
      case IndexOperation.DropIndex _, IndexOperation.RenameIndex _ -> Optional.empty();
    };
  }
}
