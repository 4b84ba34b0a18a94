package limbeck.python.syntax;

import limbeck.text.Span;

/** A node of the syntax tree. */
public sealed interface Node
    permits Expression,
        Statement,
        Pattern,
        Keyword,
        Parameters,
        Parameter,
        Comprehension,
        ExceptHandler,
        WithItem,
        MatchCase,
        ImportAlias,
        TypeParameter {
  /** Returns where it stands, as CPython's positions say. */
  Span span();
}
