package limbeck.read.type;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.read.value.Arguments;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/**
 * SQLAlchemy's own types, generic ({@code String}) and by SQL name ({@code VARCHAR}).
 *
 * <p>The generic ones follow the database; those in capitals are written as they are.
 */
final class StandardTypes {
  private final DialectName dialect;
  private final Map<String, TypeConstructor> constructors;

  StandardTypes(DialectName dialect) {
    this.dialect = dialect;
    this.constructors =
        Map.ofEntries(
            entry("SmallInteger", _ -> integer(IntegerSize.SMALL)),
            entry("SMALLINT", _ -> integer(IntegerSize.SMALL)),
            entry("Integer", _ -> integer(IntegerSize.NORMAL)),
            entry("INTEGER", _ -> integer(IntegerSize.NORMAL)),
            entry("INT", _ -> integer(IntegerSize.NORMAL)),
            entry("BigInteger", _ -> integer(IntegerSize.BIG)),
            entry("BIGINT", _ -> integer(IntegerSize.BIG)),
            entry("String", StandardTypes::varchar),
            entry("Unicode", StandardTypes::varchar),
            entry("VARCHAR", StandardTypes::varchar),
            entry("NVARCHAR", arguments -> national("nvarchar", arguments)),
            entry("CHAR", StandardTypes::character),
            entry("NCHAR", arguments -> national("nchar", arguments)),
            entry("Text", this::text),
            entry("UnicodeText", this::text),
            entry("TEXT", this::text),
            entry("CLOB", _ -> named("clob")),
            entry("Boolean", _ -> new SqlType.BooleanType()),
            entry("BOOLEAN", _ -> new SqlType.BooleanType()),
            entry("Date", _ -> new SqlType.Date()),
            entry("DATE", _ -> new SqlType.Date()),
            entry("Time", StandardTypes::time),
            entry("TIME", StandardTypes::time),
            entry("DateTime", StandardTypes::timestamp),
            entry("TIMESTAMP", this::namedTimestamp),
            entry("DATETIME", this::namedDatetime),
            entry("Interval", StandardTypes::interval),
            entry("Float", this::floatingPoint),
            entry("FLOAT", this::floatingPoint),
            entry("Double", _ -> new SqlType.DoublePrecision()),
            entry("DOUBLE_PRECISION", _ -> new SqlType.DoublePrecision()),
            entry("DOUBLE", _ -> doubleByName()),
            entry("REAL", _ -> new SqlType.Real()),
            entry("Numeric", StandardTypes::numeric),
            entry("NUMERIC", StandardTypes::numeric),
            entry("DECIMAL", StandardTypes::numeric),
            entry("LargeBinary", StandardTypes::binary),
            entry("PickleType", _ -> new SqlType.Binary(Optional.empty())),
            entry("BLOB", arguments -> sized("blob", arguments)),
            entry("BINARY", arguments -> sized("binary", arguments)),
            entry("VARBINARY", arguments -> sized("varbinary", arguments)),
            entry("JSON", _ -> new SqlType.Json(false)),
            entry("Uuid", StandardTypes::uuid),
            entry("UUID", _ -> uuidByName()));
  }

  /** Returns how a type is made; empty when SQLAlchemy has none of that name here. */
  Optional<TypeConstructor> find(String name) {
    return Optional.ofNullable(constructors.get(name));
  }

  private static SqlType integer(IntegerSize size) {
    return new SqlType.IntegerType(size);
  }

  static SqlType varchar(Arguments arguments) {
    return new SqlType.Varchar(arguments.integer(0, "length"), arguments.text(1, "collation"));
  }

  static SqlType character(Arguments arguments) {
    return new SqlType.Char(arguments.integer(0, "length"), arguments.text(1, "collation"));
  }

  private static SqlType national(String name, Arguments arguments) {
    return sized(name, arguments);
  }

  private SqlType text(Arguments arguments) {
    Optional<Integer> length = arguments.integer(0, "length");
    if (length.isPresent() && dialect != DialectName.POSTGRESQL) {
      return new SqlType.Named(
          dialect == DialectName.SQLITE ? "TEXT" : "text", List.of(length.get().toString()));
    }
    return new SqlType.Text(arguments.text(1, "collation"));
  }

  static SqlType time(Arguments arguments) {
    return new SqlType.Time(arguments.flag(0, "timezone").orElse(false), Optional.empty());
  }

  static SqlType timestamp(Arguments arguments) {
    return new SqlType.Timestamp(arguments.flag(0, "timezone").orElse(false), Optional.empty());
  }

  /** TIMESTAMP is DateTime on PostgreSQL, a type of its own name elsewhere. */
  private SqlType namedTimestamp(Arguments arguments) {
    return dialect == DialectName.POSTGRESQL
        ? timestamp(arguments)
        : dialect == DialectName.SQLITE
            ? new SqlType.Named("TIMESTAMP", List.of())
            : named("timestamp");
  }

  /** DATETIME is what DateTime becomes on SQLite and MySQL; PostgreSQL has no such type. */
  private SqlType namedDatetime(Arguments arguments) {
    return dialect == DialectName.POSTGRESQL ? named("datetime") : timestamp(arguments);
  }

  private SqlType doubleByName() {
    return dialect == DialectName.POSTGRESQL ? named("double") : new SqlType.DoublePrecision();
  }

  private static SqlType interval(Arguments arguments) {
    return new SqlType.Interval(Optional.empty(), arguments.integer(1, "second_precision"));
  }

  /** PostgreSQL gets no precision of 0. */
  private SqlType floatingPoint(Arguments arguments) {
    return floating(arguments) instanceof SqlType.Floating(Optional<Integer> precision)
            && dialect == DialectName.POSTGRESQL
        ? new SqlType.Floating(precision.filter(it -> it != 0))
        : floating(arguments);
  }

  static SqlType floating(Arguments arguments) {
    return new SqlType.Floating(arguments.integer(0, "precision"));
  }

  static SqlType numeric(Arguments arguments) {
    Optional<Integer> precision = arguments.integer(0, "precision");
    // A scale alone is not written.
    return new SqlType.Numeric(
        precision, precision.isEmpty() ? Optional.empty() : arguments.integer(1, "scale"));
  }

  private static SqlType binary(Arguments arguments) {
    return new SqlType.Binary(arguments.integer(0, "length"));
  }

  private static SqlType uuid(Arguments arguments) {
    return new SqlType.Uuid(arguments.flag(1, "native_uuid").orElse(true));
  }

  /** UUID in capitals is written so everywhere. */
  private SqlType uuidByName() {
    return dialect == DialectName.POSTGRESQL
        ? new SqlType.Uuid(true)
        : dialect == DialectName.SQLITE ? new SqlType.Named("UUID", List.of()) : named("uuid");
  }

  static SqlType sized(String name, Arguments arguments) {
    return new SqlType.Named(
        name, arguments.integer(0, "length").map(it -> List.of(it.toString())).orElse(List.of()));
  }

  static SqlType named(String name) {
    return new SqlType.Named(name, List.of());
  }
}
