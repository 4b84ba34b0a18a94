package limbeck.dialect.postgresql;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.operation.Partitions;
import limbeck.schema.Column;
import limbeck.schema.ColumnName;
import limbeck.schema.Schema;
import limbeck.schema.SqlType;
import limbeck.schema.Table;
import limbeck.schema.TableName;

/**
 * Bounds of partitions that PostgreSQL refuses: those that overlap others, and empty ones. Only
 * values that are ordered the same everywhere are compared: whole numbers, and days.
 */
final class PartitionBounds {
  private static final String REFUSED = "42P17";
  private static final Pattern STRATEGY = Pattern.compile("(\\w+) \\(\\s*\"?(\\w+)\"?\\s*\\)");
  private static final Pattern LIST = Pattern.compile("FOR VALUES IN \\((.*)\\)", Pattern.DOTALL);
  private static final Pattern RANGE =
      Pattern.compile("FOR VALUES FROM \\(([^(),]*)\\) TO \\(([^(),]*)\\)");
  private static final Pattern HASH =
      Pattern.compile("FOR VALUES WITH \\(modulus (\\d+), remainder (\\d+)\\)");
  private static final Pattern NUMBER = Pattern.compile("'?(-?\\d{1,40})'?");
  private static final Pattern DAY =
      Pattern.compile("'(\\d{4})-(\\d{2})-(\\d{2})(?:[ T]00:00(?::00)?)?'");
  private static final Pattern LITERAL = Pattern.compile("-?\\d+|'[^']*'|(?i:null)");

  private final Schema before;
  private final EffectList effects;

  PartitionBounds(Schema before, EffectList effects) {
    this.before = before;
    this.effects = effects;
  }

  /** Adds the refusal of a bound that another partition of the table stands in the way of. */
  void taken(TableName parent, String bound) {
    Optional<Matcher> strategy =
        before
            .table(parent)
            .map(it -> STRATEGY.matcher(it.options().getOrDefault("postgresql_partition_by", "")))
            .filter(Matcher::matches);
    if (bound.equals("DEFAULT")) {
      siblings(parent)
          .filter(it -> Partitions.bound(it).equals(Optional.of("DEFAULT")))
          .findFirst()
          .ifPresent(
              it -> effects.fails(REFUSED, parent + " has a default partition: " + it.name()));
      return;
    }
    if (strategy.isEmpty()) {
      return;
    }
    Optional<SqlType> type =
        before
            .table(parent)
            .flatMap(it -> it.column(new ColumnName(strategy.get().group(2))))
            .map(Column::type);
    if (type.isEmpty()) {
      return;
    }
    Optional<Interval> range = range(bound, type.get());
    if (range.filter(Interval::isEmpty).isPresent()) {
      effects.fails(REFUSED, "no value lies in the bounds of the new partition of " + parent);
      return;
    }
    siblings(parent)
        .filter(
            it -> Partitions.bound(it).filter(other -> meet(bound, other, type.get())).isPresent())
        .findFirst()
        .ifPresent(
            it ->
                effects.fails(
                    REFUSED, "the new partition of " + parent + " overlaps " + it.name()));
  }

  private java.util.stream.Stream<Table> siblings(TableName parent) {
    return before.tables().values().stream()
        .filter(
            it ->
                Partitions.parent(it, before)
                    .filter(above -> above.name().equals(parent))
                    .isPresent());
  }

  private static boolean meet(String bound, String other, SqlType type) {
    Matcher list = LIST.matcher(bound);
    Matcher otherList = LIST.matcher(other);
    if (list.matches() && otherList.matches()) {
      Set<String> values = new HashSet<>(values(list.group(1), type));
      values.retainAll(values(otherList.group(1), type));
      return !values.isEmpty();
    }
    Matcher hash = HASH.matcher(bound);
    Matcher otherHash = HASH.matcher(other);
    if (hash.matches() && otherHash.matches()) {
      BigInteger divisor = new BigInteger(hash.group(1)).gcd(new BigInteger(otherHash.group(1)));
      return divisor.signum() > 0
          && new BigInteger(hash.group(2))
              .mod(divisor)
              .equals(new BigInteger(otherHash.group(2)).mod(divisor));
    }
    Optional<Interval> range = range(bound, type);
    Optional<Interval> otherRange = range(other, type);
    return range.isPresent() && otherRange.isPresent() && range.get().meets(otherRange.get());
  }

  /** Returns the values of a list that are told apart by their text alone. */
  private static List<String> values(String list, SqlType type) {
    List<String> result = new ArrayList<>();
    boolean plain = type instanceof SqlType.IntegerType || isText(type);
    Matcher literal = LITERAL.matcher(list);
    int at = 0;
    while (plain && literal.find(at)) {
      if (!list.substring(at, literal.start()).strip().equals(at == 0 ? "" : ",")) {
        return List.of(); // An expression, or a quote inside of a literal.
      }
      Matcher number = NUMBER.matcher(literal.group());
      boolean counted = type instanceof SqlType.IntegerType && number.matches();
      result.add(
          counted
              ? new BigInteger(number.group(1)).toString()
              : literal.group().equalsIgnoreCase("null") ? "NULL" : literal.group());
      at = literal.end();
    }
    return at < list.length() && !list.substring(at).isBlank() ? List.of() : result;
  }

  private static boolean isText(SqlType type) {
    return type instanceof SqlType.Text || type instanceof SqlType.Varchar;
  }

  private static Optional<Interval> range(String bound, SqlType type) {
    Matcher range = RANGE.matcher(bound);
    if (!range.matches()) {
      return Optional.empty();
    }
    Optional<Limit> from = limit(range.group(1), type);
    Optional<Limit> to = limit(range.group(2), type);
    return from.isPresent() && to.isPresent()
        ? Optional.of(new Interval(from.get(), to.get()))
        : Optional.empty();
  }

  private static Optional<Limit> limit(String text, SqlType type) {
    String value = text.strip();
    switch (value.toUpperCase(Locale.ROOT)) {
      case "MINVALUE" -> {
        return Optional.of(new Limit(-1, BigInteger.ZERO));
      }
      case "MAXVALUE" -> {
        return Optional.of(new Limit(1, BigInteger.ZERO));
      }
      default -> {
        // A value of the key's type.
      }
    }
    if (type instanceof SqlType.IntegerType) {
      Matcher number = NUMBER.matcher(value);
      return number.matches()
          ? Optional.of(new Limit(0, new BigInteger(number.group(1))))
          : Optional.empty();
    }
    boolean days = type instanceof SqlType.Date || type instanceof SqlType.Timestamp;
    Matcher day = DAY.matcher(value);
    return days && day.matches()
        ? Optional.of(new Limit(0, new BigInteger(day.group(1) + day.group(2) + day.group(3))))
        : Optional.empty();
  }

  /** A limit: what lies below or above everything, or a value. */
  private record Limit(int side, BigInteger value) implements Comparable<Limit> {
    @Override
    public int compareTo(Limit other) {
      int bySide = Integer.compare(side, other.side);
      return bySide != 0 ? bySide : value.compareTo(other.value);
    }
  }

  /** The values from a limit up to, and without, another. */
  private record Interval(Limit from, Limit to) {
    boolean isEmpty() {
      return from.compareTo(to) >= 0;
    }

    boolean meets(Interval other) {
      return !other.isEmpty() && from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
    }
  }
}
