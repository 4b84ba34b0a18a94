package limbeck.read.script;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.ColumnChange;
import limbeck.operation.ColumnOperation;
import limbeck.operation.TypeOperation;
import limbeck.python.value.Value;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Default;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;
import limbeck.schema.TypeName;

/**
 * {@code op.sync_enum_values} of alembic-postgresql-enum: the type is renamed away, made anew with
 * the labels given, the columns are moved to it, and the old one is dropped.
 */
final class SyncEnumValues {
  private static final String DEFAULT_SCHEMA = "public";

  private static final Pattern LITERAL = Pattern.compile("'((?:[^']|'')*)'(?:::[^\\[]*)?");

  private final StepRecorder steps;
  private final DataDirectives data;
  private final DialectName dialect;

  SyncEnumValues(StepRecorder steps, DataDirectives data, DialectName dialect) {
    this.dialect = dialect;
    this.steps = steps;
    this.data = data;
  }

  /** A column that has to change over. */
  private record Moved(
      TableName table, ColumnName column, boolean array, Optional<String> stated) {}

  /** Carries the directive out; false when it is another one. */
  boolean run(Directive directive) {
    // On other databases the package does nothing.
    return switch (directive.name()) {
      case "sync_enum_values" -> dialect != DialectName.POSTGRESQL || sync(directive);
      case "add_enum_value" -> dialect != DialectName.POSTGRESQL || add(directive);
      default -> false;
    };
  }

  /** {@code op.add_enum_value}: one label more, which goes after the one called before_value. */
  private boolean add(Directive directive) {
    Arguments arguments =
        directive
            .arguments()
            .bound(List.of("enum_schema", "enum_name", "new_value", "before_value"));
    Optional<String> name = arguments.text("enum_name");
    Optional<String> label = arguments.text("new_value");
    if (name.isPresent() && label.isPresent()) {
      TypeName type = new TypeName(schema(arguments), name.get());
      steps.add(
          new TypeOperation.AddEnumLabel(
              type, label.get(), Optional.empty(), arguments.text("before_value"), false),
          directive.at());
    } else {
      arguments.report("enum_name", arguments.value("enum_name").orElse(Value.NONE));
    }
    return true;
  }

  private static Optional<String> schema(Arguments arguments) {
    return arguments
        .text(arguments.has("enum_schema") ? "enum_schema" : "schema")
        .filter(it -> !it.equals(DEFAULT_SCHEMA));
  }

  private boolean sync(Directive directive) {
    Arguments arguments =
        directive
            .arguments()
            .bound(
                List.of(
                    "enum_schema",
                    "enum_name",
                    "new_values",
                    "affected_columns",
                    "enum_values_to_rename",
                    "indexes_to_recreate"));
    Optional<String> name = arguments.text("enum_name");
    Optional<List<String>> labels = arguments.texts("new_values");
    Optional<List<Value>> columns = arguments.value("affected_columns").flatMap(Constants::items);
    if (name.isEmpty() || labels.isEmpty() || columns.isEmpty()) {
      arguments.report("enum_name", arguments.value("enum_name").orElse(Value.NONE));
      return true;
    }
    TypeName type = new TypeName(schema(arguments), name.get());
    Map<String, String> renamed = renamed(arguments);
    List<Value> indexes =
        arguments.value("indexes_to_recreate").flatMap(Constants::items).orElse(List.of());
    TypeName old = new TypeName(type.schema(), name.get() + "_old");
    steps.add(new TypeOperation.RenameType(type, old), directive.at());
    steps.add(
        new TypeOperation.CreateEnum(new EnumType(type, labels.get()), false), directive.at());
    indexes.forEach(it -> dropIndex(it, directive));
    for (Value column : columns.get()) {
      Optional<Moved> moved = moved(column, type.schema(), directive);
      if (moved.isEmpty()) {
        directive.arguments().report("affected_columns", column);
      }
      moved.ifPresent(it -> move(it, old, type, renamed, directive));
    }
    steps.add(new TypeOperation.DropEnum(old, false), directive.at());
    indexes.forEach(it -> makeIndex(it, renamed, directive));
    return true;
  }

  private static Map<String, String> renamed(Arguments arguments) {
    Map<String, String> result = new LinkedHashMap<>();
    for (Value pair :
        arguments.value("enum_values_to_rename").flatMap(Constants::items).orElse(List.of())) {
      List<Value> ends = Constants.items(pair).orElse(List.of());
      if (ends.size() == 2) {
        Optional<String> from = Constants.text(ends.get(0));
        Optional<String> to = Constants.text(ends.get(1));
        if (from.isPresent() && to.isPresent()) {
          result.put(from.get(), to.get());
        }
      }
    }
    return result;
  }

  /** A column is named by a TableReference, or as before by a table and a column. */
  private Optional<Moved> moved(Value reference, Optional<String> schema, Directive directive) {
    if (reference instanceof Value.Call call) {
      Arguments arguments =
          Arguments.of(call, directive.arguments().problems(), "a column of the enum type")
              .bound(
                  List.of(
                      "table_name",
                      "column_name",
                      "table_schema",
                      "column_type",
                      "existing_server_default"));
      Optional<String> stated =
          arguments.has("table_schema")
              ? arguments.text("table_schema").filter(it -> !it.equals(DEFAULT_SCHEMA))
              : schema;
      Optional<String> table = arguments.text("table_name");
      Optional<String> column = arguments.text("column_name");
      return table.isPresent() && column.isPresent()
          ? Optional.of(
              new Moved(
                  new TableName(stated, table.get()),
                  new ColumnName(column.get()),
                  arguments.value("column_type").map(SyncEnumValues::isArray).orElse(false),
                  arguments.text("existing_server_default")))
          : Optional.empty();
    }
    List<Value> parts = Constants.items(reference).orElse(List.of());
    if (parts.size() < 2) {
      return Optional.empty();
    }
    Optional<String> table = Constants.text(parts.get(0));
    Optional<String> column = Constants.text(parts.get(1));
    return table.isPresent() && column.isPresent()
        ? Optional.of(
            new Moved(
                new TableName(schema, table.get()),
                new ColumnName(column.get()),
                parts.size() > 2 && isArray(parts.get(2)),
                Optional.empty()))
        : Optional.empty();
  }

