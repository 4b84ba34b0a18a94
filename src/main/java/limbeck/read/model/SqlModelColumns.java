package limbeck.read.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.python.value.Value;
import limbeck.read.ReadContext;
import limbeck.read.table.ColumnDraft;
import limbeck.read.table.ColumnReader;
import limbeck.read.table.TableDraft;
import limbeck.read.table.TableItems;
import limbeck.read.type.TypeReading;
import limbeck.read.type.TypeTranslator;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.text.Location;

/** Columns of SQLModel fields, by the precedence of the arguments of {@code Field}. */
final class SqlModelColumns {
  private final ReadContext context;
  private final TypeTranslator types;
  private final SqlModelTypes inference;
  private final ColumnReader columns;

  SqlModelColumns(ReadContext context, TypeTranslator types, ColumnReader columns) {
    this.context = context;
    this.types = types;
    this.inference = new SqlModelTypes(context, types);
    this.columns = columns;
  }

  /** Returns the column of a field. */
  ColumnDraft read(SqlModelField field, TableDraft table) {
    int before = context.problems().count();
    ColumnDraft column = column(field, table);
    // A problem that no Unknown in the schema shows makes the column doubtful.
    context.problems().since(before).stream()
        .filter(it -> !it.marked())
        .findFirst()
        .ifPresent(it -> table.doubt(column.columnName(), it.message()));
    return column;
  }

  private ColumnDraft column(SqlModelField field, TableDraft table) {
    Optional<Value> whole = field.columnArgument("sa_column").filter(it -> !Constants.isNone(it));
    if (whole.isPresent()) {
      return whole(field, whole.get(), table);
    }
    Optional<Value> unread = unread(field);
    if (unread.isPresent()) {
      return unread(field, "the field", unread.get(), table);
    }
    String subject = table.name() + "." + field.name();
    TypeReading type =
        field
            .columnArgument("sa_type")
            .map(it -> types.translate(it, TableItems.scope(table), subject, field.at()))
            .orElseGet(() -> inference.infer(field, TableItems.scope(table), subject));
    Map<String, Value> keywords = keywords(field, subject);
    return columns.read(
        new ColumnReader.Request(
            positional(field),
            keywords,
            Optional.of(type),
            Optional.of(field.name()),
            table.name().toString(),
            TableItems.scope(table),
            sources(field),
            field.at()));
  }

  private static List<Value> sources(SqlModelField field) {
    List<Value> sources = new ArrayList<>(field.described());
    field.value().ifPresent(sources::add);
    return sources;
  }

  /** The column given as {@code sa_column} is taken as it is, its own nullability included. */
  private ColumnDraft whole(SqlModelField field, Value column, TableDraft table) {
    List<Value> sources = new ArrayList<>(field.described());
    sources.add(column);
    if (column instanceof Value.Call call && LibraryNames.isCall(call, "sqlalchemy.Column")) {
      return columns.read(
          new ColumnReader.Request(
              call.arguments(),
              call.keywords(),
              Optional.empty(),
              Optional.of(field.name()),
              table.name().toString(),
              TableItems.scope(table),
              sources,
              call.at()));
    }
    return unread(field, "sa_column", column, table);
  }

  /**
   * What is not known of a field and may decide its column: a value that may be a Field, since a
   * function made it, or options of the Field itself.
   */
  private static Optional<Value> unread(SqlModelField field) {
    Optional<Value> made = field.value().filter(SqlModelColumns::mayBeField);
    return made.or(() -> field.own().map(it -> it.keywords().get("**")));
  }

  private static boolean mayBeField(Value value) {
    return switch (value) {
      case Value.Unknown _ -> true;
      case Value.Call call -> LibraryNames.mayMakeAnything(call);
      default -> false;
    };
  }

  /** A column of which nothing is told: a guess from the annotation would be one. */
  private ColumnDraft unread(SqlModelField field, String what, Value value, TableDraft table) {
    String subject = table.name() + "." + field.name();
    String reason = Constants.describe(value);
    context
        .problems()
        .addMarked(
            what + " of " + subject + " cannot be told: " + reason,
            "column " + subject,
            value instanceof Value.Unknown(String _, Location place) ? place : field.at());
    List<Value> sources = new ArrayList<>(sources(field));
    sources.add(value);
    return ColumnReader.unread(field.name(), reason, sources, field.at());
  }

  private static List<Value> positional(SqlModelField field) {
    List<Value> arguments = new ArrayList<>();
    Optional<Value> target =
        field.columnArgument("foreign_key").filter(it -> !Constants.isNone(it));
    if (target.isPresent()) {
      Map<String, Value> keywords = new LinkedHashMap<>();
      field.columnArgument("ondelete").ifPresent(it -> keywords.put("ondelete", it));
      arguments.add(
          new Value.Call(
              new Value.Symbol("sqlalchemy.ForeignKey"),
              List.of(target.get()),
              keywords,
              field.own().map(Value.Call::at).orElse(field.at())));
    }
    field.columnArgument("sa_column_args").flatMap(Constants::items).ifPresent(arguments::addAll);
    // A leading None keeps the first argument from being taken as a name or type.
    if (!arguments.isEmpty()) {
      arguments.addFirst(Value.NONE);
    }
    return arguments;
  }

  private Map<String, Value> keywords(SqlModelField field, String subject) {
    Map<String, Value> keywords = new LinkedHashMap<>();
    Value primaryKey = field.columnArgument("primary_key").orElse(new Value.Bool(false));
    keywords.put("primary_key", primaryKey);
    keywords.put("nullable", nullable(field, primaryKey));
    field.columnArgument("index").ifPresent(it -> keywords.put("index", it));
    field.columnArgument("unique").ifPresent(it -> keywords.put("unique", it));
    keywords.putAll(field.defaultArguments());
    Optional<Value> more = field.columnArgument("sa_column_kwargs");
    if (more.isPresent()) {
      if (more.get() instanceof Value.DictOf(Map<Value, Value> entries)) {
        entries.forEach(
            (key, value) -> Constants.text(key).ifPresent(it -> put(keywords, it, value)));
      } else if (!Constants.isNone(more.get())) {
        context
            .problems()
            .add(
                "sa_column_kwargs of "
                    + subject
                    + " cannot be told: "
                    + Constants.describe(more.get()),
                "options of column " + subject,
                field.at());
      }
    }
    return keywords;
  }

  private static void put(Map<String, Value> keywords, String name, Value value) {
    if (name.equals("default")) {
      keywords.remove("default_factory");
    }
    keywords.put(name, value);
  }

  /** Stated, or allowed when the annotation allows None and the field is no key. */
  private static Value nullable(SqlModelField field, Value primaryKey) {
    Optional<Value> stated = field.columnArgument("nullable").filter(it -> !Constants.isNone(it));
    if (stated.isPresent()) {
      return stated.get();
    }
    boolean key = primaryKey instanceof Value.Bool(boolean flag) && flag;
    boolean union =
        Hints.union(field.hint()).filter(it -> it.stream().anyMatch(Hints::isNone)).isPresent();
    boolean none = Hints.isNone(field.hint()) && field.defaultValue().isPresent();
    return new Value.Bool(!key && (union || none));
  }
}
