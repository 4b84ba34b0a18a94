package limbeck.dialect.postgresql;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.dialect.postgresql.expression.ColumnTypes;
import limbeck.dialect.postgresql.expression.ConstantValue;
import limbeck.dialect.postgresql.expression.ExpressionText;
import limbeck.schema.Default;
import limbeck.schema.SequenceName;
import limbeck.schema.SqlText;
import limbeck.schema.SqlType;

/**
 * Server defaults in one form for each column type: {@code '0'} and {@code 0} on an integer, {@code
 * 'x'} and {@code 'x'::character varying} on a text, {@code 'true'} and {@code true} on a boolean.
 */
final class NormalDefaults {
  private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final Pattern MOMENT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}");
  private static final Pattern INSTANT =
      Pattern.compile(
          "(?<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?<time>[0-9]{2}:[0-9]{2})"
              + "(:(?<seconds>[0-9]{2}(\\.[0-9]{1,6})?))?"
              + " ?(Z|UTC|(?<hours>[+-][0-9]{2}):?(?<minutes>[0-9]{2})?)");
  private static final DateTimeFormatter PRINTED =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd HH:mm:ss")
          .appendFraction(ChronoField.MICRO_OF_SECOND, 0, 6, true)
          .toFormatter(Locale.ROOT);
  private static final Set<String> TRUE = Set.of("t", "true", "y", "yes", "on", "1");
  private static final Set<String> FALSE = Set.of("f", "false", "n", "no", "off", "0");

  private final ExpressionText expressions;

  NormalDefaults(ExpressionText expressions) {
    this.expressions = expressions;
  }

  /**
   * Returns the normal form of a default; empty for {@code NULL}, which is none.
   *
   * @param type the column's type in normal form
   */
  Optional<Default> of(Default value, SqlType type) {
    return switch (value) {
      case Default.Literal(String text) -> Optional.of(literal(text, type));
      case Default.Expression(SqlText text) -> expression(text, type);
      case Default.Now _ -> Optional.of(value);
      case Default.BooleanConstant _ -> Optional.of(value);
      case Default.NextValue(SequenceName sequence) ->
          Optional.of(new Default.NextValue(NormalNames.sequence(sequence)));
      case Default.Unknown _ -> Optional.of(value);
    };
  }

  private Optional<Default> expression(SqlText text, SqlType type) {
    return switch (expressions.asConstant(text)) {
      case ConstantValue.OfText(String value, String _) -> Optional.of(literal(value, type));
      case ConstantValue.OfNumber(String digits) -> Optional.of(number(digits, type));
      case ConstantValue.OfBoolean(boolean value) ->
          Optional.of(
              type instanceof SqlType.BooleanType
                  ? new Default.BooleanConstant(value)
                  : new Default.Literal(String.valueOf(value)));
      case ConstantValue.OfNull _ -> Optional.empty();
      case ConstantValue.OfNow _ -> Optional.of(new Default.Now());
      case ConstantValue.OfSequence(String sequence) ->
          Optional.of(new Default.NextValue(sequence(sequence)));
      case ConstantValue.Computed _ ->
          Optional.of(new Default.Expression(expressions.canonical(text, ColumnTypes.NONE)));
    };
  }

  private static Default literal(String text, SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _, SqlType.Numeric _, SqlType.Real _, SqlType.DoublePrecision _ ->
          NUMBER.matcher(text.strip()).matches()
              ? number(text.strip(), type)
              : new Default.Literal(text);
      case SqlType.BooleanType _ -> {
        String word = text.strip().toLowerCase(Locale.ROOT);
        yield TRUE.contains(word) || FALSE.contains(word)
            ? new Default.BooleanConstant(TRUE.contains(word))
            : new Default.Literal(text);
      }
      case SqlType.Timestamp(boolean zone, var _) ->
          new Default.Literal(zone ? instant(text.strip()) : moment(text.strip()));
      case SqlType.Uuid _ -> new Default.Literal(text.strip().toLowerCase(Locale.ROOT));
      case SqlType.Floating _,
          SqlType.Varchar _,
          SqlType.Char _,
          SqlType.Text _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          new Default.Literal(text);
    };
  }

  /** A timestamp as the server prints it in the ISO style, where the text is one plainly. */
  private static String moment(String text) {
    if (DAY.matcher(text).matches()) {
      return text + " 00:00:00";
    }
    return MOMENT.matcher(text).matches() ? text.replace('T', ' ') : text;
  }

  /**
   * A timestamp that states its offset, as the server prints it in UTC: it is one moment, whatever
   * the session's time zone. Other texts stay as they are.
   */
  private static String instant(String text) {
    Matcher parts = INSTANT.matcher(text);
    if (!parts.matches()) {
      return text;
    }
    String offset = parts.group("minutes") == null ? ":00" : ":" + parts.group("minutes");
    String zone = parts.group("hours") == null ? "Z" : parts.group("hours") + offset;
    String seconds = parts.group("seconds") == null ? "00" : parts.group("seconds");
    try {
      OffsetDateTime moment =
          OffsetDateTime.parse(
              parts.group("day") + "T" + parts.group("time") + ":" + seconds + zone);
      return PRINTED.format(moment.withOffsetSameInstant(ZoneOffset.UTC)) + "+00";
    } catch (DateTimeParseException none) {
      return text;
    }
  }

  private static Default number(String digits, SqlType type) {
    return switch (type) {
      case SqlType.IntegerType _, SqlType.Real _, SqlType.DoublePrecision _ ->
          plain(new BigDecimal(digits).stripTrailingZeros());
      case SqlType.Numeric(var precision, var _) ->
          plain(
              precision.isPresent()
                  ? new BigDecimal(digits).stripTrailingZeros()
                  : new BigDecimal(digits));
      case SqlType.Varchar _, SqlType.Text _, SqlType.Char _ -> new Default.Literal(digits);
      case SqlType.Floating _,
          SqlType.BooleanType _,
          SqlType.Date _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.Uuid _,
          SqlType.EnumReference _,
          SqlType.TextEnum _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          new Default.Expression(new SqlText(digits));
    };
  }

  private static Default plain(BigDecimal number) {
    return new Default.Expression(new SqlText(number.toPlainString()));
  }

  private static SequenceName sequence(String text) {
    String[] parts = text.split("\\.(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", 2);
    return NormalNames.sequence(
        parts.length == 2
            ? new SequenceName(Optional.of(unquoted(parts[0])), unquoted(parts[1]))
            : SequenceName.of(unquoted(parts[0])));
  }

  private static String unquoted(String name) {
    return name.startsWith("\"") && name.endsWith("\"") && name.length() > 1
        ? name.substring(1, name.length() - 1).replace("\"\"", "\"")
        : name.toLowerCase(Locale.ROOT);
  }
}