  private static boolean isArray(Value kind) {
    return LibraryNames.of(kind).filter(it -> it.endsWith("ColumnType.ARRAY")).isPresent();
  }

  private void move(
      Moved moved, TypeName old, TypeName type, Map<String, String> renamed, Directive directive) {
    Optional<Default> before =
        steps
            .schema()
            .table(moved.table())
            .flatMap(it -> it.column(moved.column()))
            .flatMap(Column::serverDefault)
            .or(() -> moved.stated().map(it -> asDefault(it, Map.of())));
    if (before.isPresent()) {
      alter(moved, new ColumnChange.SetDefault(before, Optional.empty()), directive);
    }
    SqlType from = new SqlType.EnumReference(old);
    SqlType to = new SqlType.EnumReference(type);
    alter(
        moved,
        new ColumnChange.SetType(
            Optional.of(moved.array() ? new SqlType.ArrayOf(from, 1) : from),
            moved.array() ? new SqlType.ArrayOf(to, 1) : to,
            Optional.of(new SqlText(conversion(moved, type, renamed)))),
        directive);
    if (before.isPresent()) {
      Default after =
          moved.stated().map(it -> asDefault(it, renamed)).orElse(following(before.get(), renamed));
      alter(moved, new ColumnChange.SetDefault(Optional.empty(), Optional.of(after)), directive);
    }
  }

  private void alter(Moved moved, ColumnChange change, Directive directive) {
    steps.add(
        new ColumnOperation.AlterColumn(moved.table(), moved.column(), List.of(change)),
        directive.at());
  }

  private static String conversion(Moved moved, TypeName type, Map<String, String> renamed) {
    String column = quoted(moved.column().text());
    String name = type.schema().map(it -> quoted(it) + ".").orElse("") + quoted(type.name());
    if (moved.array()) {
      String cast = column + "::text[]";
      for (Map.Entry<String, String> pair : renamed.entrySet()) {
        cast =
            "array_replace("
                + cast
                + ", "
                + literal(pair.getKey())
                + ", "
                + literal(pair.getValue())
                + ")";
      }
      return cast + "::" + name + "[]";
    }
    if (renamed.isEmpty()) {
      return column + "::text::" + name;
    }
    StringBuilder text = new StringBuilder("CASE");
    renamed.forEach(
        (before, after) ->
            text.append(" WHEN ")
                .append(column)
                .append("::text = ")
                .append(literal(before))
                .append(" THEN ")
                .append(literal(after))
                .append("::")
                .append(name));
    return text.append(" ELSE ")
        .append(column)
        .append("::text::")
        .append(name)
        .append(" END")
        .toString();
  }

  private static String quoted(String name) {
    return name.matches("[a-z_][a-z0-9_$]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
  }

  private static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /**
   * The text that PostgreSQL shows of a default: a label with a cast behind it, or an expression.
   */
  private static Default asDefault(String text, Map<String, String> renamed) {
    Matcher literal = LITERAL.matcher(text.strip());
    if (literal.matches()) {
      return following(new Default.Literal(literal.group(1).replace("''", "'")), renamed);
    }
    String expression = text;
    for (Map.Entry<String, String> pair : renamed.entrySet()) {
      expression = expression.replace(literal(pair.getKey()), literal(pair.getValue()));
    }
    return new Default.Expression(new SqlText(expression));
  }

  private static Default following(Default before, Map<String, String> renamed) {
    return before instanceof Default.Literal(String label)
        ? new Default.Literal(renamed.getOrDefault(label, label))
        : before;
  }

  private Optional<String> part(Value index, int position, String name, Directive directive) {
    return index instanceof Value.Call call
        ? Arguments.of(call, directive.arguments().problems(), "an index to make anew")
            .bound(List.of("name", "definition"))
            .text(name)
        : Constants.items(index)
            .filter(it -> it.size() > position)
            .flatMap(it -> Constants.text(it.get(position)));
  }

  private void dropIndex(Value index, Directive directive) {
    part(index, 0, "name", directive)
        .ifPresentOrElse(
            it -> execute("DROP INDEX IF EXISTS " + it, directive),
            () -> directive.arguments().report("indexes_to_recreate", index));
  }

  private void makeIndex(Value index, Map<String, String> renamed, Directive directive) {
    part(index, 1, "definition", directive)
        .ifPresent(
            it -> {
              String sql = it;
              for (Map.Entry<String, String> pair : renamed.entrySet()) {
                sql = sql.replace(literal(pair.getKey()), literal(pair.getValue()));
              }
              execute(sql, directive);
            });
  }

  private void execute(String sql, Directive directive) {
    data.execute(
        new Arguments(
                List.of(new Value.Str(sql)),
                Map.of(),
                directive.at(),
                directive.arguments().problems(),
                "op.execute")
            .bound(List.of("sqltext")));
  }
}
