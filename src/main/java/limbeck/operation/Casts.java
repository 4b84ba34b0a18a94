package limbeck.operation;

import static limbeck.operation.Conversion.Loss.MAY_CHANGE;
import static limbeck.operation.Conversion.Loss.MAY_FAIL;
import static limbeck.operation.Conversion.Loss.NOTHING;
import static limbeck.operation.Conversion.automatic;
import static limbeck.operation.Conversion.stated;
import static limbeck.operation.Conversion.unknown;

import java.util.Locale;
import java.util.Optional;
import limbeck.schema.ColumnName;
import limbeck.schema.SqlType;

/**
 * PostgreSQL's casts as ALTER COLUMN TYPE uses them (table pg_cast, and the rule that every type
 * goes to text by assignment and comes from text only when asked).
 */
final class Casts {
  private static final String ROUNDED =
      "fractions are rounded, and values out of range are refused";
  private static final String APPROXIMATE = "values are kept only approximately";
  private static final String NO_LABEL = "values that are no label of it are refused";

  private final String column;
  private final SqlType from;
  private final SqlType to;
  private final String toText;

  Casts(ColumnName column, SqlType from, SqlType to) {
    this.column = Identifiers.quoted(column.text());
    this.from = from;
    this.to = to;
    this.toText = DescribeType.describe(to);
  }

  Conversion find() {
    if (from.equals(to)) {
      return automatic();
    }
    if (TypeFamily.of(to) == TypeFamily.STRING) {
      return becomeText();
    }
    return switch (TypeFamily.of(from)) {
      case INTEGER -> fromInteger();
      case NUMERIC -> fromNumeric();
      case FLOATING -> fromFloating();
      case STRING -> fromText();
      case BOOLEAN -> fromBoolean();
      case DATE -> TypeFamily.of(to) == TypeFamily.TIMESTAMP ? automatic() : none();
      case TIME -> fromTime();
      case TIMESTAMP -> fromTimestamp();
      case INTERVAL -> fromInterval();
      case BINARY -> TypeFamily.of(to) == TypeFamily.BINARY ? automatic() : none();
      case JSON -> fromJson();
      case ENUM ->
          TypeFamily.of(to) == TypeFamily.ENUM
              ? stated(column + "::text::" + toText, MAY_FAIL, NO_LABEL)
              : none();
      case ARRAY -> fromArray();
      case NAMED -> fromNamed();
      case UUID, UNKNOWN -> none();
    };
  }

  private Conversion none() {
    return unknown("there is no cast from " + DescribeType.describe(from) + " to " + toText);
  }

  private Conversion cast(Conversion.Loss loss, String why) {
    return stated(column + "::" + toText, loss, why);
  }

  /** The room for characters; empty for no limit or no text. */
  private static Optional<Integer> length(SqlType type) {
    return switch (type) {
      case SqlType.Varchar it -> it.length();
      case SqlType.Char it -> Optional.of(it.length().orElse(1));
      case SqlType.TextEnum it -> Optional.of(it.length());
      case SqlType.Uuid it -> it.nativeType() ? Optional.of(36) : Optional.of(32);
      case SqlType.BooleanType _ -> Optional.of(5);
      case SqlType.Date _ -> Optional.of(13);
      case SqlType.IntegerType(SqlType.IntegerSize size) ->
          Optional.of(
              switch (size) {
                case SMALL -> 6;
                case NORMAL -> 11;
                case BIG -> 20;
              });
      case SqlType.Numeric _,
          SqlType.Floating _,
          SqlType.DoublePrecision _,
          SqlType.Real _,
          SqlType.Text _,
          SqlType.Time _,
          SqlType.Timestamp _,
          SqlType.Interval _,
          SqlType.Binary _,
          SqlType.Json _,
          SqlType.EnumReference _,
          SqlType.ArrayOf _,
          SqlType.Named _,
          SqlType.Variant _,
          SqlType.Unknown _ ->
          Optional.empty();
    };
  }

