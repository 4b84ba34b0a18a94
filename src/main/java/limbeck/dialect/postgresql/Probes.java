package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Quoting;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Queries that return a row when an operation would be refused because of the rows there are. */
final class Probes {
  private static final Quoting QUOTING = new Quoting('"', ReservedWords.ALL);

  private Probes() {}

  static String column(ColumnName column) {
    return QUOTING.column(column);
  }

  static String anyRow(TableName table) {
    return "SELECT 1 FROM " + QUOTING.table(table) + " LIMIT 1";
  }

  static String rowWhere(TableName table, String condition) {
    return "SELECT 1 FROM " + QUOTING.table(table) + " WHERE " + condition + " LIMIT 1";
  }

  static String nullIn(TableName table, List<ColumnName> columns) {
    return rowWhere(
        table,
        columns.stream().map(it -> column(it) + " IS NULL").collect(Collectors.joining(" OR ")));
  }

  static String violates(TableName table, SqlText condition) {
    return rowWhere(table, "NOT (" + condition + ")");
  }

  /** Rows that are equal in all columns; NULLs are no equals unless said so. */
  static String duplicates(TableName table, List<ColumnName> columns, boolean nullsNotDistinct) {
    return duplicates(
        table, columns.stream().map(Probes::column).toList(), nullsNotDistinct, Optional.empty());
  }

  static Optional<String> duplicates(TableName table, Index index) {
    List<String> elements =
        index.elements().stream().map(IndexElement::target).map(Probes::target).toList();
    return Optional.of(duplicates(table, elements, index.nullsNotDistinct(), index.where()));
  }

  private static String target(IndexElement.Target target) {
    return switch (target) {
      case IndexElement.Target.OfColumn(ColumnName name) -> column(name);
      case IndexElement.Target.OfExpression(SqlText expression) -> "(" + expression + ")";
    };
  }

  private static String duplicates(
      TableName table, List<String> elements, boolean nullsNotDistinct, Optional<SqlText> where) {
    String present =
        nullsNotDistinct
            ? ""
            : elements.stream().map(it -> it + " IS NOT NULL").collect(Collectors.joining(" AND "));
    String condition =
        where
            .map(it -> present.isEmpty() ? it.text() : "(" + it + ") AND " + present)
            .orElse(present);
    return "SELECT 1 FROM "
        + QUOTING.table(table)
        + (condition.isEmpty() ? "" : " WHERE " + condition)
        + " GROUP BY "
        + String.join(", ", elements)
        + " HAVING count(*) > 1 LIMIT 1";
  }

  /** Rows whose key refers to nothing; empty when the referenced columns are not known. */
  static Optional<String> orphans(TableName table, Constraint.ForeignKey key, Schema schema) {
    List<ColumnName> targets =
        key.targetColumns().isEmpty()
            ? schema
                .table(key.target())
                .flatMap(Table::primaryKey)
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of())
            : key.targetColumns();
    if (targets.size() != key.columns().size()) {
      return Optional.empty();
    }
    StringBuilder equal = new StringBuilder();
    StringBuilder stated = new StringBuilder();
    for (int i = 0; i < targets.size(); i++) {
      String own = "child." + column(key.columns().get(i));
      equal
          .append(i == 0 ? "" : " AND ")
          .append("parent.")
          .append(column(targets.get(i)))
          .append(" = ")
          .append(own);
      stated.append(own).append(" IS NOT NULL AND ");
    }
    return Optional.of(
        "SELECT 1 FROM "
            + QUOTING.table(table)
            + " AS child WHERE "
            + stated
            + "NOT EXISTS (SELECT 1 FROM "
            + QUOTING.table(key.target())
            + " AS parent WHERE "
            + equal
            + ") LIMIT 1");
  }
}
