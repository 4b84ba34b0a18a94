package limbeck.read.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.ClassValue;
import limbeck.python.value.FunctionValue;
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
import limbeck.schema.SqlType;
import limbeck.text.Location;

/** Columns of attributes of declarative classes. */
final class DeclarativeColumns {
  private static final Set<String> COLUMNS =
      Set.of("sqlalchemy.Column", "sqlalchemy.mapped_column", "sqlalchemy.unmapped_column");

  private static final Set<String> WRAPPERS =
      Set.of("sqlalchemy.deferred", "sqlalchemy.column_property");

  private static final Set<String> CONTAINERS = Set.of("sqlalchemy.Mapped", "sqlalchemy.Unmapped");

  private static final Set<String> RELATIONS =
      Set.of("sqlalchemy.DynamicMapped", "sqlalchemy.WriteOnlyMapped");

  private final ReadContext context;
  private final ColumnReader columns;
  private final AnnotationTypes annotationTypes;

  DeclarativeColumns(ReadContext context, TypeTranslator types, ColumnReader columns) {
    this.context = context;
    this.columns = columns;
    this.annotationTypes = new AnnotationTypes(context, types);
  }

  /**
   * An attribute that may be a column.
   *
   * @param name its name
   * @param scope the class whose body has it
   * @param hint its annotation, evaluated
   * @param value its value, with declared attributes called already
   * @param source the value as other code sees it
   * @param at where
   */
  record Attribute(
      String name,
      ClassValue scope,
      Optional<Value> hint,
      Optional<Value> value,
      Optional<Value> source,
      Location at) {}

  /** Returns whether an attribute is, or may be, a column. */
  static boolean mayBeColumn(Optional<Value> hint, Optional<Value> value) {
    Optional<Value.Call> call = value.flatMap(DeclarativeColumns::columnCall);
    if (call.isPresent()) {
      return true;
    }
    return isMapped(hint) && value.filter(DeclarativeColumns::isOtherProperty).isEmpty();
  }

  private static boolean isMapped(Optional<Value> hint) {
    return hint.flatMap(it -> Hints.argumentOf(it, CONTAINERS)).isPresent();
  }

  /** A relationship, hybrid, proxy: anything called or defined that is no column. */
  private static boolean isOtherProperty(Value value) {
    return value instanceof Value.Call || value instanceof FunctionValue;
  }

  /** Returns the call that makes a column, with deferred and column_property taken off. */
  static Optional<Value.Call> columnCall(Value value) {
    if (!(value instanceof Value.Call call)) {
      return Optional.empty();
    }
    Optional<String> name = LibraryNames.of(call.callee());
    if (name.filter(COLUMNS::contains).isPresent()) {
      return Optional.of(call);
    }
    return name.filter(WRAPPERS::contains).isPresent() && !call.arguments().isEmpty()
        ? columnCall(call.arguments().getFirst())
        : Optional.empty();
  }

  /** Returns the column of an attribute; empty when it is none. */
  Optional<ColumnDraft> read(Attribute attribute, TableDraft table, Map<Value, Value> typeMap) {
    if (attribute.value().filter(DeclarativeColumns::mayBeAnything).isPresent()) {
      return unread(attribute, table, typeMap);
    }
    if (!mayBeColumn(attribute.hint(), attribute.value())) {
      return Optional.empty();
    }
    Optional<Value.Call> call = attribute.value().flatMap(DeclarativeColumns::columnCall);
    int before = context.problems().count();
    ColumnDraft column = read(attribute, call, table, typeMap);
    doubt(column, table, before);
    return Optional.of(column);
  }

  /** A problem that no Unknown in the schema shows makes the column doubtful. */
  private void doubt(ColumnDraft column, TableDraft table, int before) {
    context.problems().since(before).stream()
        .filter(it -> !it.marked())
        .findFirst()
        .ifPresent(it -> table.doubt(column.columnName(), it.message()));
  }

