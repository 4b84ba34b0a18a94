package limbeck.dialect.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import limbeck.dialect.standard.NormalForm;
import limbeck.dialect.standard.PlainExpression;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.Constraint;
import limbeck.schema.Default;
import limbeck.schema.Deferral;
import limbeck.schema.DialectName;
import limbeck.schema.Generation;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.ReferentialAction;
import limbeck.schema.Schema;
import limbeck.schema.Sequence;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/** A schema as MySQL and MariaDB treat it. */
final class MysqlNormalForm implements NormalForm {
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
  private static final Pattern NOW =
      Pattern.compile("(now \\( \\)|current_timestamp( \\( \\))?|localtimestamp( \\( \\))?)");

  private final MysqlSpelling spelling;

  MysqlNormalForm(MysqlSpelling spelling) {
    this.spelling = spelling;
  }

  @Override
  public Schema of(Schema schema) {
    NormalTypes types = new NormalTypes(spelling, schema);
    SortedMap<TableName, Table> tables = new TreeMap<>();
    schema.tables().forEach((name, table) -> tables.put(name, table(table, types)));
    boolean mariadb = spelling.dialect() == DialectName.MARIADB;
    SortedMap<SequenceName, Sequence> sequences = new TreeMap<>();
    if (mariadb) {
      schema
          .sequences()
          .forEach(
              (name, it) ->
                  sequences.put(name, new Sequence(name, Optional.empty(), it.options())));
    }
    SortedMap<String, CarriedObject> objects = new TreeMap<>();
    schema
        .objects()
        .forEach(
            (key, object) -> {
              if (object.kind() == CarriedObject.Kind.VIEW
                  || object.kind() == CarriedObject.Kind.FUNCTION
                  || object.kind() == CarriedObject.Kind.TRIGGER) {
                SqlText text = PlainExpression.of(object.definition());
                objects.put(key, new CarriedObject(object.kind(), object.name(), text));
              }
            });
    return new Schema(tables, new TreeMap<>(), sequences, schema.namespaces(), objects);
  }

  private Table table(Table table, NormalTypes types) {
    String prefix = spelling.dialect() == DialectName.MARIADB ? "mariadb_" : "mysql_";
    SortedMap<String, String> options = new TreeMap<>();
    table
        .options()
        .forEach(
            (key, value) -> {
              if (key.startsWith(prefix)) {
                options.put(key, value);
              }
            });
    Table whole =
        new Table(
            table.name(),
            table.columns().stream().map(it -> column(it, table, types)).toList(),
            table.constraints().stream().flatMap(it -> constraint(it).stream()).toList(),
            table.indexes().stream().map(this::index).toList(),
            table.comment().filter(it -> !it.isEmpty()),
            options);
    return DefaultNames.named(whole);
  }

  private Column column(Column column, Table table, NormalTypes types) {
    boolean counts = MysqlSpelling.counts(table, column);
    SqlType type = types.of(column.type());
    return new Column(
        column.name(),
        type,
        column.nullable() && !counts,
        counts ? Optional.empty() : column.serverDefault().flatMap(MysqlNormalForm::serverDefault),
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
        counts,
        column.comment().filter(it -> !it.isEmpty()));
  }

  /** Every constant is kept as a text, whatever the column's type. */
  private static Optional<Default> serverDefault(Default value) {
    return switch (value) {
      case Default.BooleanConstant(boolean constant) ->
          Optional.of(new Default.Literal(constant ? "1" : "0"));
      case Default.Expression(SqlText text) -> expression(text);
      case Default.Literal _, Default.Now _, Default.NextValue _, Default.Unknown _ ->
          Optional.of(value);
    };
  }

  private static Optional<Default> expression(SqlText text) {
    if (PlainExpression.isText(text)) {
      return Optional.of(new Default.Literal(PlainExpression.text(text).replace("\\\\", "\\")));
    }
    SqlText form = PlainExpression.of(text);
    String joined = form.text().replace(" ", "");
    if (form.text().equals("null")) {
      return Optional.empty();
    }
    if (form.text().equals("true") || form.text().equals("false")) {
      return Optional.of(new Default.Literal(form.text().equals("true") ? "1" : "0"));
    }
    if (NUMBER.matcher(joined).matches()) {
      return Optional.of(new Default.Literal(joined));
    }
    return Optional.of(
        NOW.matcher(form.text()).matches() ? new Default.Now() : new Default.Expression(form));
  }

  private static Optional<Constraint> constraint(Constraint constraint) {
    return switch (constraint) {
      // Every primary key is called PRIMARY.
      case Constraint.PrimaryKey key ->
          Optional.of(
              new Constraint.PrimaryKey(Optional.empty(), key.columns(), Deferral.NOT_DEFERRABLE));
      case Constraint.Unique unique ->
          Optional.of(
              new Constraint.Unique(
                  unique.name(), unique.columns(), List.of(), false, Deferral.NOT_DEFERRABLE));
      case Constraint.ForeignKey key ->
          Optional.of(
              new Constraint.ForeignKey(
                  key.name(),
                  key.columns(),
                  key.target(),
                  key.targetColumns(),
                  action(key.onDelete()),
                  action(key.onUpdate()),
                  Optional.empty(),
                  Deferral.NOT_DEFERRABLE,
                  true));
      case Constraint.Check check ->
          Optional.of(
              new Constraint.Check(check.name(), PlainExpression.of(check.condition()), true));
      case Constraint.Exclude _ -> Optional.empty();
    };
  }

  /** InnoDB checks at once, so NO ACTION and RESTRICT are one. */
  private static ReferentialAction action(ReferentialAction action) {
    return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
  }

  private Index index(Index index) {
    String prefix = spelling.dialect() == DialectName.MARIADB ? "mariadb_" : "mysql_";
    SortedMap<String, String> options = new TreeMap<>();
    index
        .options()
        .forEach(
            (key, value) -> {
              boolean usual =
                  key.endsWith("_using") && value.toLowerCase(Locale.ROOT).equals("btree");
              if (key.startsWith(prefix) && !usual) {
                options.put(key, value);
              }
            });
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
              target, Optional.empty(), Optional.empty(), element.descending(), Optional.empty()));
    }
    return new Index(
        index.name(),
        elements,
        index.unique(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false,
        options,
        true);
  }
}
