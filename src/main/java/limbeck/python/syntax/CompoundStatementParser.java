package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with blocks, definitions apart. */
final class CompoundStatementParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  CompoundStatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One {@code if} or {@code elif}. */
  private record Branch(int start, Expression test, List<Statement> body, int end) {}

  Statement ifStatement() {
    List<Branch> branches = new ArrayList<>(2);
    branches.add(branch("'if' statement"));
    boolean failed = false;
    while (!failed && cursor.at(TokenKind.ELIF)) {
      int first = cursor.index();
      try {
        branches.add(branch("'elif' statement"));
      } catch (SyntaxFailure failure) {
        grammar.statements.keepFailedClause(failure, first);
        failed = true;
      }
    }
    int end = branches.getLast().end();
    List<Statement> orElse = failed ? List.of() : elseBlock();
    end = failed ? end : cursor.lastEnd();
    for (int i = branches.size() - 1; i > 0; i--) {
      Branch branch = branches.get(i);
      orElse =
          List.of(
              new Statement.If(
                  branch.test(), branch.body(), orElse, cursor.span(branch.start(), end)));
    }
    Branch first = branches.getFirst();
    return new Statement.If(first.test(), first.body(), orElse, cursor.span(first.start(), end));
  }

  private Branch branch(String what) {
    int start = cursor.start();
    cursor.advance();
    Expression test = grammar.expressions.namedExpression();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block(what, start);
    return new Branch(start, test, body, cursor.lastEnd());
  }

  /** The block of {@code else}, when there is one. */
  private List<Statement> elseBlock() {
    return clause(TokenKind.ELSE, "'else' statement");
  }

  private List<Statement> clause(TokenKind keyword, String what) {
    if (!cursor.at(keyword)) {
      return List.of();
    }
    int first = cursor.index();
    int start = cursor.start();
    try {
      cursor.advance();
      grammar.statements.colon();
    } catch (SyntaxFailure failure) {
      grammar.statements.keepFailedClause(failure, first);
      return List.of();
    }
    return grammar.statements.block(what, start);
  }

  Statement whileStatement() {
    int start = cursor.start();
    cursor.advance();
    Expression test = grammar.expressions.namedExpression();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("'while' statement", start);
    List<Statement> orElse = elseBlock();
    return new Statement.While(test, body, orElse, cursor.spanFrom(start));
  }

  Statement forStatement(int start, boolean async) {
    int keyword = cursor.start();
    cursor.advance();
    Expression target = grammar.targets.loopTarget();
    cursor.expect(TokenKind.IN);
    Expression iterable = grammar.expressions.starExpressions();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("'for' statement", keyword);
    List<Statement> orElse = elseBlock();
    return new Statement.For(target, iterable, body, orElse, async, cursor.spanFrom(start));
  }

  Statement withStatement(int start, boolean async) {
    int keyword = cursor.start();
    cursor.advance();
    List<WithItem> items = isParenthesised() ? parenthesisedItems() : items();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("'with' statement", keyword);
    return new Statement.With(items, body, async, cursor.spanFrom(start));
  }

  private List<WithItem> items() {
    List<WithItem> items = new ArrayList<>(1);
    do {
      items.add(item());
    } while (cursor.accept(TokenKind.COMMA));
    return List.copyOf(items);
  }

  private List<WithItem> parenthesisedItems() {
    cursor.advance();
    List<WithItem> items = new ArrayList<>(2);
    do {
      items.add(item());
    } while (cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PARENTHESIS));
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return List.copyOf(items);
  }

  private WithItem item() {
    int start = cursor.start();
    Expression context = grammar.expressions.expression();
    Optional<Expression> target =
        cursor.accept(TokenKind.AS) ? Optional.of(grammar.targets.withTarget()) : Optional.empty();
    return new WithItem(context, target, cursor.spanFrom(start));
  }

  /**
   * Returns whether a parenthesis here holds the items of the statement, not one expression: it
   * ends right before the colon, and nothing in it could only stand in a tuple, a group or a
   * generator.
   */
  private boolean isParenthesised() {
    TokenBuffer tokens = cursor.tokens();
    int index = cursor.index();
    if (tokens.kind(index) != TokenKind.LEFT_PARENTHESIS
        || tokens.kind(index + 1) == TokenKind.RIGHT_PARENTHESIS) {
      return false;
    }
    boolean begins = true;
    int depth = 0;
    do {
      TokenKind kind = tokens.kind(index++);
      switch (kind) {
        case LEFT_PARENTHESIS, LEFT_BRACKET, LEFT_BRACE -> depth++;
        case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> depth--;
        case COLON_EQUAL, FOR -> {
          if (depth == 1) {
            return false;
          }
        }
        case STAR, YIELD -> {
          if (depth == 1 && begins) {
            return false;
          }
        }
        case NEWLINE, END -> {
          return false;
        }
        default -> {}
      }
      begins = kind == TokenKind.COMMA || (depth == 1 && kind == TokenKind.LEFT_PARENTHESIS);
    } while (depth > 0);
    return tokens.kind(index) == TokenKind.COLON;
  }

  Statement tryStatement() {
    int start = cursor.start();
    cursor.advance();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("'try' statement", start);
    List<ExceptHandler> handlers = new ArrayList<>(1);
    boolean star = false;
    boolean failed = false;
    while (cursor.at(TokenKind.EXCEPT)) {
      star |= cursor.next() == TokenKind.STAR;
      int first = cursor.index();
      try {
        handlers.add(handler());
      } catch (SyntaxFailure failure) {
        grammar.statements.keepFailedClause(failure, first);
        failed = true;
      }
    }
    List<Statement> orElse = handlers.isEmpty() ? List.of() : elseBlock();
    List<Statement> finalBody = List.of();
    if (cursor.at(TokenKind.FINALLY)) {
      finalBody = clause(TokenKind.FINALLY, "'finally' statement");
    } else if (handlers.isEmpty() && !failed) {
      grammar.problems.add("expected 'except' or 'finally' block", cursor.start(), cursor.end());
    }
    return new Statement.Try(
        body, List.copyOf(handlers), orElse, finalBody, star, cursor.spanFrom(start));
  }

  private ExceptHandler handler() {
    int start = cursor.start();
    cursor.advance();
    boolean star = cursor.accept(TokenKind.STAR);
    Optional<Expression> type = Optional.empty();
    Optional<String> name = Optional.empty();
    if (star || (!cursor.at(TokenKind.COLON) && !cursor.at(TokenKind.NEWLINE))) {
      Expression types = caught();
      type = Optional.of(types);
      if (cursor.accept(TokenKind.AS)) {
        name = Optional.of(cursor.name());
      }
    }
    grammar.statements.colon();
    String what = star ? "'except*' statement" : "'except' statement";
    List<Statement> body = grammar.statements.block(what, start);
    return new ExceptHandler(type, name, body, cursor.spanFrom(start));
  }

  /** Since PEP 758 several exceptions need no parentheses, unless a name follows. */
  private Expression caught() {
    int start = cursor.start();
    Expression first = grammar.expressions.expression();
    if (!cursor.at(TokenKind.COMMA)) {
      return first;
    }
    List<Expression> types = new ArrayList<>();
    types.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression()) {
      types.add(grammar.expressions.expression());
    }
    if (cursor.at(TokenKind.AS)) {
      throw new SyntaxFailure(
          "multiple exception types must be parenthesized when using 'as'",
          start,
          cursor.lastEnd());
    }
    return new Expression.Tuple(List.copyOf(types), cursor.spanFrom(start));
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
    Expression subject = subject();
    grammar.statements.colon();
    List<MatchCase> cases = new ArrayList<>();
    cursor.expect(TokenKind.NEWLINE);
    if (!cursor.accept(TokenKind.INDENT)) {
      throw cursor.failure(
          "expected an indented block after 'match' statement on line "
              + cursor.file().line(start));
    }
    while (cursor.atWord("case")) {
      cases.add(matchCase());
    }
    cursor.expect(TokenKind.DEDENT);
    return new Statement.Match(subject, List.copyOf(cases), cursor.spanFrom(start));
  }

  private Expression subject() {
    int start = cursor.start();
    Expression first = grammar.expressions.starNamedExpression();
    if (!cursor.at(TokenKind.COMMA)) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression()) {
      elements.add(grammar.expressions.starNamedExpression());
    }
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }

  private MatchCase matchCase() {
    int start = cursor.start();
    cursor.advance();
    Pattern pattern = grammar.patterns.patterns();
    Optional<Expression> guard =
        cursor.accept(TokenKind.IF)
            ? Optional.of(grammar.expressions.namedExpression())
            : Optional.empty();
    grammar.statements.colon();
    List<Statement> body = grammar.statements.block("'case' statement", start);
    return new MatchCase(pattern, guard, body, cursor.spanFrom(start));
  }
}
