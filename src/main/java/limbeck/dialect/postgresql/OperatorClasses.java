package limbeck.dialect.postgresql;

import java.util.Optional;
import java.util.Set;
import limbeck.schema.IndexElement;
import limbeck.schema.SqlType;
import limbeck.schema.Table;

/** Operator classes that an index uses anyway, so that stating them changes nothing. */
final class OperatorClasses {
  private static final Set<String> RANGES =
      Set.of("int4range", "int8range", "numrange", "tsrange", "tstzrange", "daterange");

  private OperatorClasses() {}

  /** Returns an element without its operator class, where that is the default for its column. */
  static IndexElement withoutDefault(IndexElement element, Table table, String method) {
    Optional<SqlType> type =
        element.column().flatMap(table::column).map(limbeck.schema.Column::type);
    if (element.operatorClass().isEmpty()
        || type.isEmpty()
        || !isDefault(element.operatorClass().get(), type.get(), method)) {
      return element;
    }
    return new IndexElement(
        element.target(),
        Optional.empty(),
        element.collation(),
        element.descending(),
        element.nullsFirst());
  }

  private static boolean isDefault(String operatorClass, SqlType type, String method) {
    return switch (method) {
      case "btree", "hash" -> operatorClass.equals(ofType(type));
      case "gin" -> operatorClass.equals(ofGin(type));
      case "gist" -> operatorClass.equals(ofGist(named(type)));
      case "spgist" ->
          operatorClass.equals(
              type instanceof SqlType.Varchar || type instanceof SqlType.Text
                  ? "text_ops"
                  : RANGES.contains(named(type)) ? "range_ops" : "");
      case "brin" -> operatorClass.equals(ofType(type).replace("_ops", "_minmax_ops"));
      default -> false;
    };
  }

  private static String named(SqlType type) {
    return type instanceof SqlType.Named(String name, var _) ? name : "";
  }

  private static String ofGist(String name) {
    return switch (name) {
      case "tsvector" -> "tsvector_ops";
      case "tsquery" -> "tsquery_ops";
      case "point" -> "point_ops";
      case "box" -> "box_ops";
      case "circle" -> "circle_ops";
      case "polygon" -> "poly_ops";
      default -> RANGES.contains(name) ? "range_ops" : "";
    };
  }

  private static String ofGin(SqlType type) {
    if (type instanceof SqlType.Json(boolean binary)) {
      return binary ? "jsonb_ops" : "";
    }
    if (type instanceof SqlType.Named(String name, var _)) {
      return name.equals("tsvector") ? "tsvector_ops" : "";
    }
    return type instanceof SqlType.ArrayOf ? "array_ops" : "";
  }

  /** The classes of pg_opclass that are default for btree and hash; a VARCHAR takes text's. */
  private static String ofType(SqlType type) {
    return switch (type) {
      case SqlType.IntegerType(var size) ->
          switch (size) {
            case SMALL -> "int2_ops";
            case NORMAL -> "int4_ops";
            case BIG -> "int8_ops";
          };
      case SqlType.Numeric _ -> "numeric_ops";
      case SqlType.Real _ -> "float4_ops";
      case SqlType.DoublePrecision _ -> "float8_ops";
      case SqlType.Varchar _, SqlType.Text _ -> "text_ops";
      case SqlType.Char _ -> "bpchar_ops";
      case SqlType.BooleanType _ -> "bool_ops";
      case SqlType.Date _ -> "date_ops";
      case SqlType.Time(boolean zone, var _) -> zone ? "timetz_ops" : "time_ops";
      case SqlType.Timestamp(boolean zone, var _) -> zone ? "timestamptz_ops" : "timestamp_ops";
      case SqlType.Interval _ -> "interval_ops";
      case SqlType.Binary _ -> "bytea_ops";
      case SqlType.Json _ -> "jsonb_ops";
      case SqlType.Uuid _ -> "uuid_ops";
      case SqlType.EnumReference _ -> "enum_ops";
      case SqlType.ArrayOf _ -> "array_ops";
      case SqlType.Named(String name, var _) ->
          RANGES.contains(name) ? "range_ops" : name.equals("inet") ? "inet_ops" : "";
      case SqlType.Floating _, SqlType.TextEnum _, SqlType.Variant _, SqlType.Unknown _ -> "";
    };
  }
}
