package limbeck.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import limbeck.dialect.standard.CannotSpell;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** The types of MySQL and MariaDB in SQLAlchemy's spelling. */
final class Types {
  /** MySQL's and MariaDB's own types, written in capitals; a project's own keeps its spelling. */
  private static final java.util.Set<String> CAPITALS =
      java.util.Set.of(
          "tinyint",
          "smallint",
          "mediumint",
          "int",
          "integer",
          "bigint",
          "bit",
          "bool",
          "boolean",
          "decimal",
          "numeric",
          "float",
          "double",
          "real",
          "char",
          "varchar",
          "nchar",
          "nvarchar",
          "national",
          "binary",
          "varbinary",
          "tinyblob",
          "blob",
          "mediumblob",
          "longblob",
          "tinytext",
          "text",
          "mediumtext",
          "longtext",
          "enum",
          "set",
          "json",
          "date",
          "datetime",
          "timestamp",
          "time",
          "year",
          "clob",
          "geometry",
          "point",
          "linestring",
          "polygon",
          "geometrycollection",
          "multipoint",
          "multilinestring",
          "multipolygon",
          "inet4",
          "inet6",
          "uuid");

  /** Types that are PostgreSQL's alone, which its readers name the same way. */
  private static final Set<String> FOREIGN =
      Set.of(
          ("bit varying, cidr, citext, datemultirange, daterange, hstore, inet, int4multirange,"
                  + " int4range, int8multirange, int8range, jsonpath, macaddr, macaddr8, money,"
                  + " nummultirange, numrange, oid, regclass, regconfig, tsmultirange, tsquery,"
                  + " tsrange, tstzmultirange, tstzrange, tsvector, bytea")
              .split(", "));

  private final MysqlSpelling spelling;

  Types(MysqlSpelling spelling) {
    this.spelling = spelling;
  }

  /** Returns a type as written in a column definition. */
  String spell(SqlType type, Schema schema) {
    return switch (type.on(spelling.dialect())) {
      case SqlType.IntegerType(var size) ->
          switch (size) {
            case SMALL -> "SMALLINT";
            case NORMAL -> "INTEGER";
            case BIG -> "BIGINT";
          };
      case SqlType.Numeric(var precision, var scale) ->
          "NUMERIC"
              + precision.map(p -> "(" + p + scale.map(s -> ", " + s).orElse("") + ")").orElse("");
      case SqlType.Floating(var precision) -> "FLOAT" + inParentheses(precision);
      case SqlType.DoublePrecision _ -> "DOUBLE";
      case SqlType.Real _ -> "REAL";
      case SqlType.Varchar(var length, var collation) ->
          text("VARCHAR", Optional.of(length.orElseThrow(this::needsLength)), collation);
      case SqlType.Char(var length, var collation) -> text("CHAR", length, collation);
      case SqlType.Text(var collation) -> text("TEXT", Optional.empty(), collation);
      case SqlType.BooleanType _ -> "BOOL";
      case SqlType.Date _ -> "DATE";
      case SqlType.Time(boolean _, var precision) -> "TIME" + inParentheses(precision);
      case SqlType.Timestamp(boolean _, var precision) -> "DATETIME" + inParentheses(precision);
      case SqlType.Interval _ -> "DATETIME";
      case SqlType.Binary(var length) -> "BLOB" + inParentheses(length);
      case SqlType.Json(boolean binary) -> json(binary);
      case SqlType.Uuid(boolean nativeType) ->
          nativeType && spelling.dialect() == DialectName.MARIADB ? "UUID" : "CHAR(32)";
      case SqlType.EnumReference(TypeName name) -> enumeration(name, schema);
      case SqlType.TextEnum(var _, int length) -> "VARCHAR(" + length + ")";
      case SqlType.ArrayOf _ -> throw missing("array types");
      case SqlType.Named(String name, List<String> arguments) -> named(name, arguments);
      case SqlType.Variant it -> spell(it, schema);
      case SqlType.Unknown(String reason) ->
          throw new CannotSpell("the column's type could not be read: " + reason);
    };
  }

  private CannotSpell needsLength() {
    return new CannotSpell("a VARCHAR needs a length in " + spelling.dialect().sqlalchemyName());
  }

  private CannotSpell missing(String what) {
    return new CannotSpell(spelling.dialect().sqlalchemyName() + " has no " + what);
  }

  private static String inParentheses(Optional<Integer> number) {
    return number.map(it -> "(" + it + ")").orElse("");
  }

  private static String text(String word, Optional<Integer> length, Optional<String> collation) {
    return word + inParentheses(length) + collation.map(it -> " COLLATE " + it).orElse("");
  }

  private String json(boolean binary) {
    if (binary) {
      throw missing("type JSONB");
    }
    return "JSON";
  }

  private String enumeration(TypeName name, Schema schema) {
    EnumType type =
        schema
            .enumType(name)
            .orElseThrow(
                () -> new CannotSpell("the labels of the enum " + name + " are not known"));
    return labels(type.labels());
  }

  /** Returns {@code ENUM('a','b')}. */
  String labels(List<String> labels) {
    return "ENUM(" + labels.stream().map(spelling::literal).collect(Collectors.joining(",")) + ")";
  }

  /** The arguments go before UNSIGNED and ZEROFILL: {@code BIGINT(20) UNSIGNED}. */
  private String named(String name, List<String> arguments) {
    if (FOREIGN.contains(name)) {
      throw missing("type " + name.toUpperCase(Locale.ROOT));
    }
    String first = name.split("[ (]", 2)[0].toLowerCase(Locale.ROOT);
    if (!CAPITALS.contains(first)) {
      return name + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")");
    }
    String upper = name.toUpperCase(Locale.ROOT);
    int modifiers = upper.length();
    for (String word : List.of(" UNSIGNED", " ZEROFILL", " CHARACTER SET", " COLLATE")) {
      int found = upper.indexOf(word);
      modifiers = found < 0 ? modifiers : Math.min(modifiers, found);
    }
    return upper.substring(0, modifiers)
        + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")")
        + modifiers(name.substring(modifiers));
  }

  /** Key words are written large; the names of character sets and collations as they are. */
  private static String modifiers(String text) {
    return Pattern.compile("(?i)\\b(unsigned|zerofill|character set|collate)\\b")
        .matcher(text)
        .replaceAll(it -> it.group().toUpperCase(Locale.ROOT));
  }
}
