package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import limbeck.operation.DataOperation;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.python.value.ClassValue;
import limbeck.python.value.Value;
import limbeck.read.expression.ColumnFinder;
import limbeck.read.expression.Compilation;
import limbeck.read.expression.ExpressionCompiler;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.SqlText;
import limbeck.schema.TableName;
import limbeck.text.Location;

/**
 * INSERT, UPDATE, DELETE and SELECT built with SQLAlchemy's constructs. They leave the schema as it
 * is, so what cannot be written out is opaque for rows only.
 */
final class DataConstructs {
  private static final Set<String> STATEMENTS = Set.of("insert", "update", "delete", "select");

  /** Whether a condition binds less tightly than AND, or may. */
  private static final Pattern JOINED = Pattern.compile("(?i)\\b(OR|AND)\\b");

  private final ScriptObjects objects;

  DataConstructs(ScriptObjects objects) {
    this.objects = objects;
  }

  /** A statement taken apart. */
  private record Parts(
      String kind, TableName table, Map<String, Value> values, List<Value> conditions) {}

  /** Returns the operation of a statement; empty when the value is none. */
  Optional<Operation> operation(Value value, Location at) {
    Optional<String> kind = kind(value);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    TreeSet<TableName> tables = new TreeSet<>();
    collectTables(value, tables, 0);
    Optional<Parts> parts = parts(value);
    Optional<Operation> written = parts.flatMap(it -> written(it, at));
    return written.or(
        () ->
            Optional.of(
                new Opaque(
                    kind.get().toUpperCase(java.util.Locale.ROOT) + " built with constructs",
                    "the statement is built with parts that are not written out here",
                    tables,
                    false)));
  }

