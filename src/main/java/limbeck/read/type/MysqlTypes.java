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
      Set.of("TINYTEXT", "MEDIUMTEXT", "LONGTEXT", "TINYBLOB", "MEDIUMBLOB", "LONGBLOB", "YEAR");

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
    return switch (name) {
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
    String suffix =
        (arguments.isTrue("unsigned") ? " unsigned" : "")
            + (arguments.isTrue("zerofill") ? " zerofill" : "");
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
