package limbeck.dialect.postgresql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Quoting;
import limbeck.schema.DialectName;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** PostgreSQL's types in SQLAlchemy's spelling. */
final class Types {
  /** Built-in types that SQLAlchemy prints in upper case. */
  private static final Set<String> UPPER_CASE =
      Set.of(
          ("bit, bit varying, cidr, citext, datemultirange, daterange, hstore, inet, int4multirange,"
                  + " int4range, int8multirange, int8range, jsonpath, macaddr, macaddr8, money,"
                  + " nummultirange, numrange, oid, regclass, regconfig, tsmultirange, tsquery,"
                  + " tsrange, tstzmultirange, tstzrange, tsvector")
              .split(", "));

  /**
   * Words that may name a column but not, unquoted, a type (PostgreSQL, appendix C: "non-reserved,
   * cannot be function or type").
   */
  private static final Set<String> NO_TYPE =
      Set.of(
          ("between bigint bit boolean char character coalesce dec decimal exists extract float"
                  + " greatest grouping inout int integer interval least national nchar none"
                  + " normalize nullif numeric out overlay position precision real row setof"
                  + " smallint substring time timestamp treat trim values varchar xmlattributes"
                  + " xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot"
                  + " xmlserialize xmltable")
              .split(" "));

  private static final Pattern PLAIN =
      Pattern.compile("[a-z_][a-z0-9_$]*([. ][a-z_][a-z0-9_$]*)*(\\[\\])?");
  private static final Pattern COLLATE = Pattern.compile("( COLLATE .*)?$");

  private final Quoting quoting;

  Types(Quoting quoting) {
    this.quoting = quoting;
  }

  /** Returns a created type's name; a word of the grammar is quoted, which SQLAlchemy forgets. */
  static String name(TypeName name, Quoting quoting) {
    return name.schema().isEmpty() && NO_TYPE.contains(name.name())
        ? quoting.always(name.name())
        : quoting.qualified(name.schema(), name.name());
  }

  /** Returns the counting form of an integer. */
  static String serial(SqlType.IntegerSize size) {
    return switch (size) {
      case SMALL -> "SMALLSERIAL";
      case NORMAL -> "SERIAL";
      case BIG -> "BIGSERIAL";
    };
  }

  /** Returns a type as written in a column definition. */
  String spell(SqlType type) {
    return switch (type.on(DialectName.POSTGRESQL)) {
      case SqlType.IntegerType(var size) ->
          switch (size) {
            case SMALL -> "SMALLINT";
            case NORMAL -> "INTEGER";
            case BIG -> "BIGINT";
          };
      case SqlType.Numeric(var precision, var scale) -> numeric(precision, scale);
      case SqlType.Floating(var precision) ->
          "FLOAT" + precision.map(it -> "(" + it + ")").orElse("");
      case SqlType.DoublePrecision _ -> "DOUBLE PRECISION";
      case SqlType.Real _ -> "REAL";
      case SqlType.Varchar(var length, var collation) -> text("VARCHAR", length, collation);
      case SqlType.Char(var length, var collation) -> text("CHAR", length, collation);
      case SqlType.Text(var collation) -> text("TEXT", Optional.empty(), collation);
      case SqlType.BooleanType _ -> "BOOLEAN";
      case SqlType.Date _ -> "DATE";
      case SqlType.Time(boolean zone, var precision) -> zoned("TIME", zone, precision);
      case SqlType.Timestamp(boolean zone, var precision) -> zoned("TIMESTAMP", zone, precision);
      case SqlType.Interval(var fields, var precision) ->
          "INTERVAL"
              + fields.map(it -> " " + it).orElse("")
              + precision.map(it -> " (" + it + ")").orElse("");
      case SqlType.Binary _ -> "BYTEA";
      case SqlType.Json(boolean binary) -> binary ? "JSONB" : "JSON";
      case SqlType.Uuid(boolean nativeType) -> nativeType ? "UUID" : "CHAR(32)";
      case SqlType.EnumReference(TypeName name) -> name(name, quoting);
      case SqlType.TextEnum(var _, int length) -> "VARCHAR(" + length + ")";
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          COLLATE.matcher(spell(element)).replaceFirst("[]".repeat(dimensions) + "$1");
      case SqlType.Named(String name, List<String> arguments) -> named(name, arguments);
      case SqlType.Variant it -> spell(it);
      case SqlType.Unknown(String reason) ->
          throw new CannotSpell("the column's type could not be read: " + reason);
    };
  }

  private static String numeric(Optional<Integer> precision, Optional<Integer> scale) {
    return "NUMERIC"
        + precision.map(p -> "(" + p + scale.map(s -> ", " + s).orElse("") + ")").orElse("");
  }

  private String text(String word, Optional<Integer> length, Optional<String> collation) {
    return word
        + length.map(it -> "(" + it + ")").orElse("")
        + collation.map(it -> " COLLATE " + quoting.quote(it)).orElse("");
  }

  private static String zoned(String word, boolean zone, Optional<Integer> precision) {
    return word
        + precision.map(it -> "(" + it + ")").orElse("")
        + (zone ? " WITH TIME ZONE" : " WITHOUT TIME ZONE");
  }

  private String named(String name, List<String> arguments) {
    String written;
    if (UPPER_CASE.contains(name)) {
      written = name.toUpperCase(Locale.ROOT);
    } else {
      written = PLAIN.matcher(name).matches() ? name : quoting.always(name);
    }
    return written + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")");
  }
}