  /** Returns what kind of statement a chain of calls begins with. */
  private static Optional<String> kind(Value value) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.isPresent()) {
      String plain = name.get().substring(name.get().lastIndexOf('.') + 1);
      return STATEMENTS.contains(plain) ? Optional.of(plain) : Optional.empty();
    }
    if (call.callee() instanceof Value.Attribute(Value of, String method)) {
      return STATEMENTS.contains(method) && TableValues.name(of).isPresent()
          ? Optional.of(method)
          : kind(of);
    }
    return Optional.empty();
  }

  private static Optional<Parts> parts(Value value) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.isPresent()) {
      String plain = name.get().substring(name.get().lastIndexOf('.') + 1);
      return STATEMENTS.contains(plain) && !call.arguments().isEmpty()
          ? TableValues.name(call.arguments().getFirst())
              .map(it -> new Parts(plain, it, Map.of(), List.of()))
          : Optional.empty();
    }
    if (!(call.callee() instanceof Value.Attribute(Value of, String method))) {
      return Optional.empty();
    }
    if (STATEMENTS.contains(method)) {
      return TableValues.name(of).map(it -> new Parts(method, it, Map.of(), List.of()));
    }
    return parts(of).flatMap(it -> extended(it, method, call));
  }

  private static Optional<Parts> extended(Parts parts, String method, Value.Call call) {
    return switch (method) {
      case "where", "filter" -> {
        List<Value> conditions = new ArrayList<>(parts.conditions());
        conditions.addAll(call.arguments());
        yield Optional.of(new Parts(parts.kind(), parts.table(), parts.values(), conditions));
      }
      case "values" -> {
        Map<String, Value> values = new LinkedHashMap<>(parts.values());
        values.putAll(call.keywords());
        if (call.arguments().size() == 1
            && call.arguments().getFirst() instanceof Value.DictOf(Map<Value, Value> entries)) {
          for (Map.Entry<Value, Value> entry : entries.entrySet()) {
            Optional<String> column = Constants.text(entry.getKey()).or(() -> name(entry.getKey()));
            if (column.isEmpty()) {
              yield Optional.empty();
            }
            values.put(column.get(), entry.getValue());
          }
        } else if (!call.arguments().isEmpty()) {
          yield Optional.empty();
        }
        yield Optional.of(new Parts(parts.kind(), parts.table(), values, parts.conditions()));
      }
      case "execution_options" -> Optional.of(parts);
      default -> Optional.empty();
    };
  }

  private Optional<Operation> written(Parts parts, Location at) {
    ExpressionCompiler expressions =
        objects.expressions(objects.table(parts.table(), at), DataConstructs::column);
    List<String> assignments = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    List<String> literals = new ArrayList<>();
    for (Map.Entry<String, Value> entry : parts.values().entrySet()) {
      if (!(expressions.compileLiteral(entry.getValue(), at)
          instanceof Compilation.Compiled(SqlText sql))) {
        return Optional.empty();
      }
      String quoted = objects.context().options().spelling().quote(entry.getKey());
      columns.add(quoted);
      literals.add(sql.text());
      assignments.add(quoted + "=" + sql.text());
    }
    Optional<String> where = where(parts, expressions, at);
    if (where.isEmpty()) {
      return Optional.empty();
    }
    String table = quoted(parts.table());
    Optional<String> sql =
        switch (parts.kind()) {
          case "update" ->
              Optional.of(
                  "UPDATE " + table + " SET " + String.join(", ", assignments) + where.get());
          case "delete" -> Optional.of("DELETE FROM " + table + where.get());
          case "insert" ->
              Optional.of(
                  "INSERT INTO "
                      + table
                      + " ("
                      + String.join(", ", columns)
                      + ") VALUES ("
                      + String.join(", ", literals)
                      + ")");
          default -> Optional.empty();
        };
    boolean complete = parts.kind().equals("delete") || !parts.values().isEmpty();
    return sql.filter(_ -> complete)
        .map(
            it ->
                new DataOperation.ExecuteSql(
                    new SqlText(it), new TreeSet<>(Set.of(parts.table())), new TreeSet<>()));
  }

  private static Optional<String> where(Parts parts, ExpressionCompiler expressions, Location at) {
    List<String> conditions = new ArrayList<>();
    for (Value condition : parts.conditions()) {
      if (!(expressions.compile(condition, at) instanceof Compilation.Compiled(SqlText sql))) {
        return Optional.empty();
      }
      boolean joined = parts.conditions().size() > 1 && JOINED.matcher(sql.text()).find();
      conditions.add(joined ? "(" + sql + ")" : sql.text());
    }
    return Optional.of(conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions));
  }

  private String quoted(TableName name) {
    return name.schema()
            .map(it -> objects.context().options().spelling().quote(it) + ".")
            .orElse("")
        + objects.context().options().spelling().quote(name.name());
  }

  /** Any column of any table or class a script makes: {@code users.c.name}, {@code User.name}. */
  private static Optional<ColumnFinder.Found> column(Value value) {
    return name(value).map(it -> new ColumnFinder.Found(it, Optional.empty(), table(value)));
  }

  /** SQLAlchemy names the columns of a statement by their table. */
  private static Optional<TableName> table(Value value) {
    return switch (value) {
      case Value.Attribute(Value.Attribute(Value of, String _), String _) -> TableValues.name(of);
      case Value.Item(Value.Attribute(Value of, String _), Value _) -> TableValues.name(of);
      case Value.Attribute(ClassValue type, String _) -> TableValues.name(type);
      default -> Optional.empty();
    };
  }

  private static Optional<String> name(Value value) {
    return switch (value) {
      case Value.Attribute(Value.Attribute(Value of, String collection), String name)
          when Set.of("c", "columns").contains(collection) && TableValues.name(of).isPresent() ->
          Optional.of(name);
      case Value.Item(Value.Attribute(Value of, String collection), Value key)
          when Set.of("c", "columns").contains(collection) && TableValues.name(of).isPresent() ->
          Constants.text(key);
      case Value.Attribute(ClassValue type, String name) when TableValues.name(type).isPresent() ->
          Optional.of(name);
      default -> Optional.empty();
    };
  }

  private static void collectTables(Value value, Set<TableName> tables, int depth) {
    TableValues.name(value).ifPresent(tables::add);
    if (depth > 12) {
      return;
    }
    switch (value) {
      case Value.Call call -> {
        collectTables(call.callee(), tables, depth + 1);
        call.arguments().forEach(it -> collectTables(it, tables, depth + 1));
        call.keywords().values().forEach(it -> collectTables(it, tables, depth + 1));
      }
      case Value.Attribute(Value of, String _) -> collectTables(of, tables, depth + 1);
      case Value.Item(Value of, Value _) -> collectTables(of, tables, depth + 1);
      case Value.Operation(String _, List<Value> operands) ->
          operands.forEach(it -> collectTables(it, tables, depth + 1));
      default -> {}
    }
  }
}
