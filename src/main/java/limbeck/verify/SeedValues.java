package limbeck.verify;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.schema.Column;
import limbeck.schema.Constraint.ForeignKey;
import limbeck.schema.DialectName;
import limbeck.schema.EnumType;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Values for rows, made from nothing but the schema: row n of a table refers to row n of the tables
 * it points to, and no two rows share a value where a type has enough of them.
 */
final class SeedValues {
  private final Schema schema;
  private final SeedDemands demands;

  SeedValues(SeedDemands demands) {
    this.schema = demands.schema();
    this.demands = demands;
  }

  /** Returns a column's value in a row as an SQL literal; empty when none can be made. */
  Optional<String> value(Table table, Column column, int row) {
    return value(table, column, row, new HashSet<>());
  }

  private Optional<String> value(Table table, Column column, int row, Set<String> onTheWay) {
    Optional<ForeignKey> key =
        table.foreignKeys().stream().filter(it -> it.columns().contains(column.name())).findFirst();
    if (key.isPresent() && onTheWay.add(table.name() + "." + column.name())) {
      Optional<String> referred = referred(key.get(), column, row, onTheWay);
      if (referred.isPresent()) {
        return referred;
      }
    }
    Optional<SqlType> read =
        Optional.ofNullable(
            demands.texts().get(new ColumnTrail.Place(table.name(), column.name())));
    return read.flatMap(it -> literal(it, row, demands.types()))
        .flatMap(it -> asText(it, column.type()))
        .or(() -> literal(column.type(), row + choicesBefore(table, column), schema));
  }

  /** Columns of few values each get another one, since together they may have to be distinct. */
  private static int choicesBefore(Table table, Column column) {
    return isChoice(column)
        ? (int)
            table.columns().stream()
                .takeWhile(it -> !it.name().equals(column.name()))
                .filter(SeedValues::isChoice)
                .count()
        : 0;
  }

  private static boolean isChoice(Column column) {
    return switch (column.type().on(DialectName.POSTGRESQL)) {
      case SqlType.EnumReference _, SqlType.TextEnum _ -> true;
      default -> false;
    };
  }

  /** Another type's literal as a text; empty when it has no room for it. */
  private static Optional<String> asText(String literal, SqlType type) {
    boolean quoted = literal.startsWith("'");
    String text = quoted ? literal.substring(1, literal.length() - 1) : literal;
    Optional<Integer> room =
        switch (type.on(DialectName.POSTGRESQL)) {
          case SqlType.Varchar it -> it.length();
          case SqlType.Char it -> Optional.of(it.length().orElse(1));
          default -> Optional.empty();
        };
    return room.map(it -> text.length() <= it).orElse(true)
        ? Optional.of("'" + text + "'")
        : Optional.empty();
  }

  private Optional<String> referred(ForeignKey key, Column column, int row, Set<String> onTheWay) {
    int position = key.columns().indexOf(column.name());
    TableName target = key.target();
    return schema
        .table(target)
        .flatMap(
            table ->
                table
                    .column(key.targetColumns().get(position))
                    .flatMap(it -> value(table, it, row, onTheWay)));
  }

