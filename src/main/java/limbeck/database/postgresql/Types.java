package limbeck.database.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/**
 * The types of PostgreSQL as the schema model has them. Type modifiers are decoded as the input
 * functions of the server encode them; they carry a header of four.
 */
final class Types {
  private static final int HEADER = 4;

  /** {@code interval day to second(3)}, and each part alone. */
  private static final Pattern INTERVAL =
      Pattern.compile("interval(?: ([a-z ]+?))?(?:\\(([0-9]+)\\))?");

  /** A name and what it takes in parentheses at its end. */
  private static final Pattern WITH_ARGUMENTS =
      Pattern.compile("(.*?)\\(([^()]*)\\)", Pattern.DOTALL);

  private final Names names;

  Types(Names names) {
    this.names = names;
  }

  /**
   * Reads a type of the query's columns {@code type_kind, type_schema, type_name, type_text} and
   * {@code modifier}, which describe an array's element, {@code dimensions}, zero for no array, and
   * {@code collation_schema} and {@code collation}.
   */
  SqlType read(CatalogRow row) {
    Optional<String> collation =
        row.find("collation").map(it -> names.visible(row.text("collation_schema"), it));
    SqlType element = element(row, collation);
    int dimensions = row.number("dimensions");
    return dimensions == 0 ? element : new SqlType.ArrayOf(element, dimensions);
  }

  /** Whether the schema model has a place for a collation of this type. */
  static boolean holdsCollation(SqlType type) {
    return type instanceof SqlType.Varchar
        || type instanceof SqlType.Char
        || type instanceof SqlType.Text;
  }

  private SqlType element(CatalogRow row, Optional<String> collation) {
    String schema = row.text("type_schema");
    String text = row.text("type_text");
    if (row.text("type_kind").equals("e")) {
      return new SqlType.EnumReference(new TypeName(names.schema(schema), row.text("type_name")));
    }
    return schema.equals("pg_catalog")
        ? builtIn(row.text("type_name"), row.number("modifier"), text, collation)
        : named(text);
  }

  private static SqlType builtIn(
      String name, int modifier, String text, Optional<String> collation) {
    Optional<Integer> digits = modifier < 0 ? Optional.empty() : Optional.of(modifier);
    Optional<Integer> length = digits.map(it -> it - HEADER);
    return switch (name) {
      case "int2" -> new SqlType.IntegerType(SqlType.IntegerSize.SMALL);
      case "int4" -> new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
      case "int8" -> new SqlType.IntegerType(SqlType.IntegerSize.BIG);
      case "numeric" -> numeric(modifier);
      case "float4" -> new SqlType.Real();
      case "float8" -> new SqlType.DoublePrecision();
      case "varchar" -> new SqlType.Varchar(length, collation);
      // Without a length bpchar is not CHAR, which has the length 1.
      case "bpchar" -> length.isPresent() ? new SqlType.Char(length, collation) : named("bpchar");
      case "text" -> new SqlType.Text(collation);
      case "bool" -> new SqlType.BooleanType();
      case "date" -> new SqlType.Date();
      case "time" -> new SqlType.Time(false, digits);
      case "timetz" -> new SqlType.Time(true, digits);
      case "timestamp" -> new SqlType.Timestamp(false, digits);
      case "timestamptz" -> new SqlType.Timestamp(true, digits);
      case "interval" -> interval(text);
      case "bytea" -> new SqlType.Binary(Optional.empty());
      case "json" -> new SqlType.Json(false);
      case "jsonb" -> new SqlType.Json(true);
      case "uuid" -> new SqlType.Uuid(true);
      default -> named(text);
    };
  }

  /** Precision in the upper half; scale in eleven bits with a sign, as it may be negative. */
  private static SqlType numeric(int modifier) {
    if (modifier < 0) {
      return new SqlType.Numeric(Optional.empty(), Optional.empty());
    }
    int both = modifier - HEADER;
    int scale = ((both & 0x7ff) ^ 0x400) - 0x400;
    return new SqlType.Numeric(Optional.of(both >>> 16 & 0xffff), Optional.of(scale));
  }

  private static SqlType interval(String text) {
    Matcher parts = INTERVAL.matcher(text);
    if (!parts.matches()) {
      return named(text);
    }
    return new SqlType.Interval(
        Optional.ofNullable(parts.group(1)).map(it -> it.toUpperCase(Locale.ROOT)),
        Optional.ofNullable(parts.group(2)).map(Integer::valueOf));
  }

  private static SqlType named(String text) {
    Matcher parts = WITH_ARGUMENTS.matcher(text);
    return parts.matches()
        ? new SqlType.Named(
            parts.group(1), Stream.of(parts.group(2).split(",")).map(String::strip).toList())
        : new SqlType.Named(text, List.of());
  }
}