  /** Every type becomes text by assignment; only the room it finds there is in question. */
  private Conversion becomeText() {
    if (TypeFamily.of(from) == TypeFamily.UUID && to instanceof SqlType.Uuid) {
      return stated("replace(" + column + "::text, '-', '')", NOTHING, "hyphens are left out");
    }
    if (TypeFamily.of(from) == TypeFamily.UNKNOWN) {
      return none();
    }
    Optional<Integer> room = length(to);
    boolean fits =
        room.isEmpty() || length(from).filter(it -> it <= room.orElseThrow()).isPresent();
    return fits
        ? automatic()
        : automatic(
            MAY_FAIL, "values longer than " + room.orElseThrow() + " characters are refused");
  }

  private Conversion fromInteger() {
    SqlType.IntegerSize size = size(from);
    return switch (TypeFamily.of(to)) {
      case INTEGER ->
          size(to).compareTo(size) >= 0
              ? automatic()
              : automatic(MAY_FAIL, "values out of the range of " + toText + " are refused");
      case NUMERIC ->
          toText.equals("NUMERIC")
              ? automatic()
              : automatic(MAY_FAIL, "values with too many digits for " + toText + " are refused");
      case FLOATING ->
          size == SqlType.IntegerSize.SMALL
              ? automatic()
              : automatic(MAY_CHANGE, "large values are kept only approximately");
      case BOOLEAN ->
          stated(column + " <> 0", MAY_CHANGE, "0 becomes false, every other number true");
      default -> none();
    };
  }

  private static SqlType.IntegerSize size(SqlType type) {
    return type instanceof SqlType.IntegerType(SqlType.IntegerSize size)
        ? size
        : SqlType.IntegerSize.BIG;
  }

  private Conversion fromNumeric() {
    return switch (TypeFamily.of(to)) {
      case NUMERIC -> betweenNumerics((SqlType.Numeric) from, (SqlType.Numeric) to);
      case INTEGER -> automatic(MAY_CHANGE, ROUNDED);
      case FLOATING -> automatic(MAY_CHANGE, APPROXIMATE);
      default -> none();
    };
  }

  private static Conversion betweenNumerics(SqlType.Numeric from, SqlType.Numeric to) {
    if (to.precision().isEmpty()) {
      return automatic();
    }
    int scale = to.scale().orElse(0);
    if (from.precision().isEmpty() || from.scale().orElse(0) > scale) {
      return automatic(MAY_CHANGE, "values are rounded to " + scale + " decimal places");
    }
    int whole = to.precision().orElseThrow() - scale;
    return from.precision().orElseThrow() - from.scale().orElse(0) > whole
        ? automatic(MAY_FAIL, "values with more than " + whole + " whole digits are refused")
        : automatic();
  }

  private Conversion fromFloating() {
    return switch (TypeFamily.of(to)) {
      case FLOATING ->
          to instanceof SqlType.DoublePrecision ? automatic() : automatic(MAY_CHANGE, APPROXIMATE);
      case INTEGER -> automatic(MAY_CHANGE, ROUNDED);
      case NUMERIC -> automatic(MAY_CHANGE, "values are rounded");
      default -> none();
    };
  }

  private Conversion fromText() {
    return switch (TypeFamily.of(to)) {
      case ENUM -> stated(column + "::text::" + toText, MAY_FAIL, NO_LABEL);
      case ARRAY -> unknown("text is not the spelling of an array");
      case BINARY -> unknown("the encoding of the bytes is not known");
      case UNKNOWN -> none();
      default -> cast(MAY_FAIL, "values that are no " + toText + " are refused");
    };
  }

  private Conversion fromBoolean() {
    return switch (TypeFamily.of(to)) {
      case INTEGER, NUMERIC ->
          stated(
              column + (toText.equals("INTEGER") ? "::INTEGER" : "::INTEGER::" + toText),
              NOTHING,
              "false becomes 0 and true 1");
      default -> none();
    };
  }

  private Conversion fromTime() {
    SqlType.Time before = (SqlType.Time) from;
    return switch (TypeFamily.of(to)) {
      case TIME -> {
        SqlType.Time after = (SqlType.Time) to;
        boolean loses =
            lessPrecise(before.precision(), after.precision()) || (before.zone() && !after.zone());
        yield loses ? automatic(MAY_CHANGE, "the zone or part of the second is lost") : automatic();
      }
      case INTERVAL -> before.zone() ? none() : automatic();
      default -> none();
    };
  }

