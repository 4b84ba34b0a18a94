package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** How Python writes texts and numbers. */
final class Literals {
  private Literals() {}

  /** Returns the {@code repr} of a text. */
  static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder result = new StringBuilder().append(quote);
    text.codePoints().forEach(point -> append(result, point, quote));
    return result.append(quote).toString();
  }

  private static void append(StringBuilder result, int point, char quote) {
    switch (point) {
      case '\\' -> result.append("\\\\");
      case '\n' -> result.append("\\n");
      case '\r' -> result.append("\\r");
      case '\t' -> result.append("\\t");
      default -> {
        if (point == quote) {
          result.append('\\').append(quote);
        } else if (printable(point)) {
          result.appendCodePoint(point);
        } else if (point < 0x100) {
          result.append(String.format(Locale.ROOT, "\\x%02x", point));
        } else if (point < 0x10000) {
          result.append(String.format(Locale.ROOT, "\\u%04x", point));
        } else {
          result.append(String.format(Locale.ROOT, "\\U%08x", point));
        }
      }
    }
  }

  private static boolean printable(int point) {
    if (point == ' ') {
      return true;
    }
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SPACE_SEPARATOR ->
          false;
      default -> true;
    };
  }

  /** Returns the {@code repr} of bytes, one per char. */
  static String quotedBytes(String bytes) {
    char quote = bytes.indexOf('\'') >= 0 && bytes.indexOf('"') < 0 ? '"' : '\'';
    StringBuilder result = new StringBuilder("b").append(quote);
    for (int i = 0; i < bytes.length(); i++) {
      char each = bytes.charAt(i);
      if (each < 0x20 || each >= 0x7f) {
        switch (each) {
          case '\n' -> result.append("\\n");
          case '\r' -> result.append("\\r");
          case '\t' -> result.append("\\t");
          default -> result.append(String.format(Locale.ROOT, "\\x%02x", (int) each));
        }
      } else {
        append(result, each, quote);
      }
    }
    return result.append(quote).toString();
  }

  /** Returns the {@code repr} of a floating-point number: the shortest that reads back equal. */
  static String real(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    BigDecimal shortest = shortest(number);
    String digits = shortest.unscaledValue().abs().toString();
    int exponent = digits.length() - shortest.scale() - 1;
    String sign = number < 0 ? "-" : "";
    if (exponent < -4 || exponent >= 16) {
      String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
      String power = (exponent < 0 ? "-" : "+") + (Math.abs(exponent) < 10 ? "0" : "");
      return sign + digits.charAt(0) + fraction + "e" + power + Math.abs(exponent);
    }
    String plain = shortest.abs().toPlainString();
    return sign + plain + (plain.indexOf('.') < 0 ? ".0" : "");
  }

  /** Java's text has at least two digits; one may be enough. */
  private static BigDecimal shortest(double number) {
    BigDecimal two = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    BigDecimal one = two.round(new MathContext(1, RoundingMode.HALF_EVEN));
    return one.doubleValue() == number ? one.stripTrailingZeros() : two;
  }

  /** Returns the text of a UUID: lower case, with hyphens. */
  static String uuid(String text) {
    String digits =
        text.replace("urn:", "")
            .replace("uuid:", "")
            .replaceAll("[{}\\-]", "")
            .toLowerCase(Locale.ROOT);
    if (!digits.matches("[0-9a-f]{32}")) {
      throw NotFoldable.symbolic();
    }
    return digits.substring(0, 8)
        + "-"
        + digits.substring(8, 12)
        + "-"
        + digits.substring(12, 16)
        + "-"
        + digits.substring(16, 20)
        + "-"
        + digits.substring(20);
  }

  /** Returns the text of a decimal number that is written without an exponent. */
  static String decimal(String text) {
    String number = text.strip();
    if (!number.matches("[+-]?\\d{1,20}(\\.\\d{1,20})?")) {
      throw NotFoldable.symbolic();
    }
    String unsigned = number.startsWith("+") ? number.substring(1) : number;
    BigDecimal exact = new BigDecimal(unsigned);
    if ((unsigned.startsWith("-") && exact.signum() == 0)
        || (exact.signum() != 0 && exact.precision() - exact.scale() <= -6)) {
      throw NotFoldable.symbolic();
    }
    return exact.toPlainString();
  }
}
