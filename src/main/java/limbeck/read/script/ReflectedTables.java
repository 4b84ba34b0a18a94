package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.DefaultNames;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Index;
import limbeck.schema.IndexName;
import limbeck.schema.Schema;
import limbeck.schema.Table;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * Tables that a script reflects from the database: {@code metadata.tables["t"].foreign_keys},
 * {@code Table("t", metadata, autoload_with=bind).indexes}.
 */
final class ReflectedTables {
  private static final String TABLES = "tables";

  private final Schema schema;
  private final Optional<Location> near;

  /**
   * Answers from a schema.
   *
   * @param near the place of the latest call, for what is written without one
   */
  ReflectedTables(Schema schema, Optional<Location> near) {
    this.schema = schema;
    this.near = near;
  }

  /** Returns the names of the tables of a MetaData that was filled by reflection. */
  Optional<List<Value>> names(Value of, Set<Value> reflected) {
    return metadata(of)
        .filter(reflected::contains)
        .map(
            _ ->
                schema.tables().keySet().stream()
                    .<Value>map(it -> new Value.Str(it.toString()))
                    .toList());
  }

  /** Returns the columns of {@code table.c}, in order. */
  Optional<List<Value>> columns(Value of) {
    Optional<Location> at = place(of).or(() -> near);
    return at.isEmpty()
        ? Optional.empty()
        : columnsOf(of)
            .map(
                it ->
                    it.columns().stream().<Value>map(column -> column(column, at.get())).toList());
  }

  /** Returns whether {@code table.c} or {@code metadata.tables} has something of a name. */
  Optional<Boolean> contains(Value of, Value item, Set<Value> reflected) {
    Optional<String> name = Constants.text(item);
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<Table> table = columnsOf(of);
    return table.isPresent()
        ? Optional.of(table.get().column(new ColumnName(name.get())).isPresent())
        : names(of, reflected).map(it -> it.contains(item));
  }

  /** Returns the answer to a method of {@code table.c}. */
  Optional<Value> ofColumns(Value of, String method, Arguments arguments) {
    Optional<Table> table = columnsOf(of);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    List<Value> names = new ArrayList<>();
    table.get().columns().forEach(it -> names.add(new Value.Str(it.name().text())));
    return switch (method) {
      case "keys" -> Optional.of(new Value.ListOf(names));
      case "values" -> columns(of).map(it -> new Value.ListOf(new ArrayList<>(it)));
      case "has_key", "contains_column", "__contains__" ->
          arguments.text(0, "key").map(it -> new Value.Bool(names.contains(new Value.Str(it))));
      default -> Optional.empty();
    };
  }

  private Optional<Table> columnsOf(Value value) {
    return value instanceof Value.Attribute(Value of, String name)
            && (name.equals("c") || name.equals("columns"))
        ? tableName(of).flatMap(schema::table)
        : Optional.empty();
  }

  private static Value column(Column column, Location at) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("name", new Value.Str(column.name().text()));
    parts.put("key", new Value.Str(column.name().text()));
    parts.put("nullable", new Value.Bool(column.nullable()));
    return part("Column", parts, at);
  }

  /** Returns the MetaData whose {@code tables} a value is. */
  private static Optional<Value> metadata(Value tables) {
    return switch (tables) {
      case Value.Attribute(Value of, String name) when name.equals(TABLES) -> Optional.of(of);
      // What is reached from a library's own object is one dotted name.
      case Value.Symbol(String name) when name.endsWith("." + TABLES) ->
          Optional.of(new Value.Symbol(name.substring(0, name.length() - TABLES.length() - 1)));
      default -> Optional.empty();
    };
  }

  /** Returns an attribute of a reflected table, or of one of its parts. */
  Optional<Value> attribute(Value of, String name) {
    if (of instanceof Value.Call part && part.keywords().containsKey("_reflected")) {
      return Optional.ofNullable(part.keywords().get(name));
    }
    Optional<Table> table =
        tableName(of).flatMap(schema::table).map(it -> DefaultNames.postgresql().named(it));
    Optional<Location> at = place(of).or(() -> near);
    return at.isEmpty() ? Optional.empty() : table.flatMap(it -> collection(it, name, at.get()));
  }

  private static Optional<TableName> tableName(Value value) {
    if (value instanceof Value.Item(Value tables, Value key) && metadata(tables).isPresent()) {
      return Constants.text(key).map(ReflectedTables::parse);
    }
    return LibraryNames.isCall(value, "sqlalchemy.Table")
            && value instanceof Value.Call call
            && (call.keywords().containsKey("autoload_with")
                || call.keywords().containsKey("autoload"))
        ? TableValues.name(value)
        : Optional.empty();
  }

  private static TableName parse(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0
        ? TableName.of(key)
        : TableName.of(key.substring(0, dot), key.substring(dot + 1));
  }

  private static Optional<Value> collection(Table table, String name, Location at) {
    List<Value> parts = new ArrayList<>();
    switch (name) {
      case "foreign_keys", "foreign_key_constraints" ->
          table.foreignKeys().forEach(it -> parts.add(constraint(it, at)));
      case "constraints" -> table.constraints().forEach(it -> parts.add(constraint(it, at)));
      case "indexes" -> table.indexes().forEach(it -> parts.add(index(it, at)));
      case "name" -> {
        return Optional.of(new Value.Str(table.name().name()));
      }
      default -> {
        return Optional.empty();
      }
    }
    return Optional.of(new Value.ListOf(parts));
  }

  private static Optional<Location> place(Value value) {
    return switch (value) {
      case Value.Call call -> Optional.of(call.at());
      case Value.Item(Value of, Value _) -> place(of);
      case Value.Attribute(Value of, String _) -> place(of);
      default -> Optional.empty();
    };
  }

  private static Value constraint(Constraint constraint, Location at) {
    String type =
        switch (constraint) {
          case Constraint.PrimaryKey _ -> "PrimaryKeyConstraint";
          case Constraint.Unique _ -> "UniqueConstraint";
          case Constraint.ForeignKey _ -> "ForeignKeyConstraint";
          case Constraint.Check _ -> "CheckConstraint";
          case Constraint.Exclude _ -> "ExcludeConstraint";
        };
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put(
        "name",
        constraint.name().map(ConstraintName::text).<Value>map(Value.Str::new).orElse(Value.NONE));
    if (constraint instanceof Constraint.ForeignKey key) {
      List<Value> columns = new ArrayList<>();
      key.columns().stream().map(ColumnName::text).map(Value.Str::new).forEach(columns::add);
      parts.put("column_keys", new Value.ListOf(columns));
    }
    return part(type, parts, at);
  }

  private static Value index(Index index, Location at) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put(
        "name", index.name().map(IndexName::text).<Value>map(Value.Str::new).orElse(Value.NONE));
    parts.put("unique", new Value.Bool(index.unique()));
    return part("Index", parts, at);
  }

  private static Value part(String type, Map<String, Value> parts, Location at) {
    parts.put("_reflected", new Value.Bool(true));
    return new Value.Call(new Value.Symbol("sqlalchemy." + type), List.of(), parts, at);
  }
}
