package limbeck.python.syntax;

import java.util.Optional;
import limbeck.text.Span;

/**
 * One item of a {@code with} statement.
 *
 * @param context the context manager
 * @param target bound by {@code as}
 * @param span where
 */
public record WithItem(Expression context, Optional<Expression> target, Span span)
    implements Node {}
