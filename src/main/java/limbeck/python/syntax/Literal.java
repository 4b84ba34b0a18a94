package limbeck.python.syntax;

import java.math.BigInteger;

/** The value of a literal. */
public sealed interface Literal {
  /** Text; adjacent pieces joined, escapes resolved, {@code u} prefix noted. */
  record Str(String value, boolean unicodePrefix) implements Literal {}

  /** Bytes, one per char (0–255). */
  record Bytes(String value) implements Literal {}

  /** An integer of any size. */
  record Int(BigInteger value) implements Literal {}

  /** A floating-point number. */
  record Float(double value) implements Literal {}

  /** An imaginary number. */
  record Complex(double imaginary) implements Literal {}

  /** {@code True} or {@code False}. */
  record Bool(boolean value) implements Literal {}

  /** {@code None}. */
  record None() implements Literal {}

  /** {@code ...}. */
  record Ellipsis() implements Literal {}
}
