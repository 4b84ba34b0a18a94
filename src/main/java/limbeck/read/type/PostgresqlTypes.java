package limbeck.read.type;

import static java.util.Map.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import limbeck.read.value.Arguments;
import limbeck.schema.SqlType;

/** The types of {@code sqlalchemy.dialects.postgresql}, besides enums, arrays and domains. */
final class PostgresqlTypes {
  private static final Set<String> BY_NAME =
      Set.of(
          "INET",
          "CIDR",
          "MACADDR",
          "MACADDR8",
          "MONEY",
          "OID",
          "REGCLASS",
          "REGCONFIG",
          "TSVECTOR",
          "TSQUERY",
          "CITEXT",
          "HSTORE",
          "INT4RANGE",
          "INT8RANGE",
          "NUMRANGE",
          "DATERANGE",
          "TSRANGE",
          "TSTZRANGE",
          "INT4MULTIRANGE",
          "INT8MULTIRANGE",
          "NUMMULTIRANGE",
          "DATEMULTIRANGE",
          "TSMULTIRANGE",
          "TSTZMULTIRANGE");

  private static final Map<String, TypeConstructor> CONSTRUCTORS =
      Map.ofEntries(
          entry("JSON", _ -> new SqlType.Json(false)),
          entry("JSONB", _ -> new SqlType.Json(true)),
          entry("BYTEA", _ -> new SqlType.Binary(Optional.empty())),
          entry("TIMESTAMP", PostgresqlTypes::timestamp),
          entry("TIME", PostgresqlTypes::time),
          entry("INTERVAL", PostgresqlTypes::interval),
          entry("BIT", PostgresqlTypes::bit));

  private PostgresqlTypes() {}

  /** Returns how a type is made; empty when PostgreSQL's package has none of its own here. */
  static Optional<TypeConstructor> find(String name) {
    if (BY_NAME.contains(name)) {
      return Optional.of(_ -> StandardTypes.named(name.toLowerCase(Locale.ROOT)));
    }
    return Optional.ofNullable(CONSTRUCTORS.get(name));
  }

  private static SqlType timestamp(Arguments arguments) {
    return new SqlType.Timestamp(
        arguments.flag(0, "timezone").orElse(false), arguments.integer(1, "precision"));
  }

  private static SqlType time(Arguments arguments) {
    return new SqlType.Time(
        arguments.flag(0, "timezone").orElse(false), arguments.integer(1, "precision"));
  }

  private static SqlType interval(Arguments arguments) {
    return new SqlType.Interval(arguments.text(1, "fields"), arguments.integer(0, "precision"));
  }

  private static SqlType bit(Arguments arguments) {
    Optional<Integer> length = arguments.integer(0, "length");
    if (arguments.flag(1, "varying").orElse(false)) {
      return new SqlType.Named(
          "bit varying", length.map(it -> List.of(it.toString())).orElse(List.of()));
    }
    return new SqlType.Named("bit", List.of(length.orElse(1).toString()));
  }
}
