package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import limbeck.operation.DataOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Operations on rows. */
public class StandardRows {
  /** The database's fragments. */
  protected final Spelling spelling;

  /** Writes row operations with the fragments of a database. */
  public StandardRows(Spelling spelling) {
    this.spelling = spelling;
  }

  /** Returns the statements of an operation. */
  public final List<Sql> lower(DataOperation operation, Schema before) {
    return switch (operation) {
      case DataOperation.ExecuteSql execute -> execute(execute.statement());
      case DataOperation.Backfill fill -> List.of(Sql.of(backfill(fill)));
      case DataOperation.InsertRows(TableName table, var rows) ->
          rows.stream().map(it -> Sql.of(insert(table, it, before))).toList();
      case DataOperation.RequireNoRows require -> require(require);
    };
  }

  /** Returns the SQL as it stands. */
  protected List<Sql> execute(SqlText statement) {
    return List.of(Sql.of(statement.text()));
  }

  private String backfill(DataOperation.Backfill fill) {
    return "UPDATE "
        + spelling.quoting().table(fill.table())
        + " SET "
        + spelling.quoting().column(fill.column())
        + " = "
        + fill.value()
        + fill.where().map(it -> " WHERE " + it).orElse("");
  }

  private String insert(TableName table, SortedMap<ColumnName, SqlText> row, Schema before) {
    List<ColumnName> columns = inTableOrder(before.table(table).orElse(null), row);
    List<String> values = columns.stream().map(it -> String.valueOf(row.get(it))).toList();
    if (columns.isEmpty()) {
      return "INSERT INTO " + spelling.quoting().table(table) + noValues();
    }
    return "INSERT INTO "
        + spelling.quoting().table(table)
        + " ("
        + spelling.quoting().columns(columns)
        + ") VALUES ("
        + String.join(", ", values)
        + ")";
  }

  /** Returns what follows the table of a row that names no column. */
  protected String noValues() {
    return " DEFAULT VALUES";
  }

  private static List<ColumnName> inTableOrder(
      @org.jspecify.annotations.Nullable Table table, Map<ColumnName, SqlText> row) {
    List<ColumnName> result = new ArrayList<>();
    if (table != null) {
      table.columns().stream().map(Column::name).filter(row::containsKey).forEach(result::add);
    }
    row.keySet().stream().filter(it -> !result.contains(it)).forEach(result::add);
    return result;
  }

  /** Returns the statement that stops with a message when the query finds rows. */
  protected List<Sql> require(DataOperation.RequireNoRows require) {
    throw new CannotSpell(
        spelling.dialect().sqlalchemyName()
            + " has no statement that stops a script with a message; run the check by hand");
  }
}
