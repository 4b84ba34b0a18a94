package limbeck.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.text.ToolFailure;

/** Types as SQLAlchemy writes them. */
final class TypeCode {
  /** Types that only PostgreSQL has and SQLAlchemy knows, by the name the database gives them. */
  private static final Map<String, String> POSTGRESQL =
      Map.ofEntries(
          Map.entry("inet", "INET"),
          Map.entry("cidr", "CIDR"),
          Map.entry("macaddr", "MACADDR"),
          Map.entry("macaddr8", "MACADDR8"),
          Map.entry("money", "MONEY"),
          Map.entry("oid", "OID"),
          Map.entry("regclass", "REGCLASS"),
          Map.entry("tsvector", "TSVECTOR"),
          Map.entry("tsquery", "TSQUERY"),
          Map.entry("hstore", "HSTORE"),
          Map.entry("citext", "CITEXT"),
          Map.entry("jsonpath", "JSONPATH"),
          Map.entry("int4range", "INT4RANGE"),
          Map.entry("int8range", "INT8RANGE"),
          Map.entry("numrange", "NUMRANGE"),
          Map.entry("daterange", "DATERANGE"),
          Map.entry("tsrange", "TSRANGE"),
          Map.entry("tstzrange", "TSTZRANGE"),
          Map.entry("int4multirange", "INT4MULTIRANGE"),
          Map.entry("int8multirange", "INT8MULTIRANGE"),
          Map.entry("nummultirange", "NUMMULTIRANGE"),
          Map.entry("datemultirange", "DATEMULTIRANGE"),
          Map.entry("tsmultirange", "TSMULTIRANGE"),
          Map.entry("tstzmultirange", "TSTZMULTIRANGE"));

  private final RenderOptions options;
  private final Imports imports;

  TypeCode(RenderOptions options, Imports imports) {
    this.options = options;
    this.imports = imports;
  }

  /**
   * Returns a type's constructor call.
   *
   * @param schema where enum labels are looked up
   */
  Code type(SqlType type, Schema schema) {
    return switch (type) {
      case SqlType.IntegerType(SqlType.IntegerSize size) -> integer(size);
      case SqlType.Numeric(Optional<Integer> precision, Optional<Integer> scale) ->
          sa("Numeric", number("precision", precision), number("scale", scale));
      case SqlType.Floating(Optional<Integer> precision) ->
          sa("Float", number("precision", precision));
      case SqlType.DoublePrecision() -> doublePrecision();
      case SqlType.Real() -> sa("REAL");
      case SqlType.Varchar(Optional<Integer> length, Optional<String> collation) ->
          sa("String", number("length", length), text("collation", collation));
      case SqlType.Char(Optional<Integer> length, Optional<String> collation) ->
          sa("CHAR", number("length", length), text("collation", collation));
      case SqlType.Text(Optional<String> collation) -> sa("Text", text("collation", collation));
      case SqlType.BooleanType() -> sa("Boolean");
      case SqlType.Date() -> sa("Date");
      case SqlType.Time(boolean zone, Optional<Integer> precision) ->
          moment("Time", "TIME", zone, precision);
      case SqlType.Timestamp(boolean zone, Optional<Integer> precision) ->
          moment("DateTime", "TIMESTAMP", zone, precision);
      case SqlType.Interval(Optional<String> fields, Optional<Integer> precision) ->
          interval(fields, precision);
      case SqlType.Binary(Optional<Integer> length) -> sa("LargeBinary", number("length", length));
      case SqlType.Json(boolean binary) -> binary ? postgresql("JSONB") : sa("JSON");
      case SqlType.Uuid(boolean nativeType) -> uuid(nativeType);
      case SqlType.EnumReference(var name) ->
          schema.enumType(name).map(this::enumeration).orElseGet(() -> raw(type));
      case SqlType.TextEnum(List<String> labels, int length) -> textEnum(labels, length);
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          array(type(element, schema), dimensions);
      case SqlType.Named named -> named(named);
      case SqlType.Variant(SqlType base, SortedMap<DialectName, SqlType> variants) ->
          variant(base, variants, schema);
      case SqlType.Unknown(String reason) ->
          throw new ToolFailure(
              ToolFailure.Code.PROJECT,
              "cannot write a type that could not be read: " + reason,
              "state the type plainly in the model, or leave the column out with --only");
    };
  }

  private static Code integer(SqlType.IntegerSize size) {
    return switch (size) {
      case SMALL -> Code.call("sa.SmallInteger");
      case NORMAL -> Code.call("sa.Integer");
      case BIG -> Code.call("sa.BigInteger");
    };
  }

  private Code doublePrecision() {
    if (options.sqlalchemyTwo()) {
      return sa("Double");
    }
    return switch (options.dialect()) {
      case POSTGRESQL -> postgresql("DOUBLE_PRECISION");
      case MYSQL, MARIADB -> Code.call(imports.dialect("mysql") + ".DOUBLE");
      case SQLITE -> sa("Float");
    };
  }

