package limbeck.python.syntax;

import java.util.Optional;
import limbeck.text.Span;

/**
 * A name of an import.
 *
 * @param name dotted for {@code import a.b}
 * @param alias after {@code as}
 * @param span where
 */
public record ImportAlias(String name, Optional<String> alias, Span span) implements Node {}
