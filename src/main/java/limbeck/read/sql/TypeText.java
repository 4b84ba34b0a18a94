package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import limbeck.operation.Identifiers;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;
import limbeck.sql.SqlToken;

/**
 * Reads the types of PostgreSQL as they are written: with synonyms, lengths, time zones, arrays and
 * collations, and the enum types of a schema.
 */
public final class TypeText {
  /** The largest precision in bits that {@code float(p)} stores in four bytes (chapter 8.1.3). */
  private static final int REAL_BITS = 24;

  private static final Set<String> INTERVAL_FIELDS =
      Set.of("year", "month", "day", "hour", "minute", "second", "to");

  /** Names that mean another type when they are not in quotes. */
  private static final Set<String> QUOTED =
      Set.of(
          "bigint",
          "bit",
          "boolean",
          "char",
          "character",
          "dec",
          "decimal",
          "float",
          "int",
          "integer",
          "interval",
          "national",
          "nchar",
          "numeric",
          "real",
          "smallint",
          "time",
          "timestamp",
          "varchar");

  /** What several words mean, and what the catalog names otherwise than people do. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("int", "int4"),
          Map.entry("integer", "int4"),
          Map.entry("smallint", "int2"),
          Map.entry("bigint", "int8"),
          Map.entry("serial", "serial4"),
          Map.entry("smallserial", "serial2"),
          Map.entry("bigserial", "serial8"),
          Map.entry("decimal", "numeric"),
          Map.entry("dec", "numeric"),
          Map.entry("real", "float4"),
          Map.entry("boolean", "bool"),
          Map.entry("character", "char"),
          Map.entry("nchar", "char"),
          Map.entry("varbit", "bit varying"));

  /**
   * A type as a column states it.
   *
   * @param type the type
   * @param serial whether the column counts: {@code SERIAL} and its sizes
   */
  record ColumnType(SqlType type, boolean serial) {}

  private final Cursor cursor;
  private final Schema schema;

  private TypeText(Cursor cursor, Schema schema) {
    this.cursor = cursor;
    this.schema = schema;
  }

  /**
   * Returns the type a text spells; {@code Unknown} when it is no type.
   *
   * @param schema holds the enum types
   */
  public static SqlType read(String text, Schema schema) {
    try {
      Cursor cursor = new Cursor(text);
      SqlType type = read(cursor, schema).type();
      cursor.expectEnd();
      return type;
    } catch (NotUnderstood failure) {
      return new SqlType.Unknown(failure.reason());
    }
  }

  /** Reads the type that is next, with its collation. */
  static ColumnType read(Cursor cursor, Schema schema) {
    return new TypeText(cursor, schema).column();
  }

  private ColumnType column() {
    cursor.accept("setof");
    String word = cursor.peek().value();
    boolean plain = cursor.peek().kind() == SqlToken.Kind.WORD && !cursor.peek(1).is(".");
    String name = plain ? SYNONYMS.getOrDefault(word, word) : "";
    Optional<SqlType.IntegerSize> counted = serial(name);
    if (counted.isPresent()) {
      cursor.next();
      return new ColumnType(new SqlType.IntegerType(counted.orElseThrow()), true);
    }
    SqlType element = element(name);
    int dimensions = dimensions();
    Optional<String> collation =
        cursor.accept("collate") ? Optional.of(collation(cursor)) : Optional.empty();
    SqlType collated = collated(element, collation);
    return new ColumnType(
        dimensions == 0 ? collated : new SqlType.ArrayOf(collated, dimensions), false);
  }

  /** Reads a collation's name as a statement may leave it here, without its usual schemas. */
  static String collation(Cursor cursor) {
    QualifiedName name = cursor.qualifiedName("a collation's name");
    return new QualifiedName(
            name.visibleSchema().filter(it -> !it.equals("pg_catalog")), name.name())
        .toString();
  }

  private static Optional<SqlType.IntegerSize> serial(String name) {
    return switch (name) {
      case "serial2" -> Optional.of(SqlType.IntegerSize.SMALL);
      case "serial4" -> Optional.of(SqlType.IntegerSize.NORMAL);
      case "serial8" -> Optional.of(SqlType.IntegerSize.BIG);
      default -> Optional.empty();
    };
  }

  /** Returns a type that takes a collation with it, others as they are. */
  static SqlType collated(SqlType type, Optional<String> collation) {
    if (collation.isEmpty()) {
      return type;
    }
    return switch (type) {
      case SqlType.Varchar(var length, _) -> new SqlType.Varchar(length, collation);
      case SqlType.Char(var length, _) -> new SqlType.Char(length, collation);
      case SqlType.Text _ -> new SqlType.Text(collation);
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          new SqlType.ArrayOf(collated(element, collation), dimensions);
      case SqlType.IntegerType _,
          SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          type;
    };
  }

  private int dimensions() {
    if (cursor.accept("array")) {
      if (cursor.accept("[")) {
        cursor.number("a size");
        cursor.expect("]");
      }
      return 1;
    }
    int dimensions = 0;
    while (cursor.accept("[")) {
      if (!cursor.at("]")) {
        cursor.number("a size");
      }
      cursor.expect("]");
      dimensions++;
    }
    return dimensions;
  }

