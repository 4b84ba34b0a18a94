package limbeck.python.syntax;

import limbeck.text.Span;

/**
 * A piece of a Python text.
 *
 * @param kind what it is
 * @param span where
 */
public record Token(TokenKind kind, Span span) {}
