package limbeck.review.design;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.review.Severity;
import limbeck.review.Subject;
import limbeck.review.design.SchemaReport.Remark;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Whether rows of one tenant stay apart from those of another. A tenant column is one that most
 * tables have under one name, and with which all that make a key of it refer to one table; nothing
 * is known of its name.
 */
final class TenancyChecks {
  private static final int FEW = 4;

  private TenancyChecks() {}

  private record Tenancy(ColumnName column, TableName tenants) {}

  static List<Remark> of(Schema schema) {
    return tenancy(schema).map(it -> check(schema, it)).orElse(List.of());
  }

  private static Optional<Tenancy> tenancy(Schema schema) {
    Map<Tenancy, Integer> counts = new HashMap<>();
    for (Table table : schema.tables().values()) {
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        if (key.columns().size() == 1 && !key.target().equals(table.name())) {
          counts.merge(new Tenancy(key.columns().getFirst(), key.target()), 1, Integer::sum);
        }
      }
    }
    return counts.entrySet().stream()
        .filter(it -> it.getValue() >= FEW && it.getValue() * 2 >= schema.tables().size())
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey);
  }

  private static List<Remark> check(Schema schema, Tenancy tenancy) {
    List<Remark> result = new ArrayList<>();
    Set<TableName> owned = new HashSet<>();
    for (Table table : schema.tables().values()) {
      if (table.column(tenancy.column()).isPresent()) {
        owned.add(table.name());
      }
    }
    for (Table table : schema.tables().values()) {
      Optional<Column> column = table.column(tenancy.column());
      if (column.isEmpty()) {
        continue;
      }
      if (column.get().nullable()) {
        result.add(
            remark(
                "tenant-column-nullable",
                Severity.MEDIUM,
                table,
                table.name() + "." + tenancy.column() + " may be NULL",
                "A row that belongs to nobody is seen by nobody, or by all."));
      }
      boolean refers =
          table.foreignKeys().stream()
              .anyMatch(
                  it ->
                      it.columns().contains(tenancy.column())
                          && (it.target().equals(tenancy.tenants())
                              || owned.contains(it.target())));
      if (!refers && !table.name().equals(tenancy.tenants())) {
        result.add(
            remark(
                "tenant-column-without-key",
                Severity.MEDIUM,
                table,
                table.name()
                    + "."
                    + tenancy.column()
                    + " refers to nothing, elsewhere it refers to "
                    + tenancy.tenants(),
                "Rows may belong to a row of " + tenancy.tenants() + " that does not exist."));
      }
      for (Constraint.ForeignKey key : table.foreignKeys()) {
        boolean crosses =
            owned.contains(key.target())
                && !key.target().equals(table.name())
                && !key.target().equals(tenancy.tenants())
                && !key.columns().contains(tenancy.column());
        if (crosses) {
          result.add(
              remark(
                  "reference-crosses-tenants",
                  Severity.LOW,
                  table,
                  table.name()
                      + "("
                      + String.join(", ", SchemaReview.texts(key.columns()))
                      + ") may refer to a row of "
                      + key.target()
                      + " with another "
                      + tenancy.column(),
                  "Only a key over both columns ("
                      + tenancy.column()
                      + " and the other) keeps the rows of one apart from those of another."));
        }
      }
    }
    return result;
  }

  private static Remark remark(
      String check, Severity severity, Table table, String message, String why) {
    return new Remark(
        check,
        severity,
        new Subject("table", Optional.of(table.name().toString()), table.name().toString()),
        message,
        why);
  }
}
