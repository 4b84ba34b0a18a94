package limbeck.python.syntax;

import java.util.List;
import limbeck.text.Span;

/**
 * One {@code for … in … if …} of a comprehension.
 *
 * @param target what is bound
 * @param iterable what is walked
 * @param conditions the ifs
 * @param async whether it is {@code async for}
 * @param span where
 */
public record Comprehension(
    Expression target, Expression iterable, List<Expression> conditions, boolean async, Span span)
    implements Node {}