  private Conversion fromTimestamp() {
    SqlType.Timestamp before = (SqlType.Timestamp) from;
    return switch (TypeFamily.of(to)) {
      case TIMESTAMP -> {
        SqlType.Timestamp after = (SqlType.Timestamp) to;
        if (lessPrecise(before.precision(), after.precision())) {
          yield automatic(MAY_CHANGE, "part of the second is rounded away");
        }
        yield before.zone() == after.zone()
            ? automatic()
            : automatic(NOTHING, "values are read in the time zone of the session");
      }
      case DATE -> automatic(MAY_CHANGE, "the time of day is lost");
      case TIME ->
          ((SqlType.Time) to).zone() && !before.zone()
              ? none()
              : automatic(MAY_CHANGE, "the date is lost");
      default -> none();
    };
  }

  private static boolean lessPrecise(Optional<Integer> from, Optional<Integer> to) {
    return to.isPresent() && to.orElseThrow() < from.orElse(6);
  }

  private Conversion fromInterval() {
    return switch (TypeFamily.of(to)) {
      case INTERVAL -> automatic(MAY_CHANGE, "fields that are not kept are cut off");
      case TIME ->
          ((SqlType.Time) to).zone() ? none() : automatic(MAY_CHANGE, "whole days are lost");
      default -> none();
    };
  }

  private Conversion fromJson() {
    boolean binary = ((SqlType.Json) from).binary();
    return switch (TypeFamily.of(to)) {
      case JSON ->
          binary
              ? automatic()
              : automatic(MAY_CHANGE, "white space, the order of keys and repeated keys are lost");
      case INTEGER, NUMERIC, FLOATING, BOOLEAN ->
          binary ? cast(MAY_FAIL, "values that are no " + toText + " are refused") : none();
      default -> none();
    };
  }

  private Conversion fromArray() {
    SqlType.ArrayOf before = (SqlType.ArrayOf) from;
    return switch (TypeFamily.of(to)) {
      case ARRAY -> {
        SqlType element = ((SqlType.ArrayOf) to).element();
        Conversion elements =
            new Casts(new ColumnName("element"), before.element(), element).find();
        yield switch (elements.path()) {
          case AUTOMATIC -> automatic(elements.loss(), elements.why());
          case STATED ->
              TypeFamily.of(element) == TypeFamily.ENUM
                  ? stated(column + "::text[]::" + toText, elements.loss(), elements.why())
                  : cast(elements.loss(), elements.why());
          case UNKNOWN -> none();
        };
      }
      case JSON ->
          stated(
              (toText.equals("JSONB") ? "to_jsonb(" : "to_json(") + column + ")",
              NOTHING,
              "an array becomes a JSON array");
      default -> none();
    };
  }

  private Conversion fromNamed() {
    if (TypeFamily.of(to) != TypeFamily.NAMED) {
      return none();
    }
    String was = ((SqlType.Named) from).name().toLowerCase(Locale.ROOT);
    String is = ((SqlType.Named) to).name().toLowerCase(Locale.ROOT);
    if (was.equals("cidr") && is.equals("inet")) {
      return automatic();
    }
    if (was.equals("inet") && is.equals("cidr")) {
      return automatic(MAY_CHANGE, "bits beyond the mask become zero");
    }
    if (was.equals(is)) {
      return automatic(MAY_FAIL, "values that do not fit " + toText + " are refused");
    }
    return castsTo(was, is) ? cast(MAY_FAIL, "not every value need have a counterpart") : none();
  }

  /** PostgreSQL's own casts among such types; a domain's are not known here. */
  private static boolean castsTo(String was, String is) {
    return (was.equals("macaddr") && is.equals("macaddr8"))
        || (was.equals("macaddr8") && is.equals("macaddr"))
        || (was.endsWith("range") && is.equals(was.replaceFirst("range$", "multirange")));
  }
}
