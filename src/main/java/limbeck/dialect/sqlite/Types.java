package limbeck.dialect.sqlite;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.dialect.standard.CannotSpell;
import limbeck.dialect.standard.Quoting;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.TypeName;

/** SQLite's types in SQLAlchemy's spelling. */
final class Types {
  /** Types that SQLAlchemy writes in capitals; a project's own type keeps its spelling. */
  private static final java.util.Set<String> CAPITALS =
      java.util.Set.of(
          "nvarchar", "nchar", "clob", "binary", "varbinary", "decimal", "datetime", "double");

  private final Quoting quoting;

  Types(Quoting quoting) {
    this.quoting = quoting;
  }

  /** Returns a type as written in a column definition. */
  String spell(SqlType type, Schema schema) {
    return switch (type.on(DialectName.SQLITE)) {
      case SqlType.IntegerType(var size) ->
          switch (size) {
            case SMALL -> "SMALLINT";
            case NORMAL -> "INTEGER";
            case BIG -> "BIGINT";
          };
      case SqlType.Numeric(var precision, var scale) ->
          "NUMERIC"
              + precision.map(p -> "(" + p + scale.map(s -> ", " + s).orElse("") + ")").orElse("");
      case SqlType.Floating _ -> "FLOAT";
      case SqlType.DoublePrecision _ -> "DOUBLE";
      case SqlType.Real _ -> "REAL";
      case SqlType.Varchar(var length, var collation) -> text("VARCHAR", length, collation);
      case SqlType.Char(var length, var collation) -> text("CHAR", length, collation);
      case SqlType.Text(var collation) -> text("TEXT", Optional.empty(), collation);
      case SqlType.BooleanType _ -> "BOOLEAN";
      case SqlType.Date _ -> "DATE";
      case SqlType.Time _ -> "TIME";
      case SqlType.Timestamp _, SqlType.Interval _ -> "DATETIME";
      case SqlType.Binary _ -> "BLOB";
      case SqlType.Json(boolean binary) -> binary ? "JSONB" : "JSON";
      case SqlType.Uuid _ -> "CHAR(32)";
      case SqlType.EnumReference(TypeName name) -> text("VARCHAR", longest(name, schema), none());
      case SqlType.TextEnum(var _, int length) -> "VARCHAR(" + length + ")";
      case SqlType.ArrayOf _ -> throw new CannotSpell("SQLite has no array types");
      case SqlType.Named(String name, List<String> arguments) ->
          (CAPITALS.contains(name) ? name.toUpperCase(Locale.ROOT) : name)
              + (arguments.isEmpty() ? "" : "(" + String.join(",", arguments) + ")");
      case SqlType.Variant it -> spell(it, schema);
      case SqlType.Unknown(String reason) ->
          throw new CannotSpell("the column's type could not be read: " + reason);
    };
  }

  private static Optional<String> none() {
    return Optional.empty();
  }

  /** The length of the longest label, in characters as Python counts them. */
  private static Optional<Integer> longest(TypeName name, Schema schema) {
    return schema
        .enumType(name)
        .flatMap(
            it ->
                it.labels().stream()
                    .map(label -> label.codePointCount(0, label.length()))
                    .max(Integer::compare));
  }

  private String text(String word, Optional<Integer> length, Optional<String> collation) {
    return word
        + length.map(it -> "(" + it + ")").orElse("")
        + collation.map(it -> " COLLATE " + quoting.quote(it)).orElse("");
  }
}
