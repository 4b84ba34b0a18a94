package limbeck.read.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.schema.SqlType;
import limbeck.schema.SqlType.IntegerSize;

/** The types of {@code sqlalchemy.dialects.mysql}, besides enums. */
final class MysqlTypes {
  private static final Set<String> WITHOUT_ARGUMENTS =
      Set.of("TINYTEXT", "MEDIUMTEXT", "LONGTEXT", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB");

  private static final Set<String> NUMBERS = Set.of("TINYINT", "MEDIUMINT");

  private MysqlTypes() {}

  /** Returns how a type is made; empty when MySQL's package has none of its own here. */
  static Optional<TypeConstructor> find(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (WITHOUT_ARGUMENTS.contains(name)) {
      return Optional.of(it -> StandardTypes.named(lower + characters(it)));
    }
    if (NUMBERS.contains(name)) {
      return Optional.of(arguments -> number(lower, arguments));
    }
    if (Set.of("VARCHAR", "CHAR", "TEXT").contains(name)) {
      return Optional.of(it -> characterType(name, it));
    }
    return switch (name) {
      case "YEAR" -> Optional.of(it -> width("year", it));
      case "DECIMAL", "NUMERIC" -> Optional.of(MysqlTypes::numeric);
      case "FLOAT" -> Optional.of(MysqlTypes::floating);
      case "INTEGER" -> Optional.of(it -> integer(lower, it, IntegerSize.NORMAL));
      case "BIGINT" -> Optional.of(it -> integer(lower, it, IntegerSize.BIG));
      case "SMALLINT" -> Optional.of(it -> integer(lower, it, IntegerSize.SMALL));
      case "DATETIME" -> Optional.of(MysqlTypes::datetime);
      case "TIMESTAMP" -> Optional.of(it -> fractional("timestamp", it));
      case "TIME" -> Optional.of(it -> new SqlType.Time(false, it.integer("fsp")));
      case "BIT" -> Optional.of(it -> StandardTypes.sized("bit", it));
      case "SET" -> Optional.of(MysqlTypes::set);
      case "DOUBLE" -> Optional.of(MysqlTypes::doublePrecision);
      default -> Optional.empty();
    };
  }

  /** A character set of its own is written after the length. */
  private static SqlType characterType(String name, Arguments arguments) {
    Optional<Integer> length = arguments.integer(0, "length");
    if (arguments.text("charset").isPresent()) {
      return new SqlType.Named(
          name.toLowerCase(Locale.ROOT) + characters(arguments),
          length.map(it -> List.of(it.toString())).orElse(List.of()));
    }
    Optional<String> collation = arguments.text("collation");
    return switch (name) {
      case "VARCHAR" -> new SqlType.Varchar(length, collation);
      case "CHAR" -> new SqlType.Char(length, collation);
      default ->
          length.isPresent()
              ? new SqlType.Named("text" + characters(arguments), List.of(length.get().toString()))
              : new SqlType.Text(collation);
    };
  }

  private static SqlType width(String name, Arguments arguments) {
    return new SqlType.Named(
        name,
        arguments.integer(0, "display_width").map(it -> List.of(it.toString())).orElse(List.of()));
  }

  private static SqlType numeric(Arguments arguments) {
    SqlType plain = StandardTypes.numeric(arguments);
    String suffix = sign(arguments);
    return suffix.isEmpty() || !(plain instanceof SqlType.Numeric(var precision, var scale))
        ? plain
        : new SqlType.Named(
            "numeric" + suffix,
            List.of(
                java.util.stream.Stream.of(precision, scale)
                    .flatMap(Optional::stream)
                    .map(String::valueOf)
                    .collect(java.util.stream.Collectors.joining(", "))));
  }

  private static SqlType floating(Arguments arguments) {
    Optional<Integer> scale = arguments.integer(1, "scale");
    return scale.isEmpty()
        ? StandardTypes.floating(arguments)
        : new SqlType.Named(
            "float", List.of(arguments.integer(0, "precision").orElse(0) + ", " + scale.get()));
  }

  private static String sign(Arguments arguments) {
    return (arguments.isTrue("unsigned") ? " unsigned" : "")
        + (arguments.isTrue("zerofill") ? " zerofill" : "");
  }

  private static String characters(Arguments arguments) {
    return arguments.text("charset").map(it -> " character set " + it).orElse("")
        + arguments.text("collation").map(it -> " collate " + it).orElse("");
  }

  private static SqlType datetime(Arguments arguments) {
    return new SqlType.Timestamp(false, arguments.integer("fsp"));
  }

  private static SqlType fractional(String name, Arguments arguments) {
    return new SqlType.Named(
        name, arguments.integer("fsp").map(it -> List.of(it.toString())).orElse(List.of()));
  }

  private static SqlType integer(String name, Arguments arguments, IntegerSize size) {
    boolean plain =
        arguments.integer(0, "display_width").isEmpty()
            && !arguments.isTrue("unsigned")
            && !arguments.isTrue("zerofill");
    return plain ? new SqlType.IntegerType(size) : number(name, arguments);
  }

  private static SqlType number(String name, Arguments arguments) {
    Optional<Integer> width = arguments.integer(0, "display_width");
    String suffix = sign(arguments);
    if (suffix.isEmpty()) {
      return new SqlType.Named(name, width.map(it -> List.of(it.toString())).orElse(List.of()));
    }
    return StandardTypes.named(name + width.map(it -> "(" + it + ")").orElse("") + suffix);
  }

  private static SqlType doublePrecision(Arguments arguments) {
    Optional<Integer> precision = arguments.integer(0, "precision");
    Optional<Integer> scale = arguments.integer(1, "scale");
    if (precision.isPresent() && scale.isPresent()) {
      return new SqlType.Named(
          "double", List.of(precision.get().toString(), scale.get().toString()));
    }
    return new SqlType.DoublePrecision();
  }

  private static SqlType set(Arguments arguments) {
    List<String> labels = new ArrayList<>();
    for (var value : arguments.positional()) {
      Optional<String> text = Constants.text(value);
      if (text.isEmpty()) {
        arguments.report("values", value);
        return new SqlType.Unknown("a SET whose values cannot be told");
      }
      labels.add("'" + text.get().replace("'", "''") + "'");
    }
    return new SqlType.Named("set", labels);
  }
}
