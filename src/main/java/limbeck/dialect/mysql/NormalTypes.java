package limbeck.dialect.mysql;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/** Types as MySQL and MariaDB keep them: synonyms one, labels inline. */
final class NormalTypes {
  private static final SqlType BOOLEAN = new SqlType.Named("tinyint", List.of("1"));

  private static final Map<String, SqlType> SYNONYMS =
      Map.of(
          "int", new SqlType.IntegerType(IntegerSize.NORMAL),
          "integer", new SqlType.IntegerType(IntegerSize.NORMAL),
          "bigint", new SqlType.IntegerType(IntegerSize.BIG),
          "smallint", new SqlType.IntegerType(IntegerSize.SMALL),
          "bool", BOOLEAN,
          "boolean", BOOLEAN,
          "double", new SqlType.DoublePrecision(),
          "double precision", new SqlType.DoublePrecision(),
          "real", new SqlType.DoublePrecision());

  private final MysqlSpelling spelling;
  private final Schema schema;

  NormalTypes(MysqlSpelling spelling, Schema schema) {
    this.spelling = spelling;
    this.schema = schema;
  }

  /** Returns the normal form of a type. */
  SqlType of(SqlType type) {
    return switch (type.on(spelling.dialect())) {
      case SqlType.Numeric(var precision, var scale) ->
          new SqlType.Numeric(precision.or(() -> Optional.of(10)), scale.or(() -> Optional.of(0)));
      // FLOAT(25) and more is DOUBLE (MySQL, 11.1.4).
      case SqlType.Floating(var precision) ->
          precision.orElse(0) > 24
              ? new SqlType.DoublePrecision()
              : new SqlType.Floating(Optional.empty());
      case SqlType.Real _ -> new SqlType.DoublePrecision();
      case SqlType.Char(var length, var collation) ->
          new SqlType.Char(length.or(() -> Optional.of(1)), collation);
      case SqlType.BooleanType _ -> BOOLEAN;
      case SqlType.Time(boolean _, var precision) -> new SqlType.Time(false, digits(precision));
      case SqlType.Timestamp(boolean _, var precision) ->
          new SqlType.Timestamp(false, digits(precision));
      case SqlType.Interval _ -> new SqlType.Timestamp(false, Optional.empty());
      case SqlType.Binary(var length) -> new SqlType.Binary(length);
      case SqlType.Json(boolean binary) ->
          spelling.dialect() == DialectName.MARIADB && !binary
              ? new SqlType.Named("longtext", List.of())
              : new SqlType.Json(binary);
      case SqlType.Uuid(boolean nativeType) ->
          nativeType && spelling.dialect() == DialectName.MARIADB
              ? new SqlType.Uuid(true)
              : new SqlType.Char(Optional.of(32), Optional.empty());
      case SqlType.EnumReference reference ->
          schema.enumType(reference.name()).map(this::labels).orElse(reference);
      case SqlType.TextEnum(var labels, int length) ->
          new SqlType.TextEnum(labels.stream().sorted().toList(), length);
      case SqlType.Named(String name, var arguments) -> named(name, arguments);
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          new SqlType.ArrayOf(of(element), dimensions);
      case SqlType.Variant it -> of(it);
      case SqlType.IntegerType it -> it;
      case SqlType.DoublePrecision it -> it;
      case SqlType.Varchar it -> it;
      case SqlType.Text it -> it;
      case SqlType.Date it -> it;
      case SqlType.Unknown it -> it;
    };
  }

  private static Optional<Integer> digits(Optional<Integer> precision) {
    return precision.filter(it -> it != 0);
  }

  private SqlType labels(EnumType type) {
    return new SqlType.Named("enum", type.labels().stream().map(spelling::literal).toList());
  }

  /** Display widths of integers mean nothing and are printed no more since MySQL 8.0.19. */
  private static SqlType named(String name, List<String> arguments) {
    String lower =
        name.toLowerCase(Locale.ROOT)
            .replaceFirst("^((?:big|small|medium)?int(?:eger)?)\\(\\d+\\)", "$1");
    SqlType known = SYNONYMS.get(lower);
    if (known != null) {
      return known;
    }
    if (lower.equals("decimal") || lower.equals("numeric") || lower.equals("dec")) {
      return new SqlType.Numeric(
          Optional.of(arguments.isEmpty() ? 10 : Integer.parseInt(arguments.getFirst())),
          Optional.of(arguments.size() < 2 ? 0 : Integer.parseInt(arguments.get(1))));
    }
    boolean widthOnly = lower.matches("(big|small|medium)?int(eger)?( unsigned)?( zerofill)?");
    return new SqlType.Named(
        lower.replaceFirst("^integer\\b", "int"), widthOnly ? List.of() : arguments);
  }
}
