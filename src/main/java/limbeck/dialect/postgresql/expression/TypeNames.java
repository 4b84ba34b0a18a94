package limbeck.dialect.postgresql.expression;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import limbeck.schema.SqlType;

/** Names of types in the one form that PostgreSQL prints: {@code int4} is {@code integer}. */
public final class TypeNames {
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("int", "integer"),
          Map.entry("int4", "integer"),
          Map.entry("int2", "smallint"),
          Map.entry("int8", "bigint"),
          Map.entry("bool", "boolean"),
          Map.entry("varchar", "character varying"),
          Map.entry("char varying", "character varying"),
          Map.entry("char", "character"),
          Map.entry("nchar", "character"),
          Map.entry("national character", "character"),
          Map.entry("national character varying", "character varying"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("float4", "real"),
          Map.entry("float8", "double precision"),
          Map.entry("float", "double precision"),
          Map.entry("varbit", "bit varying"),
          Map.entry("timestamp", "timestamp without time zone"),
          Map.entry("timestamptz", "timestamp with time zone"),
          Map.entry("time", "time without time zone"),
          Map.entry("timetz", "time with time zone"));

  private TypeNames() {}

  /** Returns the canonical form of a built-in type's name in lower case, without arguments. */
  public static String canonical(String name) {
    String bare = name.startsWith("pg_catalog.") ? name.substring("pg_catalog.".length()) : name;
    return SYNONYMS.getOrDefault(bare, bare);
  }

  /** Returns the canonical name with its arguments, where the server prints them. */
  static String canonical(String name, List<String> arguments) {
    String base = canonical(name);
    if (arguments.isEmpty()) {
      return base.equals("character") ? "character(1)" : base;
    }
    if (name.equals("float")) {
      return Integer.parseInt(arguments.getFirst()) <= 24 ? "real" : "double precision";
    }
    String inside = arguments.stream().collect(Collectors.joining(",", "(", ")"));
    int words = base.indexOf(" with");
    boolean timed = base.startsWith("time") && words > 0;
    return timed ? base.substring(0, words) + inside + base.substring(words) : base + inside;
  }

  /**
   * Returns the type of a column as the inference knows it: without arguments, and all texts that
   * the server converts freely as {@code text}. Empty when it is not known.
   */
  static String of(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType(var size) ->
          switch (size) {
            case SMALL -> "smallint";
            case NORMAL -> "integer";
            case BIG -> "bigint";
          };
      case SqlType.Numeric _ -> "numeric";
      case SqlType.Floating(var precision) ->
          precision.isPresent() && precision.get() <= 24 ? "real" : "double precision";
      case SqlType.DoublePrecision _ -> "double precision";
      case SqlType.Real _ -> "real";
      case SqlType.Varchar _, SqlType.Text _, SqlType.TextEnum _ -> "text";
      case SqlType.Char _ -> "character";
      case SqlType.BooleanType _ -> "boolean";
      case SqlType.Date _ -> "date";
      case SqlType.Time(boolean zone, var _) ->
          zone ? "time with time zone" : "time without time zone";
      case SqlType.Timestamp(boolean zone, var _) ->
          zone ? "timestamp with time zone" : "timestamp without time zone";
      case SqlType.Interval _ -> "interval";
      case SqlType.Binary _ -> "bytea";
      case SqlType.Json(boolean binary) -> binary ? "jsonb" : "json";
      case SqlType.Uuid(boolean nativeType) -> nativeType ? "uuid" : "character";
      case SqlType.EnumReference(var name) -> name.toString();
      case SqlType.ArrayOf(SqlType element, int _) -> {
        String inner = of(element);
        yield inner.isEmpty() ? "" : inner + "[]";
      }
      case SqlType.Named(String name, var _) -> canonical(name);
      case SqlType.Variant _, SqlType.Unknown _ -> "";
    };
  }

  /** Returns a cast's type as the inference knows it. */
  static String inferred(String type) {
    String base = type.replaceAll("\\([^()]*\\)", "");
    return switch (base) {
      case "character varying" -> "text";
      case "character varying[]" -> "text[]";
      case "bpchar" -> "character";
      default -> base;
    };
  }

  /** Returns whether a cast to it says nothing about a text: no length, no blanks to cut. */
  static boolean isPlainText(String type) {
    return type.equals("text") || type.equals("character varying");
  }
}
