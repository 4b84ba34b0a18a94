package limbeck.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.IndexElement;
import limbeck.schema.TableName;

/**
 * What is known of the values of columns in the course of a revision: a column just added without a
 * value is NULL everywhere, one that was filled with a constant is NULL nowhere.
 */
final class KnownValues {
  private static final Pattern FILL =
      Pattern.compile(
          "(?is)\\s*UPDATE\\s+(?:ONLY\\s+)?\\S+\\s+SET\\s+\"?(\\w+)\"?\\s*=\\s*"
              + "('(?:[^']|'')*'(?:::\\w+)?|-?\\d+(?:\\.\\d+)?|TRUE|FALSE|NOW\\(\\)|CURRENT_\\w+)"
              + "(?:\\s+WHERE\\s+\"?(\\w+)\"?\\s+IS\\s+NULL)?\\s*");

  private final Set<Lifetimes.ColumnOf> empty = new HashSet<>();
  private final Set<Lifetimes.ColumnOf> filled = new HashSet<>();

  /** Takes an operation in. */
  void after(Operation operation) {
    switch (operation) {
      case AddColumn add -> added(add.table(), add.column());
      case DataOperation.Backfill fill -> {
        forget(fill.table());
        if (fill.where().isEmpty()
            || fill.where().get().text().matches("(?is)\"?\\w+\"?\\s+IS\\s+NULL")) {
          filled.add(new Lifetimes.ColumnOf(fill.table(), fill.column()));
        }
      }
      case DataOperation.ExecuteSql sql -> sql.writes().forEach(it -> written(it, sql));
      case DataOperation.InsertRows insert -> forgetAll(insert.table());
      case Opaque opaque -> {
        if (opaque.touches().isEmpty()) {
          empty.clear();
          filled.clear();
        } else {
          opaque.touches().forEach(this::forgetAll);
        }
      }
      default -> {}
    }
  }

  private void added(TableName table, Column column) {
    boolean given =
        column.serverDefault().isPresent()
            || column.generation().isPresent()
            || column.autoincrement();
    (given ? filled : empty).add(new Lifetimes.ColumnOf(table, column.name()));
  }

  private void written(TableName table, DataOperation.ExecuteSql sql) {
    Matcher fill = FILL.matcher(sql.statement().text());
    boolean whole =
        fill.matches() && (fill.group(3) == null || fill.group(3).equals(fill.group(1)));
    if (whole) {
      forget(table);
      filled.add(new Lifetimes.ColumnOf(table, new ColumnName(fill.group(1))));
    } else {
      forgetAll(table);
    }
  }

  private void forget(TableName table) {
    empty.removeIf(it -> it.table().equals(table));
  }

  private void forgetAll(TableName table) {
    forget(table);
    filled.removeIf(it -> it.table().equals(table));
  }

  /** Returns whether an operation cannot be refused for this reason, whatever the rows are. */
  boolean rulesOut(Operation operation, String sqlState) {
    return switch (operation) {
      case AddConstraint(TableName table, Constraint constraint, var _) ->
          switch (constraint) {
            case Constraint.ForeignKey key ->
                sqlState.equals("23503") && isEmpty(table, key.columns());
            case Constraint.Unique key ->
                sqlState.equals("23505")
                    && !key.nullsNotDistinct()
                    && isEmpty(table, key.columns());
            case Constraint.PrimaryKey _, Constraint.Check _, Constraint.Exclude _ -> false;
          };
      case CreateIndex create ->
          sqlState.equals("23505")
              && !create.index().nullsNotDistinct()
              && isEmpty(
                  create.table(),
                  create.index().elements().stream()
                      .map(IndexElement::column)
                      .flatMap(Optional::stream)
                      .toList());
      case AlterColumn(TableName table, ColumnName column, var changes) ->
          sqlState.equals("23502")
              && changes.contains(new ColumnChange.SetNullable(false))
              && filled.contains(new Lifetimes.ColumnOf(table, column));
      default -> false;
    };
  }

  private boolean isEmpty(TableName table, List<ColumnName> columns) {
    return columns.stream().anyMatch(it -> empty.contains(new Lifetimes.ColumnOf(table, it)));
  }
}