  private static Optional<String> literal(SqlType type, int row, Schema types) {
    return switch (type.on(DialectName.POSTGRESQL)) {
      case SqlType.IntegerType _ -> Optional.of(Integer.toString(row));
      case SqlType.Numeric(Optional<Integer> precision, Optional<Integer> scale) ->
          Optional.of(number(precision, scale, row));
      case SqlType.Floating _, SqlType.DoublePrecision _, SqlType.Real _ -> Optional.of(row + ".5");
      case SqlType.Varchar(Optional<Integer> length, _) -> Optional.of(text(length, row));
      case SqlType.Char(Optional<Integer> length, _) ->
          Optional.of(text(Optional.of(length.orElse(1)), row));
      case SqlType.Text _ -> Optional.of(text(Optional.empty(), row));
      case SqlType.BooleanType _ -> Optional.of(row % 2 == 1 ? "true" : "false");
      case SqlType.Date _ -> Optional.of("'" + day(row) + "'");
      case SqlType.Time _ -> Optional.of("'10:00:" + padded(row, 2) + "'");
      case SqlType.Timestamp _ -> Optional.of("'" + day(row) + " 10:00:00'");
      case SqlType.Interval _ -> Optional.of("'" + row + " days'");
      case SqlType.Binary _ -> Optional.of("'\\x" + padded(row, 2) + "'");
      case SqlType.Json _ -> Optional.of("'{\"row\": " + row + "}'");
      case SqlType.Uuid(boolean nativeType) ->
          Optional.of(
              nativeType
                  ? "'00000000-0000-4000-8000-" + padded(row, 12) + "'"
                  : "'00000000000040008000" + padded(row, 12) + "'");
      case SqlType.EnumReference(var name) ->
          types.enumType(name).map(EnumType::labels).flatMap(labels -> label(labels, row));
      case SqlType.TextEnum(List<String> labels, int _) -> label(labels, row);
      case SqlType.ArrayOf(SqlType element, int dimensions) ->
          literal(element, row, types).map(it -> array(it, dimensions));
      case SqlType.Named(String name, List<String> _) -> named(name, row);
      case SqlType.Variant _, SqlType.Unknown _ -> Optional.empty();
    };
  }

  /** Day {@code row} of a month. */
  private static String day(int row) {
    return "2024-01-" + padded(row, 2);
  }

  private static String padded(int row, int digits) {
    return ("%0" + digits + "d").formatted(row);
  }

  private static String number(Optional<Integer> precision, Optional<Integer> scale, int row) {
    int whole = precision.orElse(10) - scale.orElse(0);
    return whole >= 1 ? Integer.toString(row) : "0." + row;
  }

  private static String text(Optional<Integer> length, int row) {
    String full = "row-" + row;
    int most = length.orElse(full.length());
    return "'" + full.substring(Math.max(0, full.length() - most)) + "'";
  }

  private static Optional<String> label(List<String> labels, int row) {
    return labels.isEmpty()
        ? Optional.empty()
        : Optional.of(quoted(labels.get((row - 1) % labels.size())));
  }

  /** An array of one element, without a type: there is no cast from texts to enums. */
  private static String array(String element, int dimensions) {
    String text =
        element.startsWith("'")
            ? element.substring(1, element.length() - 1).replace("''", "'")
            : element;
    String escaped = text.replace("\\", "\\\\").replace("\"", "\\\"");
    return quoted("{".repeat(dimensions) + "\"" + escaped + "\"" + "}".repeat(dimensions));
  }

  static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  private static Optional<String> named(String name, int row) {
    return Optional.ofNullable(
        switch (name.toLowerCase(java.util.Locale.ROOT)) {
          case "inet" -> "'10.0.0." + row + "'";
          case "cidr" -> "'10.0." + row + ".0/24'";
          case "macaddr" -> "'08:00:2b:01:02:" + padded(row, 2) + "'";
          case "macaddr8" -> "'08:00:2b:01:02:03:04:" + padded(row, 2) + "'";
          case "citext" -> "'row-" + row + "'";
          case "tsvector" -> "'row" + row + "'";
          case "tsquery" -> "'row" + row + "'";
          case "hstore" -> "'row=>" + row + "'";
          case "money", "oid", "smallserial", "serial", "bigserial" -> Integer.toString(row);
          case "int4range", "int8range", "numrange" -> "'[" + row + "0," + row + "5)'";
          case "daterange", "tsrange", "tstzrange" ->
              "'[" + (2023 + row) + "-01-01," + (2023 + row) + "-01-05)'";
          case "point" -> "'(" + row + "," + row + ")'";
          case "xml" -> "'<row>" + row + "</row>'";
          case "bit" -> null;
          default -> null;
        });
  }
}
