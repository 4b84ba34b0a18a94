package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** {@code format(value, spec)}: Python's format specification mini-language. */
final class Formatting {
  private static final Pattern SPEC =
      Pattern.compile(
          "(?:(?<fill>.)?(?<align>[<>=^]))?(?<sign>[-+ ])?(?<alternate>#)?(?<zero>0)?"
              + "(?<width>\\d+)?(?<group>[,_])?(?:\\.(?<precision>\\d+))?(?<type>[a-zA-Z%])?",
          Pattern.DOTALL);

  private Formatting() {}

  /** A format specification taken apart. */
  private record Spec(
      String fill,
      char align,
      String sign,
      boolean alternate,
      int width,
      String group,
      Optional<Integer> precision,
      char type) {}

  /** Returns {@code format(value, spec)}. */
  static String format(Machine machine, Value value, String spec, Location at) {
    if (spec.isEmpty()) {
      return machine.text().str(value, at);
    }
    return switch (value) {
      case Value.Str(String text) -> text(text, spec(spec, '<', at));
      case Value.Bool(boolean bool) when spec.matches(".?[<>^]?\\d*s?") ->
          throw bool ? NotFoldable.symbolic() : NotFoldable.because(value);
      case Value.Int _, Value.Bool _ -> whole(Numbers.whole(value), spec(spec, '>', at), at);
      case Value.Float(double number) -> real(number, spec(spec, '>', at), at);
      case Value.EnumMember member
          when machine.enums().showsValue(member.type())
              && machine.enums().method(member, "__str__", at).isEmpty() ->
          format(machine, member.value(), spec, at);
      case Value.EnumMember _ -> text(machine.text().str(value, at), spec(spec, '<', at));
      default -> throw NotFoldable.because(value);
    };
  }

  private static Spec spec(String text, char align, Location at) {
    Matcher matcher = SPEC.matcher(text);
    if (!matcher.matches()) {
      throw PythonError.of("ValueError", "Invalid format specifier", at);
    }
    boolean zero = matcher.group("zero") != null;
    String given = matcher.group("align");
    String fill = matcher.group("fill");
    String width = matcher.group("width");
    String precision = matcher.group("precision");
    String type = matcher.group("type");
    int most = 1000;
    int columns = width == null ? 0 : width.length() > 4 ? most + 1 : Integer.parseInt(width);
    int digits =
        precision == null ? 0 : precision.length() > 4 ? most + 1 : Integer.parseInt(precision);
    if (columns > most || digits > most) {
      throw NotFoldable.symbolic();
    }
    return new Spec(
        fill != null ? fill : zero ? "0" : " ",
        given != null ? given.charAt(0) : zero && align == '>' ? '=' : align,
        matcher.group("sign") == null ? "-" : matcher.group("sign"),
        matcher.group("alternate") != null,
        columns,
        matcher.group("group") == null ? "" : matcher.group("group"),
        precision == null ? Optional.empty() : Optional.of(digits),
        type == null ? 0 : type.charAt(0));
  }

  private static String text(String text, Spec spec) {
    if (spec.type() != 0 && spec.type() != 's') {
      throw NotFoldable.symbolic();
    }
    String cut = text;
    int length = text.codePointCount(0, text.length());
    if (spec.precision().isPresent() && spec.precision().get() < length) {
      cut = text.substring(0, text.offsetByCodePoints(0, spec.precision().get()));
    }
    return padded("", cut, spec);
  }

  private static String padded(String sign, String body, Spec spec) {
    int length = sign.length() + body.codePointCount(0, body.length());
    int missing = Math.max(0, spec.width() - length);
    String fill = spec.fill();
    return switch (spec.align()) {
      case '<' -> sign + body + fill.repeat(missing);
      case '=' -> sign + fill.repeat(missing) + body;
      case '^' -> fill.repeat(missing / 2) + sign + body + fill.repeat(missing - missing / 2);
      default -> fill.repeat(missing) + sign + body;
    };
  }

  private static String sign(boolean negative, Spec spec) {
    return negative ? "-" : spec.sign().equals("-") ? "" : spec.sign();
  }

