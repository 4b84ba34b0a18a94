package limbeck.dialect.postgresql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.dialect.postgresql.expression.TypeNames;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;
import limbeck.schema.TypeName;

/** Types as PostgreSQL keeps them: synonyms one, defaults left out. */
final class NormalTypes {
  /** The precision of times when none is stated, and the greatest. */
  private static final Optional<Integer> MICROSECONDS = Optional.of(6);

  private static final Pattern INTERVAL_FIELDS = Pattern.compile("(.*?) *\\(([0-9]+)\\)");

  private static final SqlType UNKNOWN = new SqlType.Unknown("not built in");

  private final Schema schema;

  NormalTypes(Schema schema) {
    this.schema = schema;
  }

  /** Returns the normal form of a type. */
  SqlType of(SqlType type) {
    return switch (type.on(DialectName.POSTGRESQL)) {
      case SqlType.Floating(var precision) ->
          precision.isPresent() && precision.get() <= 24
              ? new SqlType.Real()
              : new SqlType.DoublePrecision();
      case SqlType.Numeric(var precision, var scale) ->
          new SqlType.Numeric(
              precision, precision.isEmpty() ? scale : scale.or(() -> Optional.of(0)));
      case SqlType.Varchar(var length, var collation) ->
          new SqlType.Varchar(length, collation(collation));
      case SqlType.Char(var length, var collation) ->
          new SqlType.Char(length.or(() -> Optional.of(1)), collation(collation));
      case SqlType.Text(var collation) -> new SqlType.Text(collation(collation));
      case SqlType.Time(boolean zone, var precision) -> new SqlType.Time(zone, digits(precision));
      case SqlType.Timestamp(boolean zone, var precision) ->
          new SqlType.Timestamp(zone, digits(precision));
      case SqlType.Interval(var fields, var precision) -> interval(fields, precision);
      case SqlType.Binary _ -> new SqlType.Binary(Optional.empty());
      case SqlType.Uuid(boolean nativeType) ->
          nativeType ? new SqlType.Uuid(true) : new SqlType.Char(Optional.of(32), Optional.empty());
      case SqlType.TextEnum(var _, int length) ->
          new SqlType.Varchar(Optional.of(length), Optional.empty());
      case SqlType.EnumReference(TypeName name) ->
          new SqlType.EnumReference(NormalNames.type(name));
      // The server keeps the number of dimensions but does not enforce it (8.15.1).
      case SqlType.ArrayOf(SqlType element, int _) -> new SqlType.ArrayOf(of(element), 1);
      case SqlType.Named(String name, var arguments) -> named(name, arguments);
      case SqlType.Variant it -> of(it);
      case SqlType.IntegerType it -> it;
      case SqlType.DoublePrecision it -> it;
      case SqlType.Real it -> it;
      case SqlType.BooleanType it -> it;
      case SqlType.Date it -> it;
      case SqlType.Json it -> it;
      case SqlType.Unknown it -> it;
    };
  }

  private static Optional<Integer> digits(Optional<Integer> precision) {
    return precision.equals(MICROSECONDS) ? Optional.empty() : precision;
  }

  private static Optional<String> collation(Optional<String> collation) {
    return collation
        .map(it -> it.startsWith("pg_catalog.") ? it.substring("pg_catalog.".length()) : it)
        .filter(it -> !it.equals("default"));
  }

  private static SqlType interval(Optional<String> fields, Optional<Integer> precision) {
    if (fields.isPresent()) {
      Matcher stated = INTERVAL_FIELDS.matcher(fields.get());
      String words = stated.matches() ? stated.group(1) : fields.get();
      Optional<Integer> digits =
          stated.matches() ? Optional.of(Integer.valueOf(stated.group(2))) : precision;
      return new SqlType.Interval(
          Optional.of(words.strip().toUpperCase(Locale.ROOT)).filter(it -> !it.isEmpty()),
          digits(digits));
    }
    return new SqlType.Interval(Optional.empty(), digits(precision));
  }

  private SqlType named(String name, List<String> arguments) {
    if (name.endsWith("[]")) {
      String element = name.substring(0, name.length() - 2).strip();
      return of(new SqlType.ArrayOf(named(element, arguments), 1));
    }
    Optional<SqlType> builtIn = builtIn(TypeNames.canonical(name), name, arguments);
    return builtIn.orElseGet(() -> other(name, arguments));
  }

  private Optional<SqlType> builtIn(String canonical, String name, List<String> arguments) {
    Optional<Integer> first = number(arguments, 0);
    SqlType type =
        switch (canonical) {
          case "smallint" -> new SqlType.IntegerType(IntegerSize.SMALL);
          case "integer" -> new SqlType.IntegerType(IntegerSize.NORMAL);
          case "bigint" -> new SqlType.IntegerType(IntegerSize.BIG);
          case "numeric" -> new SqlType.Numeric(first, number(arguments, 1));
          case "real" -> new SqlType.Real();
          case "double precision" ->
              name.equals("float") ? new SqlType.Floating(first) : new SqlType.DoublePrecision();
          case "character varying" -> new SqlType.Varchar(first, Optional.empty());
          case "character" -> new SqlType.Char(first, Optional.empty());
          // Without a length it is not CHAR, which has the length 1.
          case "bpchar" -> first.isPresent() ? new SqlType.Char(first, Optional.empty()) : UNKNOWN;
          case "text" -> new SqlType.Text(Optional.empty());
          case "boolean" -> new SqlType.BooleanType();
          case "date" -> new SqlType.Date();
          case "time without time zone" -> new SqlType.Time(false, first);
          case "time with time zone" -> new SqlType.Time(true, first);
          case "timestamp without time zone" -> new SqlType.Timestamp(false, first);
          case "timestamp with time zone" -> new SqlType.Timestamp(true, first);
          case "interval" -> new SqlType.Interval(Optional.empty(), first);
          case "bytea" -> new SqlType.Binary(Optional.empty());
          case "json" -> new SqlType.Json(false);
          case "jsonb" -> new SqlType.Json(true);
          case "uuid" -> new SqlType.Uuid(true);
          default -> UNKNOWN;
        };
    return type.equals(UNKNOWN) ? Optional.empty() : Optional.of(of(type));
  }

  private static Optional<Integer> number(List<String> arguments, int position) {
    return arguments.size() > position && arguments.get(position).matches("[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(arguments.get(position)))
        : Optional.empty();
  }

  /** A type of an extension, a domain, or an enum that the source knows by name only. */
  private SqlType other(String name, List<String> arguments) {
    String bare = TypeNames.canonical(name);
    String visible = bare.startsWith("public.") ? bare.substring("public.".length()) : bare;
    Optional<TypeName> known =
        schema.enums().keySet().stream()
            .filter(it -> NormalNames.type(it).toString().equals(visible))
            .findFirst();
    if (known.isPresent() && arguments.isEmpty()) {
      return new SqlType.EnumReference(NormalNames.type(known.get()));
    }
    List<String> stated = new ArrayList<>(arguments);
    if (visible.equals("bit") && stated.isEmpty()) {
      stated.add("1");
    }
    if (visible.equals("geometry") || visible.equals("geography")) {
      // PostGIS folds the names of shapes.
      stated.replaceAll(it -> it.toUpperCase(Locale.ROOT));
    }
    return new SqlType.Named(visible, stated);
  }
}
