package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/**
 * An {@code except} clause.
 *
 * @param type the exceptions caught; empty for a bare one
 * @param name bound by {@code as}
 * @param body its statements
 * @param span where
 */
public record ExceptHandler(
    Optional<Expression> type, Optional<String> name, List<Statement> body, Span span)
    implements Node {}
