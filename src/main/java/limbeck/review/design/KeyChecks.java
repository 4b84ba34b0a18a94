package limbeck.review.design;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.Dependents;
import limbeck.operation.DescribeType;
import limbeck.review.Severity;
import limbeck.review.Subject;
import limbeck.review.design.SchemaReport.Remark;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** Keys and references: whether they are there, of fit types, and what deleting does. */
final class KeyChecks {
  private static final int FAR = 3;

  private final Schema schema;
  private final List<Remark> remarks = new ArrayList<>();

  private KeyChecks(Schema schema) {
    this.schema = schema;
  }

  static List<Remark> of(Schema schema) {
    KeyChecks checks = new KeyChecks(schema);
    for (Table table : schema.tables().values()) {
      checks.primaryKey(table);
      table.constraints().forEach(it -> checks.unique(table, it));
      table.foreignKeys().forEach(it -> checks.reference(table, it));
      checks.cascades(table);
    }
    return checks.remarks;
  }

  private void add(
      String check, Severity severity, Table table, String kind, String name, String... words) {
    remarks.add(
        new Remark(
            check,
            severity,
            new Subject(kind, Optional.of(table.name().toString()), name),
            words[0],
            words[1]));
  }

  private void primaryKey(Table table) {
    Optional<Constraint.PrimaryKey> key = table.primaryKey();
    if (key.isEmpty()) {
      if (!table.columns().isEmpty() && !table.options().containsKey("postgresql_partition_of")) {
        add(
            "table-without-primary-key",
            Severity.MEDIUM,
            table,
            "table",
            table.name().toString(),
            table.name() + " has no primary key",
            "Rows cannot be told apart: no logical replication, no batches, no ORM identity.");
      }
      return;
    }
    for (ColumnName name : key.get().columns()) {
      Optional<Column> column = table.column(name);
      column.ifPresent(it -> keyType(table, it));
    }
  }

  private void keyType(Table table, Column column) {
    switch (column.type()) {
      case SqlType.IntegerType(var size) -> {
        if (size != SqlType.IntegerSize.BIG
            && table.primaryKey().orElseThrow().columns().size() == 1) {
          add(
              "narrow-key",
              Severity.LOW,
              table,
              "column",
              column.name().text(),
              table.name() + "." + column.name() + " counts in less than 64 bits",
              "2,147,483,647 is reached sooner than one thinks, and a wider type rewrites the table"
                  + " then.");
        }
      }
      case SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Timestamp _,
          SqlType.Json _ ->
          add(
              "key-of-unfit-type",
              Severity.MEDIUM,
              table,
              "column",
              column.name().text(),
              table.name()
                  + "."
                  + column.name()
                  + " is part of the key and of type "
                  + DescribeType.describe(column.type()),
              "Two values that look equal may not be, or two rows come at the same moment.");
      case SqlType.Numeric _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ -> {} // they make good keys, or nothing is known
    }
  }

  private void unique(Table table, Constraint constraint) {
    if (constraint instanceof Constraint.Unique key && !key.nullsNotDistinct()) {
      List<String> nullable =
          key.columns().stream()
              .filter(it -> table.column(it).filter(Column::nullable).isPresent())
              .map(ColumnName::text)
              .toList();
      if (!nullable.isEmpty() && key.columns().size() > 1) {
        add(
            "unique-over-nullable-column",
            Severity.LOW,
            table,
            "constraint",
            key.name().map(it -> it.text()).orElse("(unnamed)"),
            "the key ("
                + String.join(", ", SchemaReview.texts(key.columns()))
                + ") of "
                + table.name()
                + " does not count rows without "
                + String.join(", ", nullable),
            "NULL is equal to nothing: any number of rows with a NULL and the same other values are"
                + " accepted. NULLS NOT DISTINCT (15 and newer) or NOT NULL closes the gap.");
      }
    }
  }

  private void reference(Table table, Constraint.ForeignKey key) {
    List<ColumnName> targets = Dependents.targetColumns(key, schema);
    for (int i = 0; i < Math.min(targets.size(), key.columns().size()); i++) {
      Optional<Column> own = table.column(key.columns().get(i));
      ColumnName target = targets.get(i);
      Optional<Column> other = schema.table(key.target()).flatMap(it -> it.column(target));
      if (own.isPresent() && other.isPresent() && differ(own.get().type(), other.get().type())) {
        add(
            "foreign-key-types-differ",
            Severity.MEDIUM,
            table,
            "column",
            own.get().name().text(),
            table.name()
                + "."
                + own.get().name()
                + " is "
                + DescribeType.describe(own.get().type())
                + ", "
                + key.target()
                + "."
                + target
                + " is "
                + DescribeType.describe(other.get().type()),
            "Each check casts one of the two, and one of the two may overflow before the other.");
      }
    }
    boolean required =
        key.columns().stream()
            .anyMatch(it -> table.column(it).filter(c -> !c.nullable()).isPresent());
    if (key.onDelete() == ReferentialAction.SET_NULL && required) {
      add(
          "set-null-on-required-column",
          Severity.HIGH,
          table,
          "column",
          key.columns().getFirst().text(),
          "deleting a row of "
              + key.target()
              + " sets "
              + table.name()
              + "."
              + key.columns().getFirst()
              + " to NULL, which it may not be",
          "The DELETE fails as soon as a row refers to it.");
    }
  }

  /** Lengths do not count: they are compared as text. */
  private static boolean differ(SqlType own, SqlType other) {
    return !(own instanceof SqlType.Unknown)
        && !(other instanceof SqlType.Unknown)
        && !DescribeType.describe(own)
            .replaceAll("\\(.*", "")
            .equals(DescribeType.describe(other).replaceAll("\\(.*", ""))
        && !(isText(own) && isText(other));
  }

  private static boolean isText(SqlType type) {
    return type instanceof SqlType.Varchar || type instanceof SqlType.Text;
  }

  private void cascades(Table table) {
    Set<TableName> reached = new LinkedHashSet<>();
    reach(table.name(), reached);
    if (reached.size() >= FAR) {
      add(
          "delete-reaches-far",
          Severity.LOW,
          table,
          "table",
          table.name().toString(),
          "deleting a row of "
              + table.name()
              + " deletes rows of "
              + String.join(", ", reached.stream().map(TableName::toString).toList()),
          "One statement locks and deletes through all of them, as many rows as there are.");
    }
  }

  private void reach(TableName from, Set<TableName> reached) {
    for (Dependents.Reference reference : Dependents.referencesTo(schema, from)) {
      if (reference.key().onDelete() == ReferentialAction.CASCADE
          && !reference.holder().equals(from)
          && reached.add(reference.holder())) {
        reach(reference.holder(), reached);
      }
    }
  }
}
