package limbeck.python.syntax;

import java.util.Optional;
import limbeck.text.Span;

/**
 * A keyword argument.
 *
 * @param name empty for {@code **value}
 * @param value the argument
 * @param span where
 */
public record Keyword(Optional<String> name, Expression value, Span span) implements Node {}
