package limbeck.dialect.postgresql;

import java.util.Optional;
import java.util.Set;
import limbeck.schema.CarriedObject;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Constraint;
import limbeck.schema.Index;
import limbeck.schema.IndexElement;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;
import limbeck.schema.TableName;

/** Indexes that PostgreSQL refuses to build, whatever the rows are. */
final class IndexRefusals {
  /** Types of PostgreSQL that have no order, so that no extension gives them one either. */
  private static final Set<String> WITHOUT_ORDER =
      Set.of("xml", "point", "box", "polygon", "path", "lseg", "line", "circle");

  private final Schema before;
  private final EffectList effects;
  private final NormalTypes types;

  IndexRefusals(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
    this.types = new NormalTypes(before);
  }

  void create(TableName table, Index index) {
    String method = index.method().orElse("btree");
    for (IndexElement element : index.elements()) {
      switch (element.target()) {
        case IndexElement.Target.OfColumn(ColumnName column) -> {
          if (element.operatorClass().isEmpty()) {
            column(table, column, method);
          }
        }
        case IndexElement.Target.OfExpression(SqlText expression) ->
            steady(expression, "an expression of the index");
      }
    }
    index.where().ifPresent(it -> steady(it, "the condition of the index"));
  }

  void add(TableName table, Constraint constraint) {
    switch (constraint) {
      case Constraint.PrimaryKey key -> key.columns().forEach(it -> column(table, it, "btree"));
      case Constraint.Unique key -> key.columns().forEach(it -> column(table, it, "btree"));
      case Constraint.Exclude exclude ->
          exclude.elements().stream()
              .map(Constraint.ExcludeElement::expression)
              .filter(it -> it.operatorClass().isEmpty())
              .map(IndexElement::column)
              .flatMap(Optional::stream)
              .forEach(it -> column(table, it, exclude.method()));
      case Constraint.ForeignKey _, Constraint.Check _ -> {}
    }
  }

  private void steady(SqlText expression, String where) {
    Volatility.changing(expression)
        .ifPresent(
            it ->
                effects.fails(
                    "42P17", where + " calls " + it + ", whose value is not the same for ever"));
  }

  private void column(TableName table, ColumnName column, String method) {
    Optional<SqlType> type =
        before.table(table).flatMap(it -> it.column(column)).map(Column::type).map(types::of);
    if (type.isEmpty()) {
      return;
    }
    String name = table + "." + column;
    switch (method) {
      case "btree", "hash" -> {
        boolean json = type.get() instanceof SqlType.Json(boolean binary) && !binary;
        boolean shape =
            type.get() instanceof SqlType.Named(String other, var _)
                && WITHOUT_ORDER.contains(other);
        if (json || shape) {
          effects.fails("42704", "no " + method + " index holds the type of " + name);
        }
      }
      case "gin" -> scalar(type.get(), name, "gin", "btree_gin");
      case "gist" -> scalar(type.get(), name, "gist", "btree_gist");
      default -> {
        // What brin, spgist and the methods of extensions hold is not known here.
      }
    }
  }

  /** Of plain values an index of this method is made only with an extension's help. */
  private void scalar(SqlType type, String name, String method, String extension) {
    boolean plain =
        TypeChange.isText(type)
            || TypeChange.isNumber(type)
            || type instanceof SqlType.Uuid
            || type instanceof SqlType.Date
            || type instanceof SqlType.Timestamp
            || type instanceof SqlType.Time
            || type instanceof SqlType.Interval
            || type instanceof SqlType.BooleanType
            || type instanceof SqlType.Binary
            || type instanceof SqlType.EnumReference;
    boolean json = type instanceof SqlType.Json(boolean binary) && !binary;
    boolean unsupported = json || (type instanceof SqlType.Json && method.equals("gist"));
    if (unsupported) {
      effects.fails("42704", "no " + method + " index holds the type of " + name);
    } else if (plain && !hasExtension(extension)) {
      effects.mayFail(
          "42704",
          "a "
              + method
              + " index of "
              + name
              + " needs an operator class or the extension "
              + extension);
    }
  }

  private boolean hasExtension(String extension) {
    return before.objects().values().stream()
        .anyMatch(
            it -> it.kind() == CarriedObject.Kind.EXTENSION && it.name().name().equals(extension));
  }
}
