package limbeck.python.syntax;

import java.util.Optional;
import limbeck.text.Span;

/**
 * A parameter of a function.
 *
 * @param name its name
 * @param annotation its annotation
 * @param value its default
 * @param span of name and annotation
 */
public record Parameter(
    String name, Optional<Expression> annotation, Optional<Expression> value, Span span)
    implements Node {}
