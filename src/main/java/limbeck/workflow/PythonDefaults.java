package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.plan.ColumnPlace;
import limbeck.python.value.Value;
import limbeck.read.model.Models;
import limbeck.read.model.Subject;
import limbeck.read.table.PythonDefault;
import limbeck.schema.Column;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/** The constant defaults of models as SQL, for rows that are there before the application is. */
final class PythonDefaults {
  private final Schema schema;
  private final DialectName dialect;

  private PythonDefaults(Schema schema, DialectName dialect) {
    this.schema = schema;
    this.dialect = dialect;
  }

  /** Returns those that are constants and have an SQL literal in the column's type. */
  static SortedMap<ColumnPlace, SqlText> of(Models models, DialectName dialect) {
    PythonDefaults defaults = new PythonDefaults(models.schema(), dialect);
    SortedMap<ColumnPlace, SqlText> result = new TreeMap<>();
    models
        .pythonDefaults()
        .forEach(
            (place, value) -> {
              if (value instanceof PythonDefault.Constant(Value constant)) {
                defaults
                    .literal(place, constant)
                    .ifPresent(
                        it -> result.put(new ColumnPlace(place.table(), place.column()), it));
              }
            });
    return result;
  }

  private Optional<SqlText> literal(Subject.OfColumn place, Value value) {
    Optional<Column> column = schema.table(place.table()).flatMap(it -> it.column(place.column()));
    return column.flatMap(it -> literal(it.type().on(dialect), value)).map(SqlText::new);
  }

  private Optional<String> literal(SqlType type, Value value) {
    if (type instanceof SqlType.ArrayOf || type instanceof SqlType.Json) {
      return structure(type, value);
    }
    if (value instanceof Value.EnumMember member) {
      return member(type, member);
    }
    if (value instanceof Value.Str(String text)) {
      return Optional.of(quoted(text));
    }
    if (value instanceof Value.Bool(boolean truth)) {
      boolean numbers = type instanceof SqlType.IntegerType || dialect == DialectName.SQLITE;
      return Optional.of(numbers ? (truth ? "1" : "0") : Boolean.toString(truth));
    }
    if (value instanceof Value.Int(var number)) {
      return Optional.of(number.toString());
    }
    if (value instanceof Value.Float(double number)) {
      return Double.isFinite(number) ? Optional.of(Double.toString(number)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** An empty list or dictionary is the only structure whose text is sure. */
  private static Optional<String> structure(SqlType type, Value value) {
    if (value instanceof Value.ListOf(var items) && items.isEmpty()) {
      return Optional.of(type instanceof SqlType.Json ? "'[]'" : "'{}'");
    }
    boolean emptyObject =
        type instanceof SqlType.Json
            && value instanceof Value.DictOf(var entries)
            && entries.isEmpty();
    return emptyObject ? Optional.of("'{}'") : Optional.empty();
  }

  /** SQLAlchemy stores a member's name unless told to store its value; the labels tell which. */
  private Optional<String> member(SqlType type, Value.EnumMember member) {
    List<String> labels =
        switch (type) {
          case SqlType.EnumReference(var name) ->
              schema.enumType(name).map(EnumType::labels).orElse(List.of());
          case SqlType.TextEnum(List<String> texts, int _) -> texts;
          case SqlType.Variant _,
              SqlType.IntegerType _,
              SqlType.Numeric _,
              SqlType.Floating _,
              SqlType.DoublePrecision _,
              SqlType.Real _,
              SqlType.Varchar _,
              SqlType.Char _,
              SqlType.Text _,
              SqlType.BooleanType _,
              SqlType.Date _,
              SqlType.Time _,
              SqlType.Timestamp _,
              SqlType.Interval _,
              SqlType.Binary _,
              SqlType.Json _,
              SqlType.Uuid _,
              SqlType.ArrayOf _,
              SqlType.Named _,
              SqlType.Unknown _ ->
              List.of();
        };
    if (labels.contains(member.name())) {
      return Optional.of(quoted(member.name()));
    }
    return literal(type, member.value())
        .filter(
            it ->
                labels.isEmpty()
                    || labels.stream().map(PythonDefaults::quoted).anyMatch(it::equals));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
