package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** A pattern of a {@code match} statement. */
public sealed interface Pattern extends Node {
  /** A value compared by {@code ==}. */
  record MatchValue(Expression value, Span span) implements Pattern {}

  /** {@code None}, {@code True} or {@code False}, compared by identity. */
  record MatchSingleton(Literal value, Span span) implements Pattern {}

  /** {@code [a, b]}. */
  record MatchSequence(List<Pattern> patterns, Span span) implements Pattern {}

  /** {@code {key: pattern, **rest}}. */
  record MatchMapping(
      List<Expression> keys, List<Pattern> patterns, Optional<String> rest, Span span)
      implements Pattern {}

  /** {@code Class(pattern, name=pattern)}. */
  record MatchClass(
      Expression type,
      List<Pattern> patterns,
      List<String> keywordNames,
      List<Pattern> keywordPatterns,
      Span span)
      implements Pattern {}

  /** {@code *name}. */
  record MatchStar(Optional<String> name, Span span) implements Pattern {}

  /** {@code pattern as name}; both empty is the wildcard. */
  record MatchAs(Optional<Pattern> pattern, Optional<String> name, Span span) implements Pattern {}

  /** {@code a | b}. */
  record MatchOr(List<Pattern> patterns, Span span) implements Pattern {}
}