  private ColumnDraft read(
      Attribute attribute, Optional<Value.Call> call, TableDraft table, Map<Value, Value> typeMap) {
    MappedColumn arguments = call.map(MappedColumn::of).orElse(MappedColumn.BARE);
    if (call.isEmpty() && attribute.value().isPresent()) {
      arguments = arguments.with("default", attribute.value().get());
    }
    Optional<Value> hint = attribute.hint().flatMap(it -> Hints.argumentOf(it, CONTAINERS));
    boolean plainColumn =
        call.filter(it -> LibraryNames.isCall(it, "sqlalchemy.Column")).isPresent();
    Optional<TypeReading> type = Optional.empty();
    String subject = table.name() + "." + attribute.name();
    if (hint.isPresent()) {
      Optional<Value.Call> embedded = embedded(hint.get());
      if (embedded.isPresent() && !plainColumn) {
        arguments = arguments.over(embedded.get());
      }
      if (!arguments.has("nullable") && !plainColumn) {
        arguments = arguments.with("nullable", new Value.Bool(Hints.includesNone(hint.get())));
      }
      if (!arguments.hasTypeOrTarget()) {
        type =
            Optional.of(
                annotationTypes.infer(
                    hint.get(), typeMap, TableItems.scope(table), subject, attribute.at()));
      }
    }
    List<Value> sources = new ArrayList<>();
    attribute.source().ifPresent(sources::add);
    attribute.value().ifPresent(sources::add);
    call.ifPresent(sources::add);
    return columns.read(
        new ColumnReader.Request(
            arguments.positional(),
            arguments.keywords(),
            type,
            Optional.of(attribute.name()),
            table.name().toString(),
            TableItems.scope(table),
            sources,
            call.map(Value.Call::at).orElse(attribute.at())));
  }

  private static boolean mayBeAnything(Value value) {
    return value instanceof Value.Unknown
        || ColumnClasses.isMade(value)
        || (value instanceof Value.Call call && LibraryNames.mayMakeAnything(call));
  }

  /**
   * A value that is not known: a column when its annotation says so, of which nothing else is told;
   * perhaps one when nothing says what it is.
   */
  private Optional<ColumnDraft> unread(
      Attribute attribute, TableDraft table, Map<Value, Value> typeMap) {
    Value value = attribute.value().orElse(Value.NONE);
    String subject = table.name() + "." + attribute.name();
    String reason = Constants.describe(value);
    Optional<Value> hint = attribute.hint().flatMap(it -> Hints.argumentOf(it, CONTAINERS));
    boolean column = hint.filter(it -> annotationTypes.hasType(it, typeMap)).isPresent();
    if (!column && hint.isPresent()) {
      // A relationship to another class.
      return Optional.empty();
    }
    context
        .problems()
        .add(
            "the attribute "
                + attribute.name()
                + " of "
                + table.name()
                + " may be a column, but its value is not known: "
                + reason,
            "column " + subject,
            value instanceof Value.Unknown(String _, Location place) ? place : attribute.at());
    if (!column) {
      table.doubt(attribute.name(), reason);
      return Optional.empty();
    }
    return Optional.of(
        ColumnReader.unread(attribute.name(), reason, List.of(value), attribute.at()));
  }

  /** The {@code mapped_column} inside {@code Annotated}, or inside an alias of it. */
  private static Optional<Value.Call> embedded(Value hint) {
    Value inner = Hints.withoutNone(hint);
    Optional<Value> alias = Hints.alias(inner);
    if (alias.isPresent()) {
      return embedded(alias.get());
    }
    return Hints.annotated(inner).stream()
        .flatMap(List::stream)
        .flatMap(it -> columnCall(it).stream())
        .filter(it -> !LibraryNames.isCall(it, "sqlalchemy.Column"))
        .findFirst();
  }

  /** Returns whether an annotation stands for a relation between classes. */
  static boolean isRelation(Value hint) {
    return Hints.argumentOf(hint, RELATIONS).isPresent();
  }

  /** Returns a column that could not be read at all. */
  static TypeReading unknown(Value value) {
    return TypeReading.of(new SqlType.Unknown(Constants.describe(value)));
  }
}
