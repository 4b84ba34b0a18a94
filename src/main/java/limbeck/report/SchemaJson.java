package limbeck.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.AbstractCollection;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import limbeck.dialect.Dialect;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.IndexOperation;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.ConstraintName;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.EnumType;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.IndexName;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.SchemaName;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceOptions;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.text.Location;
import org.jspecify.annotations.Nullable;

/**
 * A schema as JSON, as {@code docs/schema-json.md} describes it: types and defaults in the spelling
 * of one database, keys in a fixed order, absent parts as null.
 */
public final class SchemaJson {
  /** Goes up when a key changes its meaning or goes; new keys do not count. */
  public static final int VERSION = 1;

  private final Schema schema;
  private final Dialect dialect;

  private SchemaJson(Schema schema, Dialect dialect) {
    this.schema = schema;
    this.dialect = dialect;
  }

  /**
   * Something about the schema that could not be read.
   *
   * @param message what and why
   * @param at where
   */
  public record Problem(String message, Location at) {}

  /** Returns the document. */
  public static String write(Schema schema, Dialect dialect, List<Problem> problems) {
    return write(schema, dialect, problems, List.of(), Collections.emptySortedMap());
  }

  /**
   * Returns the document.
   *
   * @param asOfToday scripts that use the application as it is today, since nothing tells what it
   *     was
   * @param places where models state tables and columns, by their names
   */
  public static String write(
      Schema schema,
      Dialect dialect,
      List<Problem> problems,
      List<String> asOfToday,
      SortedMap<String, Location> places) {
    Map<String, Object> root = new SchemaJson(schema, dialect).document(problems);
    if (!asOfToday.isEmpty()) {
      root.put("as_of_today", asOfToday);
    }
    if (!places.isEmpty()) {
      Map<String, String> lines = new LinkedHashMap<>();
      places.forEach((name, at) -> lines.put(name, at.file().path() + ":" + at.line()));
      root.put("places", lines);
    }
    try {
      return JSON.std
          .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
          .with(JSON.Feature.WRITE_NULL_PROPERTIES)
          .asString(root);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private Map<String, Object> document(List<Problem> problems) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("format", "limbeck-schema");
    root.put("version", VERSION);
    root.put("dialect", dialect.name().sqlalchemyName());
    root.put("schemas", schema.namespaces().stream().map(SchemaName::text).toList());
    root.put("enums", schema.enums().values().stream().map(SchemaJson::enumType).toList());
    root.put("sequences", schema.sequences().values().stream().map(this::sequence).toList());
    root.put("tables", new Written<>(schema.tables().values(), this::table));
    root.put("objects", schema.objects().values().stream().map(SchemaJson::object).toList());
    root.put("problems", problems.stream().map(SchemaJson::problem).toList());
    return root;
  }

  /** Values that are made when they are written, so that never all are there at once. */
  private static final class Written<T> extends AbstractCollection<Object> {
    private final Collection<T> from;
    private final Function<T, Object> form;

    private Written(Collection<T> from, Function<T, Object> form) {
      this.from = from;
      this.form = form;
    }

    @Override
    public Iterator<Object> iterator() {
      return from.stream().map(form).iterator();
    }

    @Override
    public int size() {
      return from.size();
    }
  }

  private static Map<String, Object> enumType(EnumType type) {
    return object(
        "schema",
        orNull(type.name().schema()),
        "name",
        type.name().name(),
        "labels",
        type.labels());
  }

  private Map<String, Object> sequence(Sequence sequence) {
    return object(
        "schema",
        orNull(sequence.name().schema()),
        "name",
        sequence.name().name(),
        "type",
        orNull(sequence.type().map(dialect::spell)),
        "options",
        options(sequence.options()));
  }

  private Map<String, Object> table(Table table) {
    return object(
        "schema",
        orNull(table.name().schema()),
        "name",
        table.name().name(),
        "comment",
        orNull(table.comment()),
        "columns",
        table.columns().stream().map(this::column).toList(),
        "constraints",
        table.constraints().stream().map(this::constraint).toList(),
        "indexes",
        table.indexes().stream().map(it -> index(table, it)).toList(),
        "options",
        table.options());
  }

  private Map<String, Object> column(Column column) {
    boolean unknown = column.type() instanceof SqlType.Unknown;
    return object(
        "name",
        column.name().text(),
        "type",
        unknown ? null : dialect.spell(column.type(), schema),
        "unknown",
        column.type() instanceof SqlType.Unknown(String reason) ? reason : null,
        "nullable",
        column.isUnread() ? null : column.nullable(),
        "default",
        orNull(
            column
                .serverDefault()
                .filter(it -> !(it instanceof Default.Unknown))
                .map(dialect::spell)),
        "default_unknown",
        orNull(
            column
                .serverDefault()
                .map(it -> it instanceof Default.Unknown(String reason) ? reason : null)),
        "autoincrement",
        column.isUnread() ? null : column.autoincrement(),
        "identity",
        orNull(
            column
                .generation()
                .filter(Generation.Identity.class::isInstance)
                .map(it -> identity((Generation.Identity) it))),
        "computed",
        orNull(
            column
                .generation()
                .filter(Generation.Computed.class::isInstance)
                .map(it -> computed((Generation.Computed) it))),
        "comment",
        orNull(column.comment()));
  }

  private static Map<String, Object> identity(Generation.Identity identity) {
    Map<String, Object> result = object("always", identity.always());
    result.putAll(options(identity.options()));
    return result;
  }

  private static Map<String, Object> computed(Generation.Computed computed) {
    return object("sql", computed.expression().text(), "stored", orNull(computed.stored()));
  }

  private static Map<String, Object> options(SequenceOptions options) {
    return object(
        "start", orNull(options.start()),
        "increment", orNull(options.increment()),
        "minimum", orNull(options.minimum()),
        "maximum", orNull(options.maximum()),
        "cycle", orNull(options.cycle()),
        "cache", orNull(options.cache()));
  }

  private Map<String, Object> constraint(Constraint constraint) {
    String name = orNull(constraint.name().map(ConstraintName::text));
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          object(
              "kind",
              "primary_key",
              "name",
              name,
              "columns",
              names(key.columns()),
              "deferral",
              deferral(key.deferral()));
      case Constraint.Unique unique ->
          object(
              "kind", "unique",
              "name", name,
              "columns", names(unique.columns()),
              "include", names(unique.include()),
              "nulls_not_distinct", unique.nullsNotDistinct(),
              "deferral", deferral(unique.deferral()));
      case Constraint.ForeignKey key -> foreignKey(key, name);
      case Constraint.Check check ->
          object(
              "kind",
              "check",
              "name",
              name,
              "sql",
              check.condition().text(),
              "validated",
              check.validated());
      case Constraint.Exclude exclude ->
          object(
              "kind", "exclude",
              "name", name,
              "method", exclude.method(),
              "elements",
                  exclude.elements().stream()
                      .map(it -> withOperator(element(it.expression()), it.operator()))
                      .toList(),
              "where", orNull(exclude.where().map(SqlText::text)),
              "deferral", deferral(exclude.deferral()));
    };
  }

