package limbeck.read.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/** Types as DDL spells them. */
final class SqlTypes {
  private SqlTypes() {}

  /**
   * A type of a column definition.
   *
   * @param type the type
   * @param counting whether it is SERIAL, which brings a sequence
   */
  record Read(SqlType type, boolean counting) {}

  static Read read(SqlCursor cursor) {
    Read plain = plain(cursor);
    int dimensions = 0;
    while (cursor.accept("[")) {
      if (!cursor.isAt("]")) {
        cursor.next();
      }
      cursor.require("]");
      dimensions++;
    }
    if (cursor.accept("array")) {
      dimensions = Math.max(1, dimensions);
    }
    return dimensions == 0 ? plain : new Read(new SqlType.ArrayOf(plain.type(), dimensions), false);
  }

  private static Read plain(SqlCursor cursor) {
    String name = cursor.name();
    if (cursor.accept(".")) {
      return of(new SqlType.Named(name + "." + cursor.name(), List.of()));
    }
    return switch (name) {
      case "serial", "serial4" -> new Read(integer(IntegerSize.NORMAL), true);
      case "bigserial", "serial8" -> new Read(integer(IntegerSize.BIG), true);
      case "smallserial", "serial2" -> new Read(integer(IntegerSize.SMALL), true);
      default -> of(type(name, cursor));
    };
  }

  private static Read of(SqlType type) {
    return new Read(type, false);
  }

  private static SqlType type(String name, SqlCursor cursor) {
    return switch (name) {
      case "integer", "int", "int4" -> integer(IntegerSize.NORMAL);
      case "bigint", "int8" -> integer(IntegerSize.BIG);
      case "smallint", "int2" -> integer(IntegerSize.SMALL);
      case "boolean", "bool" -> new SqlType.BooleanType();
      case "text" -> new SqlType.Text(Optional.empty());
      case "varchar" -> new SqlType.Varchar(length(cursor), Optional.empty());
      case "character", "char", "bpchar" ->
          cursor.accept("varying")
              ? new SqlType.Varchar(length(cursor), Optional.empty())
              : new SqlType.Char(length(cursor), Optional.empty());
      case "numeric", "decimal" -> numeric(cursor);
      case "real", "float4" -> new SqlType.Real();
      case "float8" -> new SqlType.DoublePrecision();
      case "float" -> new SqlType.Floating(length(cursor));
      case "double" -> {
        cursor.accept("precision");
        yield new SqlType.DoublePrecision();
      }
      case "date" -> new SqlType.Date();
      case "timestamp" -> {
        Optional<Integer> precision = length(cursor);
        yield new SqlType.Timestamp(zone(cursor), precision);
      }
      case "timestamptz" -> new SqlType.Timestamp(true, length(cursor));
      case "datetime" -> new SqlType.Timestamp(false, length(cursor));
      case "time" -> {
        Optional<Integer> precision = length(cursor);
        yield new SqlType.Time(zone(cursor), precision);
      }
      case "timetz" -> new SqlType.Time(true, length(cursor));
      case "interval" -> new SqlType.Interval(Optional.empty(), length(cursor));
      case "bytea" -> new SqlType.Binary(Optional.empty());
      case "json" -> new SqlType.Json(false);
      case "jsonb" -> new SqlType.Json(true);
      case "uuid" -> new SqlType.Uuid(true);
      case "bit" ->
          new SqlType.Named(cursor.accept("varying") ? "bit varying" : "bit", arguments(cursor));
      default -> new SqlType.Named(name, arguments(cursor));
    };
  }

  private static SqlType integer(IntegerSize size) {
    return new SqlType.IntegerType(size);
  }

  private static boolean zone(SqlCursor cursor) {
    if (cursor.accept("with", "time", "zone")) {
      return true;
    }
    cursor.accept("without", "time", "zone");
    return false;
  }

  private static Optional<Integer> length(SqlCursor cursor) {
    List<String> arguments = arguments(cursor);
    return arguments.isEmpty() ? Optional.empty() : Optional.of(number(arguments.getFirst()));
  }

  private static SqlType numeric(SqlCursor cursor) {
    List<String> arguments = arguments(cursor);
    return new SqlType.Numeric(
        arguments.isEmpty() ? Optional.empty() : Optional.of(number(arguments.getFirst())),
        arguments.size() < 2 ? Optional.empty() : Optional.of(number(arguments.get(1))));
  }

  private static int number(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new NotUnderstood("expected a number instead of " + text);
    }
  }

  private static List<String> arguments(SqlCursor cursor) {
    if (!cursor.isAt("(")) {
      return List.of();
    }
    List<String> arguments = new ArrayList<>();
    for (String argument : cursor.parenthesised().split(",", -1)) {
      arguments.add(argument.strip());
    }
    return arguments;
  }
}
