package limbeck.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.ConstraintOperation;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Columns that count by themselves because they are a key. On MySQL and MariaDB such a column must
 * be the first of a key at every moment, so it begins to count after the key is made, and stops
 * before that is dropped. On SQLite the key alone makes it count; rows that are there get the
 * number by which SQLite itself tells them apart.
 */
final class CountingKeys {
  private static final String BECAUSE = "a column that counts must be a key";

  private final Draft draft;
  private final Schema after;
  private final Map<TableName, ColumnName> waiting = new HashMap<>();

  CountingKeys(Draft draft, Schema after) {
    this.draft = draft;
    this.after = after;
  }

  /** Adds a column that is to count, with a number in every row; says whether it was one. */
  boolean add(ColumnOperation.AddColumn operation, String because) {
    TableName table = operation.table();
    Column column = operation.column();
    boolean concerned =
        (draft.options().isMysql() || hasRowNumbers(table))
            && !draft.hasNoRows(table)
            && counts(table, column)
            && isFirstOfKey(table, column.name());
    if (!concerned) {
      return false;
    }
    waiting.put(table, column.name());
    draft.add(
        new ColumnOperation.AddColumn(
            table, uncounted(column).withNullable(true), operation.ifNotExists()),
        because + "; it counts once it is a key",
        Classification.ADDITIVE,
        "existing rows have NULL for now");
    for (Operation it : numbers(draft, table, column.name())) {
      draft.addFleeting(
          it, "existing rows are numbered", Classification.DATA, "it fills a new column", false);
    }
    return true;
  }

  private boolean hasRowNumbers(TableName table) {
    return hasRowNumbers(draft, table);
  }

  /** Returns whether SQLite numbers the rows of a table by itself. */
  static boolean hasRowNumbers(Draft draft, TableName table) {
    return draft.options().dialect() == DialectName.SQLITE
        && draft.schema().table(table).stream()
            .noneMatch(it -> "false".equalsIgnoreCase(it.options().get("sqlite_with_rowid")));
  }

  private static Column uncounted(Column column) {
    return column.withAutoincrement(false).withGeneration(Optional.empty());
  }

  private boolean counts(TableName table, Column column) {
    boolean identity =
        column.generation().filter(Generation.Identity.class::isInstance).isPresent();
    return column.autoincrement() || (identity && isWholeKey(table, column.name()));
  }

  private boolean isFirstOfKey(TableName table, ColumnName column) {
    return after
        .table(table)
        .flatMap(Table::primaryKey)
        .filter(it -> it.columns().getFirst().equals(column))
        .isPresent();
  }

  private boolean isWholeKey(TableName table, ColumnName column) {
    return after
        .table(table)
        .flatMap(Table::primaryKey)
        .filter(it -> it.columns().equals(List.of(column)))
        .isPresent();
  }

  /** Writes a number into every row, in the order of the primary key there was. */
  static List<Operation> numbers(Draft draft, TableName table, ColumnName column) {
    List<Operation> result = new ArrayList<>();
    RowSql sql = draft.sql();
    if (draft.options().dialect() == DialectName.SQLITE) {
      String text = "UPDATE " + sql.table(table) + " SET " + sql.column(column) + " = rowid";
      return List.of(execute(text, table));
    }
    List<String> order =
        draft
            .schema()
            .table(table)
            .flatMap(Table::primaryKey)
            .or(() -> draft.original().table(table).flatMap(Table::primaryKey))
            .map(it -> it.columns().stream().filter(key -> !key.equals(column)).toList())
            .map(sql::columns)
            .orElse(List.of());
    result.add(execute("SET @number = 0", table));
    result.add(
        execute(
            "UPDATE "
                + sql.table(table)
                + " SET "
                + sql.column(column)
                + " = (@number := @number + 1)"
                + (order.isEmpty() ? "" : " ORDER BY " + String.join(", ", order)),
            table));
    return result;
  }

  private static Operation execute(String text, TableName table) {
    return new DataOperation.ExecuteSql(
        new SqlText(text), new TreeSet<>(List.of(table)), new TreeSet<>());
  }

  /** Has the columns of a key that goes stop counting. */
  void beforeDrop(ConstraintOperation.DropConstraint drop) {
    Optional<Table> table = draft.schema().table(drop.table());
    Optional<Constraint.PrimaryKey> key =
        table
            .flatMap(Table::primaryKey)
            .filter(
                it ->
                    draft
                        .options()
                        .names()
                        .nameOf(it, table.orElseThrow())
                        .equals(Optional.of(drop.name())));
    if (!draft.options().isMysql() || key.isEmpty()) {
      return;
    }
    Table owner = table.orElseThrow();
    for (ColumnName name : key.get().columns()) {
      Column column = owner.column(name).orElseThrow();
      if (!counts(column) || isKeyedOtherwise(owner, name)) {
        continue;
      }
      set(drop.table(), name, false);
      boolean goesOn =
          after
              .table(drop.table())
              .flatMap(it -> it.column(name))
              .filter(CountingKeys::counts)
              .isPresent();
      if (goesOn) {
        waiting.put(drop.table(), name);
      }
    }
  }

  private static boolean counts(Column column) {
    return column.autoincrement()
        || column.generation().filter(Generation.Identity.class::isInstance).isPresent();
  }

  private static boolean isKeyedOtherwise(Table table, ColumnName column) {
    return table.constraints().stream()
            .anyMatch(
                it ->
                    it instanceof Constraint.Unique unique
                        && unique.columns().getFirst().equals(column))
        || table.indexes().stream()
            .map(Index::elements)
            .map(List::getFirst)
            .map(IndexElement::column)
            .anyMatch(Optional.of(column)::equals);
  }

  /** Has the column that becomes a primary key refuse NULL, which it was filled for. */
  void beforeAdd(ConstraintOperation.AddConstraint add) {
    waitingFor(add)
        .filter(it -> column(add.table(), it).nullable())
        .ifPresent(
            it ->
                draft.add(
                    alter(add.table(), it, new ColumnChange.SetNullable(false)),
                    "every row has a number now",
                    Classification.TRANSFORMING,
                    "no row has NULL"));
  }

  /** Has a column count that has become a key. */
  void afterAdd(ConstraintOperation.AddConstraint add) {
    waitingFor(add)
        .ifPresent(
            it -> {
              waiting.remove(add.table());
              if (draft.options().isMysql()) {
                set(add.table(), it, true);
              }
            });
  }

  private Optional<ColumnName> waitingFor(ConstraintOperation.AddConstraint add) {
    return Optional.ofNullable(waiting.get(add.table()))
        .filter(
            it ->
                add.constraint() instanceof Constraint.PrimaryKey key
                    && key.columns().getFirst().equals(it));
  }

  /** Returns whether every row has a number of its own in a column that is to count. */
  boolean isNumbered(TableName table, List<ColumnName> columns) {
    return Optional.ofNullable(waiting.get(table)).filter(columns::contains).isPresent();
  }

  private Column column(TableName table, ColumnName name) {
    return draft.schema().table(table).flatMap(it -> it.column(name)).orElseThrow();
  }

  private void set(TableName table, ColumnName column, boolean counts) {
    draft.add(
        alter(table, column, new ColumnChange.SetAutoincrement(counts)),
        counts ? BECAUSE + ", and now it is one" : BECAUSE + ", and that is dropped next",
        Classification.TRANSFORMING,
        "only new rows are concerned");
  }

  private static Operation alter(TableName table, ColumnName column, ColumnChange change) {
    return new ColumnOperation.AlterColumn(table, column, List.of(change));
  }
}
