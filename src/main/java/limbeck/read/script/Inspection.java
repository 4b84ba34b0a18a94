package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.operation.DefaultNames;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Answers what a script asks an inspector, from the schema as it is at that point. */
final class Inspection {
  /** Alembic's own table is there before the first revision runs. */
  private static final TableName VERSIONS = TableName.of("alembic_version");

  private final Schema schema;
  private final DefaultNames names;
  private final DialectName dialect;
  private final Location at;

  Inspection(Schema schema, DialectName dialect, Location at) {
    this.schema = schema;
    this.dialect = dialect;
    this.at = at;
    this.names =
        dialect == DialectName.POSTGRESQL ? DefaultNames.postgresql() : DefaultNames.none();
  }

  /**
   * Returns the answer to a method of an inspector; empty when it is not understood.
   *
   * @param arguments those of the method
   */
  Optional<Value> answer(String method, Arguments arguments) {
    return switch (method) {
      case "get_table_names" -> Optional.of(tableNames(arguments));
      case "get_view_names", "get_materialized_view_names", "get_temp_table_names" ->
          Optional.of(list(List.of()));
      case "get_sequence_names" ->
          Optional.of(texts(schema.sequences().keySet().stream().map(it -> it.name()).toList()));
      case "get_schema_names" -> Optional.of(schemaNames());
      case "get_enums" ->
          Optional.of(list(schema.enums().values().stream().map(this::describe).toList()));
      case "has_table" ->
          ofTable(arguments)
              .map(it -> new Value.Bool(it.equals(VERSIONS) || schema.table(it).isPresent()));
      case "has_sequence" ->
          arguments
              .text(0, "sequence_name")
              .map(
                  it ->
                      new Value.Bool(
                          schema.sequences().keySet().stream()
                              .anyMatch(sequence -> sequence.name().equals(it))));
      default -> aboutTable(method, arguments);
    };
  }

  private Optional<Value> aboutTable(String method, Arguments arguments) {
    Optional<TableName> name = ofTable(arguments);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Table> table = schema.table(name.get()).map(names::named);
    if (table.isEmpty()) {
      // The library raises NoSuchTableError, or gives nothing, depending on its version.
      return Optional.empty();
    }
    return switch (method) {
      case "get_columns" ->
          Optional.of(list(table.get().columns().stream().map(this::describe).toList()));
      case "get_indexes" ->
          Optional.of(list(table.get().indexes().stream().map(this::describe).toList()));
      case "get_foreign_keys" ->
          Optional.of(list(table.get().foreignKeys().stream().map(this::describe).toList()));
      case "get_unique_constraints" -> Optional.of(uniques(table.get()));
      case "get_check_constraints" -> Optional.of(checks(table.get()));
      case "get_pk_constraint" -> Optional.of(primaryKey(table.get()));
      case "get_table_comment" -> Optional.of(dict("text", optional(table.get().comment())));
      case "has_index" ->
          arguments
              .text(1, "index_name")
              .map(
                  it ->
                      new Value.Bool(
                          table.get().index(new limbeck.schema.IndexName(it)).isPresent()));
      default -> Optional.empty();
    };
  }

  private static Optional<TableName> ofTable(Arguments arguments) {
    return arguments
        .text(0, "table_name")
        .map(it -> new TableName(arguments.value("schema").flatMap(Constants::text), it));
  }

  private Value tableNames(Arguments arguments) {
    Optional<String> wanted = arguments.text(0, "schema");
    java.util.Set<TableName> all = new java.util.TreeSet<>(schema.tables().keySet());
    all.add(VERSIONS);
    return texts(
        all.stream().filter(it -> it.schema().equals(wanted)).map(TableName::name).toList());
  }

  private Value schemaNames() {
    List<String> all = new ArrayList<>(List.of("public", "information_schema"));
    schema.namespaces().forEach(it -> all.add(it.text()));
    return texts(all);
  }

  private Value describe(EnumType type) {
    return dict(
        "name", new Value.Str(type.name().name()),
        "schema", new Value.Str(type.name().schema().orElse("public")),
        "labels", texts(type.labels()));
  }

  private Value describe(Column column) {
    return dict(
        "name",
        new Value.Str(column.name().text()),
        "type",
        type(column.type()),
        "nullable",
        new Value.Bool(column.nullable()),
        "comment",
        optional(column.comment()));
  }

  /** Other databases reflect many types as others than were stated. */
  private Value type(SqlType type) {
    return switch (dialect) {
      case POSTGRESQL -> ReflectedTypes.of(type, at);
      case SQLITE, MYSQL, MARIADB ->
          new Value.Unknown("what the inspector says of a column's type", at);
    };
  }

  private Value describe(Index index) {
    List<Value> columns = new ArrayList<>();
    for (IndexElement element : index.elements()) {
      columns.add(element.column().<Value>map(it -> new Value.Str(it.text())).orElse(Value.NONE));
    }
    return dict(
        "name", optional(index.name().map(it -> it.text())),
        "column_names", list(columns),
        "unique", new Value.Bool(index.unique()));
  }

  private Value describe(Constraint.ForeignKey key) {
    Map<Value, Value> options = new LinkedHashMap<>();
    if (key.onDelete() != ReferentialAction.NO_ACTION) {
      options.put(new Value.Str("ondelete"), new Value.Str(key.onDelete().sql()));
    }
    if (key.onUpdate() != ReferentialAction.NO_ACTION) {
      options.put(new Value.Str("onupdate"), new Value.Str(key.onUpdate().sql()));
    }
    return dict(
        "name", name(key),
        "constrained_columns", columns(key.columns()),
        "referred_schema", optional(key.target().schema()),
        "referred_table", new Value.Str(key.target().name()),
        "referred_columns", columns(key.targetColumns()),
        "options", new Value.DictOf(options));
  }

  private Value uniques(Table table) {
    List<Value> found = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Unique unique) {
        found.add(dict("name", name(unique), "column_names", columns(unique.columns())));
      }
    }
    return list(found);
  }

  private Value checks(Table table) {
    List<Value> found = new ArrayList<>();
    for (Constraint constraint : table.constraints()) {
      if (constraint instanceof Constraint.Check check) {
        found.add(dict("name", name(check), "sqltext", new Value.Str(check.condition().text())));
      }
    }
    return list(found);
  }

  private Value primaryKey(Table table) {
    return table
        .primaryKey()
        .map(it -> dict("name", name(it), "constrained_columns", columns(it.columns())))
        .orElseGet(() -> dict("name", Value.NONE, "constrained_columns", list(List.of())));
  }

  private static Value name(Constraint constraint) {
    return optional(constraint.name().map(ConstraintName::text));
  }

  private static Value columns(List<ColumnName> columns) {
    return texts(columns.stream().map(ColumnName::text).toList());
  }

  private static Value optional(Optional<String> text) {
    return text.<Value>map(Value.Str::new).orElse(Value.NONE);
  }

  private static Value texts(List<String> texts) {
    return list(texts.stream().<Value>map(Value.Str::new).toList());
  }

  private static Value list(List<? extends Value> items) {
    return new Value.ListOf(new ArrayList<>(items));
  }

  private static Value dict(Object... entries) {
    Map<Value, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put(new Value.Str((String) entries[i]), (Value) entries[i + 1]);
    }
    return new Value.DictOf(map);
  }
}
