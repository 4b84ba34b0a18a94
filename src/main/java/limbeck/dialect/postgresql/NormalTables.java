package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.dialect.postgresql.expression.ColumnTypes;
import limbeck.dialect.postgresql.expression.ExpressionText;
import limbeck.operation.DefaultNames;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** Tables as PostgreSQL's catalog has them. */
final class NormalTables {
  private final Schema schema;
  private final NormalTypes types;
  private final NormalDefaults defaults;
  private final ExpressionText expressions;
  private final OptionalInt serverMajor;

  NormalTables(Schema schema, ExpressionText expressions, OptionalInt serverMajor) {
    this.schema = schema;
    this.types = new NormalTypes(schema);
    this.defaults = new NormalDefaults(expressions);
    this.expressions = expressions;
    this.serverMajor = serverMajor;
  }

  /** Returns the normal form of a table. */
  Table of(Table table) {
    List<ColumnName> key = table.primaryKey().map(Constraint.PrimaryKey::columns).orElse(List.of());
    List<Column> columns = new ArrayList<>();
    for (Column column : table.columns()) {
      columns.add(column(column, key.contains(column.name())));
    }
    Table bare =
        new Table(
            NormalNames.table(table.name()),
            columns,
            List.of(),
            List.of(),
            table.comment().filter(it -> !it.isEmpty()),
            options(table.options()));
    ColumnTypes known = ColumnTypes.of(bare);
    Table whole =
        bare.withColumns(columns.stream().map(it -> computed(it, known)).toList())
            .withConstraints(
                table.constraints().stream().map(it -> constraint(it, bare, known)).toList())
            .withIndexes(table.indexes().stream().map(it -> index(it, bare, known)).toList());
    return DefaultNames.postgresql().named(whole);
  }

  private Column column(Column column, boolean inKey) {
    SqlType type = types.of(column.type());
    Optional<Generation.Identity> identity =
        column
            .generation()
            .filter(Generation.Identity.class::isInstance)
            .map(Generation.Identity.class::cast);
    boolean counts =
        column.autoincrement() && identity.isEmpty() && type instanceof SqlType.IntegerType;
    boolean filled = !counts && column.generation().isEmpty();
    Optional<Default> serverDefault =
        filled ? column.serverDefault().flatMap(it -> defaults.of(it, type)) : Optional.empty();
    return new Column(
        NormalNames.column(column.name()),
        type,
        column.nullable() && !inKey && !counts && identity.isEmpty(),
        serverDefault,
        identity.isPresent()
            ? Optional.of(NormalSequences.identity(identity.get(), type))
            : column.generation(),
        counts,
        column.comment().filter(it -> !it.isEmpty()));
  }

  private Column computed(Column column, ColumnTypes known) {
    return column.withGeneration(
        column
            .generation()
            .map(
                it ->
                    switch (it) {
                      case Generation.Identity identity -> identity;
                      case Generation.Computed(var expression, var stored) ->
                          new Generation.Computed(
                              expressions.canonical(expression, known), stored(stored));
                    }));
  }

  /** What the model leaves open is decided by the server's version, where that is known. */
  private Optional<Boolean> stored(Optional<Boolean> stated) {
    return stated.isPresent() || serverMajor.isEmpty()
        ? stated
        : Optional.of(serverMajor.getAsInt() < 18);
  }

  /** Options of other databases, and those that state what is so anyway, are left out. */
  private SortedMap<String, String> options(SortedMap<String, String> options) {
    SortedMap<String, String> result = new TreeMap<>();
    options.forEach(
        (name, value) -> {
          boolean known = name.startsWith("postgresql_") || name.equals("prefixes");
          boolean usual =
              (name.equals("postgresql_tablespace") && value.equals("pg_default"))
                  || (name.equals("postgresql_using") && value.equals("heap"));
          if (known && !usual && !value.isEmpty()) {
            result.put(name, option(name, value));
          }
        });
    return result;
  }

  private static String option(String name, String value) {
    return switch (name) {
      case "prefixes" -> value.toUpperCase(Locale.ROOT).strip();
      case "postgresql_partition_by" -> PartitionKeys.normal(value);
      default -> value;
    };
  }

