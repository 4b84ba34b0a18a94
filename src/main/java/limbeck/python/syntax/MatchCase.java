package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/**
 * A {@code case} clause.
 *
 * @param pattern what must match
 * @param guard its condition
 * @param body its statements
 * @param span where
 */
public record MatchCase(
    Pattern pattern, Optional<Expression> guard, List<Statement> body, Span span) implements Node {}