  private static String whole(BigInteger number, Spec spec, Location at) {
    String digits;
    String prefix = "";
    switch (spec.type()) {
      case 0, 'd', 'n' -> digits = number.abs().toString();
      case 'x' -> {
        digits = number.abs().toString(16);
        prefix = "0x";
      }
      case 'X' -> {
        digits = number.abs().toString(16).toUpperCase(Locale.ROOT);
        prefix = "0X";
      }
      case 'o' -> {
        digits = number.abs().toString(8);
        prefix = "0o";
      }
      case 'b' -> {
        digits = number.abs().toString(2);
        prefix = "0b";
      }
      case 'c' -> {
        return padded("", Character.toString(Math.max(0, number.intValue() & 0x10ffff)), spec);
      }
      case 'e', 'E', 'f', 'F', 'g', 'G', '%' -> {
        return real(number.doubleValue(), spec, at);
      }
      default -> throw PythonError.of("ValueError", "Unknown format code", at);
    }
    boolean binary = !prefix.isEmpty();
    String body = grouped(digits, spec.group(), binary ? 4 : 3, spec);
    String sign = sign(number.signum() < 0, spec) + (spec.alternate() ? prefix : "");
    return padded(sign, body, spec);
  }

  private static String grouped(String digits, String separator, int size, Spec spec) {
    if (separator.isEmpty()) {
      return digits;
    }
    if (spec.fill().equals("0") && spec.align() == '=' && spec.width() > digits.length()) {
      throw NotFoldable.symbolic();
    }
    StringBuilder result = new StringBuilder(digits);
    for (int i = digits.length() - size; i > 0; i -= size) {
      result.insert(i, separator);
    }
    return result.toString();
  }

  private static String real(double number, Spec spec, Location at) {
    if (!Double.isFinite(number)) {
      throw NotFoldable.symbolic();
    }
    BigDecimal exact = new BigDecimal(number).abs();
    int precision = spec.precision().orElse(6);
    String body =
        switch (spec.type()) {
          case 'f', 'F' -> exact.setScale(precision, RoundingMode.HALF_EVEN).toPlainString();
          case '%' ->
              new BigDecimal(number * 100)
                      .abs()
                      .setScale(precision, RoundingMode.HALF_EVEN)
                      .toPlainString()
                  + "%";
          case 'e' -> scientific(exact, precision);
          case 'E' -> scientific(exact, precision).toUpperCase(Locale.ROOT);
          case 'g', 'n' -> general(exact, precision, spec.alternate());
          case 'G' -> general(exact, precision, spec.alternate()).toUpperCase(Locale.ROOT);
          case 0 -> {
            if (spec.precision().isPresent()) {
              throw NotFoldable.symbolic();
            }
            yield Literals.real(Math.abs(number));
          }
          default -> throw PythonError.of("ValueError", "Unknown format code", at);
        };
    int point = body.indexOf('.');
    String wholePart = point < 0 ? body : body.substring(0, point);
    if (!spec.group().isEmpty() && wholePart.matches("\\d+")) {
      body = grouped(wholePart, spec.group(), 3, spec) + body.substring(wholePart.length());
    }
    boolean negative = number < 0 || (number == 0 && 1 / number < 0);
    return padded(sign(negative, spec), body, spec);
  }

  private static String scientific(BigDecimal exact, int precision) {
    if (exact.signum() == 0) {
      return "0" + (precision > 0 ? "." + "0".repeat(precision) : "") + "e+00";
    }
    BigDecimal rounded = exact.round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    String digits = rounded.unscaledValue().toString();
    digits += "0".repeat(Math.max(0, precision + 1 - digits.length()));
    return digits.charAt(0)
        + (precision > 0 ? "." + digits.substring(1, precision + 1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static String general(BigDecimal exact, int given, boolean alternate) {
    int precision = Math.max(1, given);
    if (exact.signum() == 0) {
      return "0";
    }
    BigDecimal rounded = exact.round(new MathContext(precision, RoundingMode.HALF_EVEN));
    int exponent = rounded.precision() - rounded.scale() - 1;
    if (alternate) {
      throw NotFoldable.symbolic();
    }
    if (exponent < -4 || exponent >= precision) {
      String text = scientific(exact, precision - 1);
      int e = text.indexOf('e');
      String mantissa = text.substring(0, e);
      if (mantissa.indexOf('.') >= 0) {
        mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
      }
      return mantissa + text.substring(e);
    }
    return rounded.stripTrailingZeros().toPlainString();
  }
}
