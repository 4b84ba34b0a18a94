package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The {@code match} statement with its cases (PEP 634). */
final class MatchParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  MatchParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /**
   * Returns whether the soft keyword {@code match} begins a statement here: when the logical line
   * ends in a colon, which no other statement that begins with a name does.
   */
  boolean isMatch() {
    switch (cursor.next()) {
      case DOT, EQUAL, COMMA, COLON, NEWLINE, RIGHT_PARENTHESIS, SEMICOLON -> {
        return false;
      }
      default -> {}
    }
    TokenBuffer tokens = cursor.tokens();
    int index = cursor.index() + 1;
    while (tokens.kind(index) != TokenKind.NEWLINE && tokens.kind(index) != TokenKind.END) {
      index++;
    }
    return tokens.kind(index - 1) == TokenKind.COLON;
  }

  Statement matchStatement() {
    int start = cursor.start();
    cursor.advance();
    Expression subject = grammar.statements.head(this::subject, malformed -> malformed);
    cursor.accept(TokenKind.SEMICOLON);
    if (!cursor.at(TokenKind.NEWLINE)) {
      throw cursor.invalid();
    }
    if (cursor.next() != TokenKind.INDENT) {
      missingBlock(subject, start);
      return new Statement.Match(subject, List.of(), cursor.spanFrom(start));
    }
    cursor.advance();
    cursor.advance();
    List<MatchCase> cases = new ArrayList<>();
    while (!cursor.at(TokenKind.DEDENT) && !cursor.at(TokenKind.END)) {
      cases.add(cursor.at(TokenKind.INDENT) ? unexpectedBlock() : matchCase());
    }
    cursor.accept(TokenKind.DEDENT);
    return new Statement.Match(subject, List.copyOf(cases), cursor.spanFrom(start));
  }

  private void missingBlock(Expression subject, int start) {
    cursor.advance();
    if (!(subject instanceof Expression.Malformed)) {
      grammar.problems.add(
          "expected an indented block after 'match' statement on line " + cursor.file().line(start),
          cursor.start(),
          cursor.end());
    }
  }

  private Expression subject() {
    int start = cursor.start();
    Expression first = grammar.expressions.starNamedExpression();
    if (!cursor.at(TokenKind.COMMA)) {
      if (first instanceof Expression.Starred) {
        throw cursor.invalid();
      }
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression()) {
      elements.add(grammar.expressions.starNamedExpression());
    }
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }

  private MatchCase unexpectedBlock() {
    Statement block = grammar.statements.unexpectedBlock();
    Expression malformed = new Expression.Malformed("unexpected indent", block.span());
    Pattern pattern = new Pattern.MatchValue(malformed, block.span());
    return new MatchCase(pattern, Optional.empty(), List.of(block), block.span());
  }

  /** What stands between {@code case} and the colon. */
  private record Head(Pattern pattern, Optional<Expression> guard, boolean failed) {}

  /** One case; a line in its place that is none has a malformed value for its pattern. */
  private MatchCase matchCase() {
    int start = cursor.start();
    Head head =
        grammar.statements.head(
            this::head,
            malformed ->
                new Head(
                    new Pattern.MatchValue(malformed, malformed.span()), Optional.empty(), true));
    List<Statement> body = grammar.statements.block("'case' statement", start, head.failed());
    return new MatchCase(head.pattern(), head.guard(), body, cursor.spanFrom(start));
  }

  private Head head() {
    SyntaxFailure notCase = cursor.invalid();
    boolean isCase = cursor.atWord("case");
    cursor.advance();
    if (!isCase) {
      throw notCase;
    }
    Pattern pattern = grammar.patterns.patterns();
    Optional<Expression> guard =
        cursor.accept(TokenKind.IF)
            ? Optional.of(grammar.expressions.namedExpression())
            : Optional.empty();
    return new Head(pattern, guard, false);
  }
}
