package limbeck.read.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.python.value.Value;
import limbeck.read.value.Constants;
import limbeck.read.value.LibraryNames;
import limbeck.schema.SqlType;
import limbeck.text.Location;

/**
 * Types of columns as an inspector of PostgreSQL gives them, as far as guards ask about them:
 * {@code isinstance(column["type"], sa.Text)}, {@code str(column["type"])}, {@code .length}.
 */
final class ReflectedTypes {
  private static final String TYPE = "sqlalchemy.ReflectedType";
  private static final String CLASSES = "_classes";
  private static final String TEXT = "_text";

  /** Every class that an answer can be given for. */
  private static final Set<String> KNOWN =
      Set.of(
          "SMALLINT",
          "SmallInteger",
          "INTEGER",
          "Integer",
          "BIGINT",
          "BigInteger",
          "VARCHAR",
          "String",
          "CHAR",
          "TEXT",
          "Text",
          "BOOLEAN",
          "Boolean",
          "DATE",
          "Date",
          "TIMESTAMP",
          "DateTime",
          "JSON",
          "JSONB",
          "UUID",
          "Uuid",
          "ENUM",
          "Enum",
          "ARRAY",
          "LargeBinary",
          "BYTEA");

  private ReflectedTypes() {}

  /** Returns a type as a value that answers for itself. */
  static Value of(SqlType type, Location at) {
    Map<String, Value> parts = new LinkedHashMap<>();
    parts.put("_reflected", new Value.Bool(true));
    Optional<List<String>> classes = classes(type);
    classes.ifPresent(
        it -> {
          List<Value> names = new ArrayList<>();
          it.forEach(name -> names.add(new Value.Str(name)));
          parts.put(CLASSES, new Value.ListOf(names));
        });
    text(type).ifPresent(it -> parts.put(TEXT, new Value.Str(it)));
    if (type instanceof SqlType.Varchar(Optional<Integer> length, _)) {
      parts.put("length", optional(length));
    } else if (type instanceof SqlType.Char(Optional<Integer> length, _)) {
      parts.put("length", optional(length));
    } else if (type instanceof SqlType.Text) {
      parts.put("length", Value.NONE);
    } else if (type instanceof SqlType.Timestamp(boolean zone, _)) {
      parts.put("timezone", new Value.Bool(zone));
    } else if (type instanceof SqlType.Numeric(var precision, var scale)) {
      parts.put("precision", optional(precision));
      parts.put("scale", optional(scale));
    }
    return new Value.Call(new Value.Symbol(TYPE), List.of(), parts, at);
  }

  private static Value optional(Optional<Integer> number) {
    return number.<Value>map(it -> Value.Int.of(it)).orElse(Value.NONE);
  }

  /** Answers {@code isinstance(type, classes)} and {@code str(type)}. */
  static Optional<Value> answer(String function, List<Value> arguments) {
    if (arguments.isEmpty()
        || !(arguments.getFirst() instanceof Value.Call type)
        || !type.name().equals(TYPE)) {
      return Optional.empty();
    }
    return switch (function) {
      case "builtins.str", "builtins.repr" -> Optional.ofNullable(type.keywords().get(TEXT));
      case "builtins.isinstance" ->
          arguments.size() == 2 ? isInstance(type, arguments.get(1)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Value> isInstance(Value.Call type, Value wanted) {
    Value stated = type.keywords().get(CLASSES);
    if (stated == null) {
      return Optional.empty();
    }
    List<Value> classes = Constants.items(stated).orElse(List.of());
    boolean found = false;
    for (Value each : Constants.items(wanted).orElse(List.of(wanted))) {
      Optional<String> name =
          LibraryNames.of(each).map(it -> it.substring(it.lastIndexOf('.') + 1));
      if (name.isEmpty() || !KNOWN.contains(name.get())) {
        return Optional.empty();
      }
      found |= classes.contains(new Value.Str(name.get()));
    }
    return Optional.of(new Value.Bool(found));
  }

  private static Optional<List<String>> classes(SqlType type) {
    return Optional.ofNullable(
        switch (type) {
          case SqlType.IntegerType(SqlType.IntegerSize size) ->
              switch (size) {
                case SMALL -> List.of("SMALLINT", "SmallInteger", "Integer");
                case NORMAL -> List.of("INTEGER", "Integer");
                case BIG -> List.of("BIGINT", "BigInteger", "Integer");
              };
          case SqlType.Varchar _ -> List.of("VARCHAR", "String");
          case SqlType.Char _ -> List.of("CHAR", "String");
          case SqlType.Text _ -> List.of("TEXT", "Text", "String");
          case SqlType.BooleanType _ -> List.of("BOOLEAN", "Boolean");
          case SqlType.Date _ -> List.of("DATE", "Date");
          case SqlType.Timestamp _ -> List.of("TIMESTAMP", "DateTime");
          case SqlType.Json(boolean binary) -> binary ? List.of("JSONB", "JSON") : List.of("JSON");
          case SqlType.Uuid _ -> List.of("UUID", "Uuid");
          case SqlType.EnumReference _ -> List.of("ENUM", "Enum", "String");
          case SqlType.ArrayOf _ -> List.of("ARRAY");
          case SqlType.Binary _ -> List.of("BYTEA", "LargeBinary");
          case SqlType.Numeric _,
              SqlType.Floating _,
              SqlType.DoublePrecision _,
              SqlType.Real _,
              SqlType.Time _,
              SqlType.Interval _,
              SqlType.TextEnum _,
              SqlType.Named _,
              SqlType.Variant _,
              SqlType.Unknown _ ->
              null;
        });
  }

  /** What the type's own {@code str()} gives, where that is beyond doubt. */
  private static Optional<String> text(SqlType type) {
    return Optional.ofNullable(
        switch (type) {
          case SqlType.IntegerType(SqlType.IntegerSize size) ->
              switch (size) {
                case SMALL -> "SMALLINT";
                case NORMAL -> "INTEGER";
                case BIG -> "BIGINT";
              };
          case SqlType.Varchar(Optional<Integer> length, Optional<String> collation) ->
              collation.isPresent()
                  ? null
                  : "VARCHAR" + length.map(it -> "(" + it + ")").orElse("");
          case SqlType.Text(Optional<String> collation) -> collation.isPresent() ? null : "TEXT";
          case SqlType.BooleanType _ -> "BOOLEAN";
          case SqlType.Date _ -> "DATE";
          case SqlType.Timestamp _ -> "TIMESTAMP";
          case SqlType.Json(boolean binary) -> binary ? "JSONB" : "JSON";
          case SqlType.Uuid _ -> "UUID";
          case SqlType.DoublePrecision _ -> "DOUBLE PRECISION";
          case SqlType.Numeric(Optional<Integer> precision, Optional<Integer> scale) ->
              "NUMERIC"
                  + precision
                      .map(it -> "(" + it + scale.map(digits -> ", " + digits).orElse("") + ")")
                      .orElse("");
          case SqlType.Char _,
              SqlType.EnumReference _,
              SqlType.ArrayOf _,
              SqlType.Binary _,
              SqlType.Floating _,
              SqlType.Real _,
              SqlType.Time _,
              SqlType.Interval _,
              SqlType.TextEnum _,
              SqlType.Named _,
              SqlType.Variant _,
              SqlType.Unknown _ ->
              null;
        });
  }
}