  private static Map<String, Object> foreignKey(Constraint.ForeignKey key, @Nullable String name) {
    return object(
        "kind", "foreign_key",
        "name", name,
        "columns", names(key.columns()),
        "target", object("schema", orNull(key.target().schema()), "name", key.target().name()),
        "target_columns", names(key.targetColumns()),
        "on_delete", action(key.onDelete()),
        "on_update", action(key.onUpdate()),
        "match", orNull(key.match()),
        "deferral", deferral(key.deferral()),
        "validated", key.validated());
  }

  private Map<String, Object> index(Table table, Index index) {
    return object(
        "name", orNull(index.name().map(IndexName::text)),
        "unique", index.unique(),
        "elements", index.elements().stream().map(SchemaJson::element).toList(),
        "method", orNull(index.method()),
        "include", names(index.include()),
        "where", orNull(index.where().map(SqlText::text)),
        "nulls_not_distinct", index.nullsNotDistinct(),
        "options", index.options(),
        "valid", index.valid(),
        "ddl", definition(table, index));
  }

  private @Nullable String definition(Table table, Index index) {
    Lowering lowering =
        dialect.lower(new IndexOperation.CreateIndex(table.name(), index, false, false), schema);
    return switch (lowering) {
      case Lowering.Statements(List<Statement> statements) ->
          statements.stream().map(it -> it.sql().text()).findFirst().orElse(null);
      case Lowering.Unsupported _ -> null;
    };
  }

  private static Map<String, Object> element(IndexElement element) {
    Map<String, Object> result = new LinkedHashMap<>();
    switch (element.target()) {
      case IndexElement.Target.OfColumn(ColumnName name) -> result.put("column", name.text());
      case IndexElement.Target.OfExpression(SqlText sql) -> result.put("sql", sql.text());
    }
    element.operatorClass().ifPresent(it -> result.put("operator_class", it));
    element.collation().ifPresent(it -> result.put("collation", it));
    if (element.descending()) {
      result.put("descending", true);
    }
    element.nullsFirst().ifPresent(it -> result.put("nulls_first", it));
    return result;
  }

  private static Map<String, Object> withOperator(Map<String, Object> element, String operator) {
    element.put("operator", operator);
    return element;
  }

  private static Map<String, Object> object(CarriedObject object) {
    return object(
        "kind", object.kind().name().toLowerCase(Locale.ROOT),
        "schema", orNull(object.name().schema()),
        "name", object.name().name(),
        "definition", object.definition().text());
  }

  private static Map<String, Object> problem(Problem problem) {
    return object(
        "message", problem.message(),
        "file", problem.at().file().path(),
        "line", problem.at().line(),
        "column", problem.at().column());
  }

  private static List<String> names(List<ColumnName> columns) {
    return columns.stream().map(ColumnName::text).toList();
  }

  private static @Nullable String action(ReferentialAction action) {
    return action == ReferentialAction.NO_ACTION ? null : action.sql();
  }

  private static @Nullable String deferral(Deferral deferral) {
    return deferral == Deferral.NOT_DEFERRABLE ? null : deferral.name().toLowerCase(Locale.ROOT);
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }

  private static Map<String, Object> object(@Nullable Object... pairs) {
    Map<String, Object> result = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      result.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return result;
  }
}