  private Constraint constraint(Constraint constraint, Table table, ColumnTypes known) {
    Constraint named = constraint.withName(constraint.name().map(NormalNames::constraint));
    return switch (named) {
      case Constraint.PrimaryKey key ->
          new Constraint.PrimaryKey(key.name(), columns(key.columns()), key.deferral());
      case Constraint.Unique unique ->
          new Constraint.Unique(
              unique.name(),
              columns(unique.columns()),
              columns(unique.include()),
              unique.nullsNotDistinct(),
              unique.deferral());
      case Constraint.ForeignKey key -> foreignKey(key);
      case Constraint.Check check ->
          new Constraint.Check(
              check.name(), expressions.canonical(check.condition(), known), check.validated());
      case Constraint.Exclude exclude -> exclude(exclude, table, known);
    };
  }

  private Constraint.Exclude exclude(Constraint.Exclude exclude, Table table, ColumnTypes known) {
    String method = exclude.method().toLowerCase(Locale.ROOT);
    List<Constraint.ExcludeElement> elements = new ArrayList<>();
    for (Constraint.ExcludeElement it : exclude.elements()) {
      IndexElement element = element(it.expression(), known, method);
      elements.add(
          new Constraint.ExcludeElement(
              OperatorClasses.withoutDefault(element, table, method), it.operator()));
    }
    return new Constraint.Exclude(
        exclude.name(),
        method,
        elements,
        exclude.where().map(it -> expressions.canonical(it, known)),
        exclude.deferral());
  }

  private Constraint.ForeignKey foreignKey(Constraint.ForeignKey key) {
    List<ColumnName> targets =
        key.targetColumns().isEmpty()
            ? schema
                .table(key.target())
                .flatMap(Table::primaryKey)
                .map(Constraint.PrimaryKey::columns)
                .orElse(List.of())
            : key.targetColumns();
    return new Constraint.ForeignKey(
        key.name(),
        columns(key.columns()),
        NormalNames.table(key.target()),
        columns(targets),
        key.onDelete(),
        key.onUpdate(),
        key.match().map(it -> it.toUpperCase(Locale.ROOT)).filter(it -> !it.equals("SIMPLE")),
        key.deferral(),
        key.validated());
  }

  private Index index(Index index, Table table, ColumnTypes known) {
    String method = index.method().orElse("btree").toLowerCase(Locale.ROOT);
    SortedMap<String, String> options = new TreeMap<>();
    index
        .options()
        .forEach(
            (name, value) -> {
              boolean usual = name.equals("postgresql_tablespace") && value.equals("pg_default");
              if (name.startsWith("postgresql_") && !usual) {
                options.put(name, value);
              }
            });
    return new Index(
        index.name().map(NormalNames::index),
        index.elements().stream()
            .map(it -> OperatorClasses.withoutDefault(element(it, known, method), table, method))
            .toList(),
        index.unique(),
        Optional.of(method).filter(it -> !it.equals("btree")),
        columns(index.include()),
        index.where().map(it -> expressions.canonical(it, known)),
        index.nullsNotDistinct() && index.unique(),
        options,
        index.valid());
  }

  private IndexElement element(IndexElement element, ColumnTypes known, String method) {
    Optional<String> collation = element.collation();
    IndexElement.Target target;
    switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) ->
          target = new IndexElement.Target.OfColumn(NormalNames.column(name));
      case IndexElement.Target.OfExpression(SqlText expression) -> {
        ExpressionText.Indexed parts = expressions.indexed(expression, known);
        collation = collation.or(parts::collation);
        target =
            parts
                .column()
                .<IndexElement.Target>map(
                    it -> new IndexElement.Target.OfColumn(new ColumnName(it)))
                .orElseGet(() -> new IndexElement.Target.OfExpression(parts.expression()));
      }
    }
    boolean ordered = method.equals("btree");
    boolean descending = ordered && element.descending();
    return new IndexElement(
        target,
        element.operatorClass(),
        collation.filter(it -> !it.equals("default")),
        descending,
        // NULLs are larger than all values, so they come first in descending order.
        element.nullsFirst().filter(it -> ordered && it != descending));
  }

  private static List<ColumnName> columns(List<ColumnName> columns) {
    return columns.stream().map(NormalNames::column).toList();
  }
}
