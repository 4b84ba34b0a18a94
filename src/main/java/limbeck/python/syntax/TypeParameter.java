package limbeck.python.syntax;

import java.util.Optional;
import limbeck.text.Span;

/**
 * A type parameter (PEP 695, defaults by PEP 696).
 *
 * @param kind how many types it stands for
 * @param name its name
 * @param bound after the colon
 * @param value its default
 * @param span where
 */
public record TypeParameter(
    Kind kind, String name, Optional<Expression> bound, Optional<Expression> value, Span span)
    implements Node {
  /** The kinds of type parameters. */
  public enum Kind {
    /** {@code T}. */
    TYPE_VAR,
    /** {@code *Ts}. */
    TYPE_VAR_TUPLE,
    /** {@code **P}. */
    PARAM_SPEC
  }
}
