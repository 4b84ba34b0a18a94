package limbeck.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import limbeck.operation.DataOperation;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** Writes the SQL over rows that a plan needs: conditions, checks, neutral values. */
final class RowSql {
  private final UnaryOperator<String> quote;

  RowSql(UnaryOperator<String> quote) {
    this.quote = quote;
  }

  String column(ColumnName column) {
    return quote.apply(column.text());
  }

  String table(TableName table) {
    return table.schema().map(it -> quote.apply(it) + ".").orElse("") + quote.apply(table.name());
  }

  /** The table's own name, for a row that stands for it. */
  String alias(TableName table) {
    return quote.apply(table.name());
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  SqlText isNull(ColumnName column) {
    return new SqlText(column(column) + " IS NULL");
  }

  SqlText rowsWhere(TableName table, String condition) {
    return new SqlText("SELECT 1 FROM " + table(table) + " WHERE " + condition);
  }

  SqlText anyRow(TableName table) {
    return new SqlText("SELECT 1 FROM " + table(table));
  }

  /** Has an identity go on after the values there are. */
  DataOperation.ExecuteSql continueCounting(TableName table, ColumnName column) {
    return new DataOperation.ExecuteSql(
        new SqlText(
            "SELECT setval(pg_get_serial_sequence("
                + literal(table(table))
                + ", "
                + literal(column.text())
                + "), coalesce(max("
                + column(column)
                + "), 0) + 1, false) FROM "
                + table(table)),
        new TreeSet<>(),
        new TreeSet<>(List.of(table)));
  }

  /** Finds values that occur twice; NULLs are no duplicates unless they collide. */
  SqlText duplicates(
      TableName table, List<String> expressions, boolean nullsCollide, Optional<SqlText> where) {
    List<String> conditions = new ArrayList<>();
    where.ifPresent(it -> conditions.add("(" + it + ")"));
    if (!nullsCollide) {
      expressions.forEach(it -> conditions.add(it + " IS NOT NULL"));
    }
    String list = String.join(", ", expressions);
    return new SqlText(
        "SELECT "
            + list
            + " FROM "
            + table(table)
            + (conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions))
            + " GROUP BY "
            + list
            + " HAVING count(*) > 1");
  }

  List<String> columns(List<ColumnName> columns) {
    return columns.stream().map(this::column).toList();
  }

  List<String> elements(Index index) {
    return index.elements().stream().map(this::element).toList();
  }

  private String element(IndexElement element) {
    return switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) -> column(name);
      case IndexElement.Target.OfExpression(SqlText sql) -> "(" + sql + ")";
    };
  }

  /** Returns what is said of each column, as a list of SQL. */
  static String list(List<Column> columns, Function<Column, String> each) {
    return columns.stream().map(each).collect(Collectors.joining(", "));
  }

  static String listed(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text).collect(Collectors.joining(", "));
  }

  /** A value of the type that means nothing, for rows whose own value is lost. */
  static Optional<SqlText> neutral(SqlType type, Schema schema) {
    String text =
        switch (type) {
          case SqlType.IntegerType _,
              SqlType.Numeric _,
              SqlType.Floating _,
              SqlType.DoublePrecision _,
              SqlType.Real _ ->
              "0";
          case SqlType.Varchar _, SqlType.Char _, SqlType.Text _ -> "''";
          case SqlType.TextEnum(List<String> labels, int _) ->
              labels.isEmpty() ? "''" : literal(labels.getFirst());
          case SqlType.BooleanType _ -> "false";
          case SqlType.Date _ -> "CURRENT_DATE";
          case SqlType.Timestamp _ -> "CURRENT_TIMESTAMP";
          case SqlType.Time _ -> "'00:00'";
          case SqlType.Interval _ -> "'0'";
          case SqlType.Binary _ -> "''";
          case SqlType.Json _ -> "'{}'";
          case SqlType.Uuid(boolean nativeType) ->
              nativeType
                  ? "'00000000-0000-0000-0000-000000000000'"
                  : "'00000000000000000000000000000000'";
          case SqlType.EnumReference(var name) ->
              schema
                  .enumType(name)
                  .filter(it -> !it.labels().isEmpty())
                  .map(it -> literal(it.labels().getFirst()))
                  .orElse("");
          case SqlType.ArrayOf _ -> "'{}'";
          case SqlType.Named _, SqlType.Variant _, SqlType.Unknown _ -> "";
        };
    return text.isEmpty() ? Optional.empty() : Optional.of(new SqlText(text));
  }
}