  private SqlType element(String name) {
    if (cursor.at("pg_catalog", ".")) {
      cursor.next();
      cursor.next();
      return element(SYNONYMS.getOrDefault(cursor.peek().value(), cursor.peek().value()));
    }
    int from = cursor.position();
    if (!name.isEmpty()) {
      cursor.next();
    }
    return switch (name) {
      case "int2" -> new SqlType.IntegerType(SqlType.IntegerSize.SMALL);
      case "int4" -> new SqlType.IntegerType(SqlType.IntegerSize.NORMAL);
      case "int8" -> new SqlType.IntegerType(SqlType.IntegerSize.BIG);
      case "numeric" -> numeric();
      case "float4" -> new SqlType.Real();
      case "float8" -> new SqlType.DoublePrecision();
      case "float" -> floating();
      case "double" -> {
        cursor.expect("precision");
        yield new SqlType.DoublePrecision();
      }
      case "text" -> new SqlType.Text(Optional.empty());
      case "char" -> character();
      case "varchar" -> new SqlType.Varchar(size(), Optional.empty());
      case "bpchar" -> {
        Optional<Integer> length = size();
        yield length.isEmpty()
            ? new SqlType.Named("bpchar", List.of())
            : new SqlType.Char(length, Optional.empty());
      }
      case "national" -> {
        if (!cursor.accept("character")) {
          cursor.expect("char");
        }
        yield character();
      }
      case "bit", "bit varying" -> bit(name);
      case "bool" -> new SqlType.BooleanType();
      case "date" -> new SqlType.Date();
      case "time", "timetz", "timestamp", "timestamptz" -> moment(name);
      case "interval" -> interval();
      case "bytea" -> new SqlType.Binary(Optional.empty());
      case "json" -> new SqlType.Json(false);
      case "jsonb" -> new SqlType.Json(true);
      case "uuid" -> new SqlType.Uuid(true);
      default -> {
        cursor.back(from);
        yield named();
      }
    };
  }

  private Optional<Integer> size() {
    if (!cursor.accept("(")) {
      return Optional.empty();
    }
    int size = Math.toIntExact(Math.clamp(cursor.number("a length"), 0, Integer.MAX_VALUE));
    cursor.expect(")");
    return Optional.of(size);
  }

  private SqlType numeric() {
    if (!cursor.accept("(")) {
      return new SqlType.Numeric(Optional.empty(), Optional.empty());
    }
    int precision = Math.toIntExact(Math.clamp(cursor.number("a precision"), 0, 1000));
    int scale =
        cursor.accept(",") ? Math.toIntExact(Math.clamp(cursor.number("a scale"), -1000, 1000)) : 0;
    cursor.expect(")");
    return new SqlType.Numeric(Optional.of(precision), Optional.of(scale));
  }

  private SqlType floating() {
    return size().filter(it -> it <= REAL_BITS).isPresent()
        ? new SqlType.Real()
        : new SqlType.DoublePrecision();
  }

  private SqlType character() {
    if (cursor.accept("varying")) {
      return new SqlType.Varchar(size(), Optional.empty());
    }
    return new SqlType.Char(size().or(() -> Optional.of(1)), Optional.empty());
  }

  private SqlType bit(String name) {
    boolean varying = name.equals("bit varying") || cursor.accept("varying");
    Optional<Integer> size = size();
    List<String> arguments =
        size.or(() -> varying ? Optional.empty() : Optional.of(1)).stream()
            .map(String::valueOf)
            .toList();
    return new SqlType.Named(varying ? "bit varying" : "bit", arguments);
  }

  private SqlType moment(String name) {
    Optional<Integer> precision = size();
    boolean zone = name.endsWith("tz") || cursor.accept("with", "time", "zone");
    if (!zone) {
      cursor.accept("without", "time", "zone");
    }
    return name.startsWith("timestamp")
        ? new SqlType.Timestamp(zone, precision)
        : new SqlType.Time(zone, precision);
  }

  private SqlType interval() {
    List<String> fields = new ArrayList<>();
    Optional<Integer> precision = size();
    while (cursor.atAny(INTERVAL_FIELDS)) {
      fields.add(cursor.next().text());
    }
    if (precision.isEmpty()) {
      precision = size();
    }
    String words =
        fields.stream()
            .map(it -> it.toUpperCase(java.util.Locale.ROOT))
            .collect(Collectors.joining(" "));
    return new SqlType.Interval(words.isEmpty() ? Optional.empty() : Optional.of(words), precision);
  }

  private SqlType named() {
    QualifiedName name = typeName();
    TypeName type = name.type(schema);
    if (schema.enums().containsKey(type)) {
      return new SqlType.EnumReference(type);
    }
    String bare =
        type.schema().isEmpty() && QUOTED.contains(type.name())
            ? "\"" + type.name() + "\""
            : Identifiers.quoted(type.name());
    String written = type.schema().map(it -> Identifiers.quoted(it) + ".").orElse("") + bare;
    return new SqlType.Named(written, arguments());
  }

  private QualifiedName typeName() {
    List<String> parts = new ArrayList<>(List.of(firstPart()));
    while (cursor.accept(".")) {
      parts.add(cursor.label("a type's name"));
    }
    return QualifiedName.of(parts);
  }

  /** A type may be named like a function, so fewer words are reserved than for a column. */
  private String firstPart() {
    SqlToken token = cursor.peek();
    return token.kind() == SqlToken.Kind.QUOTED_NAME || !KeyWords.isReserved(token.value())
        ? cursor.label("a type")
        : cursor.name("a type");
  }

  private List<String> arguments() {
    List<String> result = new ArrayList<>();
    if (cursor.accept("(")) {
      do {
        result.add(cursor.expression(Set.of()).text());
      } while (cursor.accept(","));
      cursor.expect(")");
    }
    return result;
  }
}
