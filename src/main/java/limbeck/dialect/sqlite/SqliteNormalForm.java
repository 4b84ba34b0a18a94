package limbeck.dialect.sqlite;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.NormalForm;
import limbeck.dialect.standard.PlainExpression;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * A schema as SQLite keeps it: types as they are declared, no enum types, sequences or comments,
 * the unnamed left unnamed.
 */
final class SqliteNormalForm implements NormalForm {
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");

  private final SqliteSpelling spelling;

  SqliteNormalForm(SqliteSpelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public Schema of(Schema schema) {
    SortedMap<TableName, Table> tables = new TreeMap<>();
    for (Table table : schema.tables().values()) {
      Table form = table(table, schema);
      tables.put(form.name(), form);
    }
    SortedMap<String, CarriedObject> objects = new TreeMap<>();
    schema
        .objects()
        .forEach(
            (key, object) -> {
              if (object.kind() == CarriedObject.Kind.VIEW
                  || object.kind() == CarriedObject.Kind.TRIGGER) {
                SqlText text = PlainExpression.of(object.definition());
                objects.put(key, new CarriedObject(object.kind(), object.name(), text));
              }
            });
    return new Schema(tables, new TreeMap<>(), new TreeMap<>(), new TreeSet<>(), objects);
  }

  private static TableName name(TableName name) {
    return new TableName(name.schema().filter(it -> !it.equals("main")), name.name());
  }

  private Table table(Table table, Schema schema) {
    SortedMap<String, String> options = new TreeMap<>();
    table
        .options()
        .forEach(
            (key, value) -> {
              boolean usual = key.equals("sqlite_with_rowid") == value.equalsIgnoreCase("true");
              if (key.startsWith("sqlite_") && !usual && !value.isEmpty()) {
                options.put(key, value.toLowerCase(java.util.Locale.ROOT));
              }
            });
    return new Table(
        name(table.name()),
        table.columns().stream().map(it -> column(it, table, schema)).toList(),
        table.constraints().stream().flatMap(it -> constraint(it, table).stream()).toList(),
        table.indexes().stream().map(SqliteNormalForm::index).toList(),
        Optional.empty(),
        options);
  }

  private Column column(Column column, Table table, Schema schema) {
    String declared = declared(column.type(), schema);
    Affinity affinity = Affinity.of(declared);
    boolean onlyKey =
        table.primaryKey().filter(it -> it.columns().equals(List.of(column.name()))).isPresent();
    boolean rowid = onlyKey && declared.equals("INTEGER");
    return new Column(
        column.name(),
        DeclaredTypes.of(column.type().on(spelling.dialect()), declared, schema),
        column.nullable() && !rowid,
        column.serverDefault().flatMap(it -> serverDefault(it, affinity)),
        column
            .generation()
            .flatMap(
                it ->
                    switch (it) {
                      case Generation.Identity _ -> Optional.<Generation>empty();
                      case Generation.Computed(var expression, var stored) ->
                          Optional.of(
                              new Generation.Computed(
                                  PlainExpression.of(expression),
                                  Optional.of(stored.orElse(false))));
                    }),
        rowid,
        Optional.empty());
  }

  private String declared(SqlType type, Schema schema) {
    try {
      return spelling.type(type, schema);
    } catch (CannotSpell gap) {
      return "";
    }
  }

  private static Optional<Default> serverDefault(Default value, Affinity affinity) {
    return switch (value) {
      case Default.Literal(String text) -> Optional.of(constant(text, affinity));
      case Default.BooleanConstant(boolean constant) ->
          Optional.of(constant(constant ? "1" : "0", affinity));
      case Default.Expression(SqlText text) -> expression(text, affinity);
      case Default.Now _, Default.NextValue _, Default.Unknown _ -> Optional.of(value);
    };
  }

  private static Optional<Default> expression(SqlText text, Affinity affinity) {
    if (PlainExpression.isText(text)) {
      return Optional.of(constant(PlainExpression.text(text), affinity));
    }
    SqlText form = PlainExpression.of(text);
    return switch (form.text()) {
      case "null" -> Optional.empty();
      case "current_timestamp" -> Optional.of(new Default.Now());
      case "true" -> Optional.of(constant("1", affinity));
      case "false" -> Optional.of(constant("0", affinity));
      default -> {
        String joined = form.text().replace(" ", "");
        yield Optional.of(
            NUMBER.matcher(joined).matches()
                ? constant(joined, affinity)
                : new Default.Expression(form));
      }
    };
  }

  /**
   * A text that is a number becomes one in a column of numbers, a number a text in one of texts.
   */
  private static Default constant(String text, Affinity affinity) {
    return switch (affinity) {
      case INTEGER, NUMERIC, REAL ->
          NUMBER.matcher(text.strip()).matches()
              ? new Default.Expression(
                  new SqlText(new BigDecimal(text.strip()).stripTrailingZeros().toPlainString()))
              : new Default.Literal(text);
      case TEXT, BLOB -> new Default.Literal(text);
    };
  }

  private static Optional<Constraint> constraint(Constraint constraint, Table table) {
    return switch (constraint) {
      case Constraint.PrimaryKey key ->
          Optional.of(
              new Constraint.PrimaryKey(key.name(), key.columns(), Deferral.NOT_DEFERRABLE));
      case Constraint.Unique unique ->
          Optional.of(
              new Constraint.Unique(
                  unique.name(), unique.columns(), List.of(), false, Deferral.NOT_DEFERRABLE));
      case Constraint.ForeignKey key ->
          key.target().schema().equals(table.name().schema())
              ? Optional.of(foreignKey(key))
              : Optional.empty();
      case Constraint.Check check ->
          Optional.of(
              new Constraint.Check(check.name(), PlainExpression.of(check.condition()), true));
      case Constraint.Exclude _ -> Optional.empty();
    };
  }

  private static Constraint foreignKey(Constraint.ForeignKey key) {
    return new Constraint.ForeignKey(
        key.name(),
        key.columns(),
        name(key.target()),
        key.targetColumns(),
        key.onDelete(),
        key.onUpdate(),
        // SQLite parses MATCH and does not heed it.
        Optional.empty(),
        key.deferral(),
        true);
  }

  private static Index index(Index index) {
    List<IndexElement> elements = new ArrayList<>();
    for (IndexElement element : index.elements()) {
      IndexElement.Target target =
          switch (element.target()) {
            case IndexElement.Target.OfColumn column -> column;
            case IndexElement.Target.OfExpression(SqlText text) ->
                new IndexElement.Target.OfExpression(PlainExpression.of(text));
          };
      elements.add(
          new IndexElement(
              target,
              Optional.empty(),
              element.collation(),
              element.descending(),
              Optional.empty()));
    }
    return new Index(
        index.name(),
        elements,
        index.unique(),
        Optional.empty(),
        List.of(),
        index.where().map(PlainExpression::of),
        false,
        new TreeMap<>(),
        true);
  }
}
