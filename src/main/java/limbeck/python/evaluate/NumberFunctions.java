package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;

/** Builtins and {@code math} functions over numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  static void register(Map<String, Native> functions) {
    functions.put("builtins.abs", NumberFunctions::absolute);
    functions.put("builtins.round", NumberFunctions::round);
    functions.put("builtins.divmod", NumberFunctions::divmod);
    functions.put("builtins.pow", NumberFunctions::power);
    functions.put(
        "builtins.chr",
        arguments -> {
          int point = Numbers.index(arguments.get(0));
          if (!Character.isValidCodePoint(point)) {
            throw arguments.error("ValueError", "chr() arg not in range(0x110000)");
          }
          return new Value.Str(Character.toString(point));
        });
    functions.put(
        "builtins.ord",
        arguments -> {
          String text = arguments.text(0);
          if (text.codePointCount(0, text.length()) != 1) {
            throw arguments.error("TypeError", "ord() expected a character");
          }
          return Value.Int.of(text.codePointAt(0));
        });
    functions.put("builtins.hex", arguments -> based(arguments, 16, "0x"));
    functions.put("builtins.oct", arguments -> based(arguments, 8, "0o"));
    functions.put("builtins.bin", arguments -> based(arguments, 2, "0b"));
    functions.put("math.floor", arguments -> rounded(arguments, RoundingMode.FLOOR));
    functions.put("math.ceil", arguments -> rounded(arguments, RoundingMode.CEILING));
    functions.put("math.trunc", arguments -> rounded(arguments, RoundingMode.DOWN));
    functions.put(
        "math.sqrt",
        arguments -> {
          double number = Numbers.real(arguments.get(0));
          if (number < 0) {
            throw arguments.error("ValueError", "math domain error");
          }
          return new Value.Float(Math.sqrt(number));
        });
  }

  private static Value absolute(Arguments arguments) {
    return arguments.get(0) instanceof Value.Float(double number)
        ? new Value.Float(Math.abs(number))
        : new Value.Int(Numbers.whole(arguments.get(0)).abs());
  }

  private static Value round(Arguments arguments) {
    Value of = arguments.get(0);
    boolean whole = arguments.optionalWhole(1, "ndigits").isEmpty();
    int digits = arguments.optionalWhole(1, "ndigits").map(BigInteger::intValue).orElse(0);
    if (!(of instanceof Value.Float(double number))) {
      BigInteger given = Numbers.whole(of);
      return digits >= 0
          ? new Value.Int(given)
          : new Value.Int(
              new BigDecimal(given).setScale(digits, RoundingMode.HALF_EVEN).toBigInteger());
    }
    if (!Double.isFinite(number) || Math.abs(digits) > 300) {
      throw NotFoldable.symbolic();
    }
    BigDecimal rounded = new BigDecimal(number).setScale(digits, RoundingMode.HALF_EVEN);
    return whole ? new Value.Int(rounded.toBigInteger()) : new Value.Float(rounded.doubleValue());
  }

  private static Value divmod(Arguments arguments) {
    Value one = arguments.get(0);
    Value other = arguments.get(1);
    if (!Numbers.isNumber(one) || !Numbers.isNumber(other)) {
      throw NotFoldable.because(one);
    }
    return new Value.TupleOf(
        List.of(
            Numbers.binary(one, Operator.FLOORDIV, other, arguments.at()),
            Numbers.binary(one, Operator.MOD, other, arguments.at())));
  }

  private static Value power(Arguments arguments) {
    arguments.requireAtMost(2);
    Value one = arguments.get(0);
    Value other = arguments.get(1);
    if (!Numbers.isNumber(one) || !Numbers.isNumber(other)) {
      throw NotFoldable.because(one);
    }
    return Numbers.binary(one, Operator.POW, other, arguments.at());
  }

  private static Value based(Arguments arguments, int radix, String prefix) {
    BigInteger number = Numbers.whole(arguments.get(0));
    String sign = number.signum() < 0 ? "-" : "";
    return new Value.Str(sign + prefix + number.abs().toString(radix));
  }

  private static Value rounded(Arguments arguments, RoundingMode mode) {
    Value of = arguments.get(0);
    if (of instanceof Value.Float(double number)) {
      if (!Double.isFinite(number)) {
        throw NotFoldable.symbolic();
      }
      return new Value.Int(new BigDecimal(number).setScale(0, mode).toBigInteger());
    }
    return new Value.Int(Numbers.whole(of));
  }
}
