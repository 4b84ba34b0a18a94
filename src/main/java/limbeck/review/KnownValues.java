package limbeck.review;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ColumnOperation.AddColumn;
import limbeck.operation.ColumnOperation.AlterColumn;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.ConstraintOperation.AddConstraint;
import limbeck.operation.ConstraintOperation.DropConstraint;
import limbeck.operation.ConstraintOperation.ValidateConstraint;
import limbeck.operation.DataOperation;
import limbeck.operation.DefaultNames;
import limbeck.operation.IndexOperation;
import limbeck.operation.IndexOperation.CreateIndex;
import limbeck.operation.ObjectOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.operation.TableOperation;
import limbeck.operation.TypeOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
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

  private static final Pattern GIVEN =
      Pattern.compile("(?is)\\(*\\s*\"?(\\w+)\"?\\s+IS\\s+NOT\\s+NULL\\s*\\)*");

  private final Set<Lifetimes.ColumnOf> empty = new HashSet<>();
  private final Set<Lifetimes.ColumnOf> filled = new HashSet<>();
  private final Set<Held> held = new HashSet<>();

  /**
   * Takes an operation in.
   *
   * @param before the schema it meets
   */
  void after(Operation operation, Schema before) {
    switch (operation) {
      case DropConstraint drop ->
          before
              .table(drop.table())
              .map(DefaultNames.postgresql()::named)
              .flatMap(it -> it.constraint(drop.name()))
              .ifPresent(it -> held.add(new Held(drop.table(), meaning(it))));
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
      case TableOperation _,
          ColumnOperation.DropColumn _,
          ColumnOperation.AlterColumn _,
          ConstraintOperation _,
          IndexOperation _,
          TypeOperation _,
          ObjectOperation _,
          DataOperation.RequireNoRows _ -> {}
    }
  }

  /** A constraint that held until this revision dropped it, whatever its name. */
  private record Held(TableName table, Object meaning) {}

  /** What the rows must satisfy, without name and actions; nothing for what was not validated. */
  private static Object meaning(Constraint constraint) {
    return switch (constraint) {
      case Constraint.ForeignKey key ->
          key.validated() ? List.of(key.columns(), key.target()) : List.of();
      case Constraint.Unique key -> Set.copyOf(key.columns());
      case Constraint.PrimaryKey key -> Set.copyOf(key.columns());
      case Constraint.Check check -> check.validated() ? check.condition() : List.of();
      case Constraint.Exclude exclude -> exclude.elements();
    };
  }

  private boolean isHeld(TableName table, Constraint constraint) {
    Object meaning =
        constraint instanceof Constraint.ForeignKey key
            ? meaning(key.withValidated(true))
            : meaning(constraint);
    return held.contains(new Held(table, meaning));
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
    held.removeIf(it -> it.table().equals(table));
  }

  private void forgetAll(TableName table) {
    forget(table);
    filled.removeIf(it -> it.table().equals(table));
    held.removeIf(it -> it.table().equals(table));
  }

  /** Returns whether an operation cannot be refused for this reason, whatever the rows are. */
  boolean rulesOut(Operation operation, Schema before, String sqlState) {
    return switch (operation) {
      case AddConstraint(TableName table, Constraint constraint, var _) ->
          switch (constraint) {
            case Constraint.ForeignKey key ->
                sqlState.equals("23503") && (isEmpty(table, key.columns()) || isHeld(table, key));
            case Constraint.Unique key ->
                sqlState.equals("23505")
                    && !key.nullsNotDistinct()
                    && (isEmpty(table, key.columns()) || isHeld(table, key));
            case Constraint.Check check ->
                sqlState.equals("23514") && (isHeld(table, check) || isFilled(table, check));
            case Constraint.PrimaryKey key -> sqlState.equals("23505") && isHeld(table, key);
            case Constraint.Exclude exclude -> sqlState.equals("23P01") && isHeld(table, exclude);
          };
      case ValidateConstraint(TableName table, ConstraintName name) ->
          (sqlState.equals("23503") && isKeyWithoutRows(table, name, before))
              || (sqlState.equals("23514")
                  && before.table(table).stream()
                      .flatMap(it -> it.constraints().stream())
                      .filter(it -> it.name().equals(Optional.of(name)))
                      .anyMatch(
                          it -> it instanceof Constraint.Check check && isFilled(table, check)));
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

  /**
   * Returns the table that a key refers to, when the key is checked and no row refers to anything
   * in it yet.
   */
  Optional<TableName> notLookedUp(Operation operation, Schema before) {
    return switch (operation) {
      case AddConstraint(TableName table, Constraint.ForeignKey key, var _) ->
          Optional.of(key.target()).filter(it -> isNotLookedUp(table, key));
      case ValidateConstraint(TableName table, ConstraintName name) ->
          before.table(table).map(DefaultNames.postgresql()::named).stream()
              .flatMap(it -> it.foreignKeys().stream())
              .filter(it -> it.name().equals(Optional.of(name)) && isNotLookedUp(table, it))
              .map(Constraint.ForeignKey::target)
              .findFirst();
      default -> Optional.empty();
    };
  }

  private boolean isKeyWithoutRows(TableName table, ConstraintName name, Schema before) {
    return before.table(table).map(DefaultNames.postgresql()::named).stream()
        .flatMap(it -> it.foreignKeys().stream())
        .anyMatch(it -> it.name().equals(Optional.of(name)) && isEmpty(table, it.columns()));
  }

  private boolean isNotLookedUp(TableName table, Constraint.ForeignKey key) {
    return !key.target().equals(table) && isEmpty(table, key.columns());
  }

  /** Whether a check demands of a column no more than that it has a value, and it has. */
  private boolean isFilled(TableName table, Constraint.Check check) {
    Matcher given = GIVEN.matcher(check.condition().text());
    return given.matches()
        && filled.contains(new Lifetimes.ColumnOf(table, new ColumnName(given.group(1))));
  }

  private boolean isEmpty(TableName table, List<ColumnName> columns) {
    return columns.stream().anyMatch(it -> empty.contains(new Lifetimes.ColumnOf(table, it)));
  }
}