  private Code uuid(boolean nativeType) {
    if (options.sqlalchemyTwo()) {
      return nativeType ? sa("Uuid") : sa("Uuid", named("native_uuid", Code.bool(false)));
    }
    return nativeType && options.dialect() == DialectName.POSTGRESQL
        ? postgresql("UUID")
        : sa("CHAR", named("length", Code.number(32)));
  }

  private Code moment(String general, String exact, boolean zone, Optional<Integer> precision) {
    Optional<Code> timezone = zone ? named("timezone", Code.bool(true)) : Optional.empty();
    return switch (options.dialect()) {
      case POSTGRESQL ->
          precision.isEmpty()
              ? sa(general, timezone)
              : postgresql(exact, timezone, number("precision", precision));
      case MYSQL, MARIADB ->
          precision.isEmpty()
              ? sa(general, timezone)
              : Code.call(
                  imports.dialect("mysql") + "." + general.toUpperCase(Locale.ROOT),
                  present(number("fsp", precision)));
      case SQLITE -> sa(general, timezone);
    };
  }

  private Code interval(Optional<String> fields, Optional<Integer> precision) {
    return fields.isEmpty() && precision.isEmpty()
        ? sa("Interval")
        : postgresql("INTERVAL", text("fields", fields), number("precision", precision));
  }

  private Code enumeration(EnumType type) {
    List<Code> arguments = new ArrayList<>(type.labels().stream().map(Code::string).toList());
    arguments.add(new Code.Named("name", Code.string(EnumType.stated(type.name()).name())));
    type.name().schema().ifPresent(it -> arguments.add(new Code.Named("schema", Code.string(it))));
    if (options.dialect() != DialectName.POSTGRESQL) {
      return Code.call("sa.Enum", arguments);
    }
    // Without this, create_table would create the type once more, and add_column would not.
    arguments.add(new Code.Named("create_type", Code.bool(false)));
    return Code.call(imports.dialect("postgresql") + ".ENUM", arguments);
  }

  private static Code textEnum(List<String> labels, int length) {
    List<Code> arguments = new ArrayList<>(labels.stream().map(Code::string).toList());
    arguments.add(new Code.Named("native_enum", Code.bool(false)));
    arguments.add(new Code.Named("length", Code.number(length)));
    return Code.call("sa.Enum", arguments);
  }

  private Code array(Code element, int dimensions) {
    return postgresql(
        "ARRAY",
        Optional.of(element),
        dimensions > 1 ? named("dimensions", Code.number(dimensions)) : Optional.empty());
  }

  private Code named(SqlType.Named type) {
    String known = POSTGRESQL.get(type.name());
    if (known != null && type.arguments().isEmpty()) {
      return postgresql(known);
    }
    boolean mysql =
        options.dialect() == DialectName.MYSQL || options.dialect() == DialectName.MARIADB;
    if (mysql) {
      return new MysqlTypeCode(imports).of(type).orElseGet(() -> raw(type));
    }
    boolean varying = type.name().equals("varbit") || type.name().equals("bit varying");
    if (varying || type.name().equals("bit")) {
      return postgresql(
          "BIT",
          type.arguments().stream().findFirst().map(Code::atom),
          varying ? named("varying", Code.bool(true)) : Optional.empty());
    }
    return raw(type);
  }

  /** A type SQLAlchemy has no class for is written as it is, by a small class in the script. */
  private Code raw(SqlType type) {
    imports.needRawType();
    return Code.call("RawType", Code.string(options.spelling().type(type)));
  }

  private Code variant(SqlType base, SortedMap<DialectName, SqlType> variants, Schema schema) {
    Code result = type(base, schema);
    for (Map.Entry<DialectName, SqlType> it : variants.entrySet()) {
      result =
          new Code.Call(
              new Code.Member(result, "with_variant"),
              List.of(type(it.getValue(), schema), Code.string(it.getKey().sqlalchemyName())),
              false);
    }
    return result;
  }

  @SafeVarargs
  private static Code sa(String name, Optional<Code>... arguments) {
    return Code.call("sa." + name, present(arguments));
  }

  @SafeVarargs
  private Code postgresql(String name, Optional<Code>... arguments) {
    return Code.call(imports.dialect("postgresql") + "." + name, present(arguments));
  }

  @SafeVarargs
  private static List<Code> present(Optional<Code>... arguments) {
    List<Code> result = new ArrayList<>();
    for (Optional<Code> argument : arguments) {
      argument.ifPresent(result::add);
    }
    return result;
  }

  private static Optional<Code> number(String name, Optional<Integer> value) {
    return value.map(it -> new Code.Named(name, Code.number(it)));
  }

  private static Optional<Code> text(String name, Optional<String> value) {
    return value.map(it -> new Code.Named(name, Code.string(it)));
  }

  private static Optional<Code> named(String name, Code value) {
    return Optional.of(new Code.Named(name, value));
  }
}
