package limbeck.operation;

import java.util.Optional;
import limbeck.schema.EnumType;
import limbeck.schema.SqlType;

/**
 * Says a type in SQL's words, as PostgreSQL has them; other databases' words are their dialect's.
 */
public final class DescribeType {
  private DescribeType() {}

  /** Returns the type such as {@code VARCHAR(20)}. */
  public static String describe(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType(SqlType.IntegerSize size) ->
          switch (size) {
            case SMALL -> "SMALLINT";
            case NORMAL -> "INTEGER";
            case BIG -> "BIGINT";
          };
      case SqlType.Numeric(Optional<Integer> precision, Optional<Integer> scale) ->
          "NUMERIC"
              + precision
                  .map(it -> "(" + it + scale.map(digits -> ", " + digits).orElse("") + ")")
                  .orElse("");
      case SqlType.Floating(Optional<Integer> precision) -> "FLOAT" + argument(precision);
      case SqlType.DoublePrecision _ -> "DOUBLE PRECISION";
      case SqlType.Real _ -> "REAL";
      case SqlType.Varchar it -> "VARCHAR" + argument(it.length()) + collation(it.collation());
      case SqlType.Char it -> "CHAR" + argument(it.length()) + collation(it.collation());
      case SqlType.Text it -> "TEXT" + collation(it.collation());
      case SqlType.BooleanType _ -> "BOOLEAN";
      case SqlType.Date _ -> "DATE";
      case SqlType.Time it -> "TIME" + argument(it.precision()) + zone(it.zone());
      case SqlType.Timestamp it -> "TIMESTAMP" + argument(it.precision()) + zone(it.zone());
      case SqlType.Interval it ->
          "INTERVAL" + it.fields().map(" "::concat).orElse("") + argument(it.precision());
      case SqlType.Binary _ -> "BYTEA";
      case SqlType.Json(boolean binary) -> binary ? "JSONB" : "JSON";
      case SqlType.Uuid(boolean nativeType) -> nativeType ? "UUID" : "CHAR(32)";
      case SqlType.EnumReference(var name) ->
          name.schema().map(it -> Identifiers.quoted(it) + ".").orElse("")
              + Identifiers.quoted(EnumType.stated(name).name())
              + (EnumType.stated(name).equals(name) ? "" : " as it was");
      case SqlType.TextEnum it -> "VARCHAR(" + it.length() + ")";
      case SqlType.ArrayOf it -> describe(it.element()) + "[]".repeat(it.dimensions());
      case SqlType.Named it ->
          it.name()
              + (it.arguments().isEmpty() ? "" : "(" + String.join(", ", it.arguments()) + ")");
      case SqlType.Variant it -> describe(it.base());
      case SqlType.Unknown _ -> "(type not known)";
    };
  }

  private static String argument(Optional<Integer> number) {
    return number.map(it -> "(" + it + ")").orElse("");
  }

  private static String collation(Optional<String> name) {
    return name.map(it -> " COLLATE \"" + it + "\"").orElse("");
  }

  private static String zone(boolean zone) {
    return zone ? " WITH TIME ZONE" : "";
  }
}
