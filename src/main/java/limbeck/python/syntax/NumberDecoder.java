package limbeck.python.syntax;

import java.math.BigInteger;
import java.util.Optional;

/** The values of numbers that the lexer has found to be well formed. */
final class NumberDecoder {
  /** CPython's default limit, which also keeps conversion from taking quadratic time. */
  private static final int MOST_DIGITS = 4300;

  static final String TOO_MANY_DIGITS =
      "Exceeds the limit (4300 digits) for integer string conversion"
          + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.";

  private NumberDecoder() {}

  /** Returns the value; empty for a decimal integer with more digits than CPython converts. */
  static Optional<Literal> decode(String written) {
    String text = written.indexOf('_') < 0 ? written : written.replace("_", "");
    if (text.length() > 1 && text.charAt(0) == '0') {
      switch (text.charAt(1)) {
        case 'x', 'X' -> {
          return Optional.of(new Literal.Int(bits(text, 4)));
        }
        case 'o', 'O' -> {
          return Optional.of(new Literal.Int(bits(text, 3)));
        }
        case 'b', 'B' -> {
          return Optional.of(new Literal.Int(bits(text, 1)));
        }
        default -> {}
      }
    }
    return decimal(text);
  }

  private static Optional<Literal> decimal(String text) {
    char last = text.charAt(text.length() - 1);
    if (last == 'j' || last == 'J') {
      double value = Double.parseDouble(text.substring(0, text.length() - 1));
      return Optional.of(new Literal.Complex(value));
    }
    for (int i = 0; i < text.length(); i++) {
      if (!Characters.isDigit(text.charAt(i))) {
        return Optional.of(new Literal.Float(Double.parseDouble(text)));
      }
    }
    if (text.length() <= 18) {
      return Optional.of(new Literal.Int(BigInteger.valueOf(Long.parseLong(text))));
    }
    return text.length() > MOST_DIGITS
        ? Optional.empty()
        : Optional.of(new Literal.Int(new BigInteger(text)));
  }

  /** Packs digits of a few bits each, in linear time unlike the general conversion. */
  private static BigInteger bits(String text, int width) {
    int count = (text.length() - 2) * width;
    byte[] bytes = new byte[count / 8 + 2];
    int bit = 0;
    for (int i = text.length() - 1; i >= 2; i--) {
      int digit = Characters.digit(text.charAt(i), 16);
      for (int k = 0; k < width; k++, bit++) {
        if ((digit >> k & 1) != 0) {
          bytes[bytes.length - 1 - bit / 8] |= (byte) (1 << (bit % 8));
        }
      }
    }
    return new BigInteger(bytes);
  }
}
