package limbeck.python.evaluate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import limbeck.python.syntax.Expression.Operator;
import limbeck.python.value.Value;
import limbeck.text.Location;

/** Arithmetic of {@code int}, {@code bool} and {@code float}. */
final class Numbers {
  private static final int MOST_BITS = 100_000;

  private Numbers() {}

  static boolean isNumber(Value value) {
    return value instanceof Value.Int
        || value instanceof Value.Bool
        || value instanceof Value.Float;
  }

  /** Returns a whole number; refuses others. */
  static BigInteger whole(Value value) {
    return switch (value) {
      case Value.Int(BigInteger number) -> number;
      case Value.Bool(boolean bool) -> bool ? BigInteger.ONE : BigInteger.ZERO;
      case Value.EnumMember member when EnumClasses.isMixed(member.type()) -> whole(member.value());
      default -> throw NotFoldable.because(value);
    };
  }

  /** Returns a whole number that fits, such as an index; refuses others. */
  static int index(Value value) {
    BigInteger number = whole(value);
    return number.bitLength() > 31
        ? (number.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE)
        : number.intValue();
  }

  static double real(Value value) {
    return value instanceof Value.Float(double number) ? number : whole(value).doubleValue();
  }

  static int compare(Value one, Value other) {
    if (!(one instanceof Value.Float) && !(other instanceof Value.Float)) {
      return whole(one).compareTo(whole(other));
    }
    double left = real(one);
    double right = real(other);
    if (Double.isNaN(left) || Double.isNaN(right)) {
      throw NotFoldable.symbolic();
    }
    if (Double.isInfinite(left) || Double.isInfinite(right)) {
      return Double.compare(left, right);
    }
    return exact(one).compareTo(exact(other));
  }

  private static BigDecimal exact(Value value) {
    return value instanceof Value.Float(double number)
        ? new BigDecimal(number)
        : new BigDecimal(whole(value));
  }

  static Value unary(Operator op, Value value) {
    if (value instanceof Value.Float(double number)) {
      return switch (op) {
        case USUB -> new Value.Float(-number);
        case UADD -> value;
        default -> throw NotFoldable.symbolic();
      };
    }
    BigInteger number = whole(value);
    return new Value.Int(
        switch (op) {
          case USUB -> number.negate();
          case UADD -> number;
          case INVERT -> number.not();
          default -> throw NotFoldable.symbolic();
        });
  }

  static Value binary(Value left, Operator op, Value right, Location at) {
    if (left instanceof Value.Float || right instanceof Value.Float) {
      return reals(real(left), op, real(right), at);
    }
    BigInteger one = whole(left);
    BigInteger other = whole(right);
    boolean bools = left instanceof Value.Bool && right instanceof Value.Bool;
    return switch (op) {
      case ADD -> new Value.Int(one.add(other));
      case SUB -> new Value.Int(one.subtract(other));
      case MULT ->
          new Value.Int(sized(one.bitLength() + (long) other.bitLength(), one).multiply(other));
      case DIV -> quotient(one, other, at);
      case FLOORDIV -> new Value.Int(floorDivide(one, divisor(other, at)));
      case MOD -> new Value.Int(one.subtract(floorDivide(one, divisor(other, at)).multiply(other)));
      case POW -> power(one, other, at);
      case LSHIFT ->
          new Value.Int(
              sized(one.bitLength() + shift(other, at), one).shiftLeft((int) shift(other, at)));
      case RSHIFT -> new Value.Int(one.shiftRight((int) shift(other, at)));
      case BITOR -> bits(one.or(other), bools);
      case BITXOR -> bits(one.xor(other), bools);
      case BITAND -> bits(one.and(other), bools);
      default -> throw NotFoldable.symbolic();
    };
  }

  private static BigInteger sized(long bits, BigInteger value) {
    if (bits > MOST_BITS) {
      throw NotFoldable.symbolic();
    }
    return value;
  }

  private static Value bits(BigInteger number, boolean bool) {
    return bool ? new Value.Bool(number.signum() != 0) : new Value.Int(number);
  }

  private static long shift(BigInteger by, Location at) {
    if (by.signum() < 0) {
      throw PythonError.of("ValueError", "negative shift count", at);
    }
    return by.bitLength() > 30 ? Integer.MAX_VALUE : by.intValue();
  }

  private static BigInteger divisor(BigInteger number, Location at) {
    if (number.signum() == 0) {
      throw PythonError.of("ZeroDivisionError", "integer division or modulo by zero", at);
    }
    return number;
  }

  private static BigInteger floorDivide(BigInteger one, BigInteger other) {
    BigInteger[] parts = one.divideAndRemainder(other);
    boolean down = parts[1].signum() != 0 && parts[1].signum() != other.signum();
    return down ? parts[0].subtract(BigInteger.ONE) : parts[0];
  }

  private static Value quotient(BigInteger one, BigInteger other, Location at) {
    if (other.signum() == 0) {
      throw PythonError.of("ZeroDivisionError", "division by zero", at);
    }
    boolean exact = one.bitLength() <= 53 && other.bitLength() <= 53;
    double result =
        exact
            ? one.doubleValue() / other.doubleValue()
            : new BigDecimal(one)
                .divide(new BigDecimal(other), new MathContext(40, RoundingMode.HALF_EVEN))
                .doubleValue();
    return new Value.Float(result);
  }

  private static Value power(BigInteger base, BigInteger exponent, Location at) {
    if (exponent.signum() < 0) {
      return reals(base.doubleValue(), Operator.POW, exponent.doubleValue(), at);
    }
    if (base.abs().compareTo(BigInteger.ONE) <= 0) {
      boolean odd = exponent.testBit(0);
      return new Value.Int(
          exponent.signum() == 0 || !odd ? base.pow(exponent.signum() == 0 ? 0 : 2) : base);
    }
    if (exponent.bitLength() > 20) {
      throw NotFoldable.symbolic();
    }
    sized((long) base.bitLength() * exponent.intValue(), base);
    return new Value.Int(base.pow(exponent.intValue()));
  }

  private static Value reals(double one, Operator op, double other, Location at) {
    return switch (op) {
      case ADD -> new Value.Float(one + other);
      case SUB -> new Value.Float(one - other);
      case MULT -> new Value.Float(one * other);
      case DIV, FLOORDIV, MOD -> {
        if (other == 0) {
          throw PythonError.of("ZeroDivisionError", "float division by zero", at);
        }
        yield new Value.Float(
            switch (op) {
              case DIV -> one / other;
              case FLOORDIV -> Math.floor((one - modulo(one, other)) / other + 0.5);
              default -> modulo(one, other);
            });
      }
      case POW -> {
        double result = Math.pow(one, other);
        if (Double.isNaN(result) || Double.isInfinite(result)) {
          throw NotFoldable.symbolic();
        }
        yield new Value.Float(result);
      }
      default -> throw NotFoldable.symbolic();
    };
  }

  private static double modulo(double one, double other) {
    double rest = one % other;
    if (rest == 0) {
      return Math.copySign(0.0, other);
    }
    return (rest < 0) == (other < 0) ? rest : rest + other;
  }
}
