package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** Statements with blocks, definitions apart. */
final class CompoundStatementParser {
  private static final String MIXED = "cannot have both 'except' and 'except*' on the same 'try'";

  private final Grammar grammar;
  private final TokenCursor cursor;

  CompoundStatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One {@code if} or {@code elif}. */
  private record Branch(int start, Expression test, List<Statement> body) {}

  Statement ifStatement() {
    List<Branch> branches = new ArrayList<>(2);
    branches.add(branch("'if' statement"));
    while (cursor.at(TokenKind.ELIF) && branches.size() < TokenCursor.DEEPEST) {
      branches.add(branch("'elif' statement"));
    }
    if (cursor.at(TokenKind.ELIF)) {
      grammar.statements.endEarly("too many 'elif' clauses");
    }
    List<Statement> orElse = elseBlock();
    int end = cursor.lastEnd();
    for (int i = branches.size() - 1; i > 0; i--) {
      Branch branch = branches.get(i);
      Span span = cursor.span(branch.start(), end);
      orElse = List.of(new Statement.If(branch.test(), branch.body(), orElse, span));
    }
    Branch first = branches.getFirst();
    return new Statement.If(first.test(), first.body(), orElse, cursor.span(first.start(), end));
  }

  private Branch branch(String what) {
    int start = cursor.start();
    cursor.advance();
    Expression test = test();
    return new Branch(start, test, blockAfter(test, what, start));
  }

  private Expression test() {
    return grammar.statements.head(grammar.expressions::namedExpression, malformed -> malformed);
  }

  private List<Statement> blockAfter(Expression head, String what, int start) {
    return grammar.statements.block(what, start, head instanceof Expression.Malformed);
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
      grammar.statements.colonAtOnce();
    } catch (SyntaxFailure failure) {
      Statement malformed = grammar.statements.recover(failure, first);
      cursor.accept(TokenKind.NEWLINE);
      return List.of(malformed);
    }
    return grammar.statements.block(what, start);
  }

  Statement whileStatement() {
    int start = cursor.start();
    cursor.advance();
    Expression test = test();
    List<Statement> body = blockAfter(test, "'while' statement", start);
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
    grammar.statements.colonAtOnce();
    List<Statement> body = grammar.statements.block("'try' statement", start);
    List<ExceptHandler> handlers = new ArrayList<>(1);
    boolean star = cursor.at(TokenKind.EXCEPT) && cursor.next() == TokenKind.STAR;
    while (cursor.at(TokenKind.EXCEPT)) {
      if (star != (cursor.next() == TokenKind.STAR)) {
        grammar.problems.add(MIXED, cursor.start(), cursor.end());
      }
      handlers.add(handler());
    }
    List<Statement> orElse = handlers.isEmpty() ? List.of() : elseBlock();
    List<Statement> finalBody = List.of();
    if (cursor.at(TokenKind.FINALLY)) {
      finalBody = clause(TokenKind.FINALLY, "'finally' statement");
    } else if (handlers.isEmpty()) {
      grammar.problems.add("expected 'except' or 'finally' block", cursor.start(), cursor.end());
    }
    return new Statement.Try(
        body, List.copyOf(handlers), orElse, finalBody, star, cursor.spanFrom(start));
  }

  /** What stands between {@code except} and the colon. */
  private record Caught(Optional<Expression> type, Optional<String> name, boolean failed) {}

  private ExceptHandler handler() {
    int start = cursor.start();
    cursor.advance();
    boolean star = cursor.accept(TokenKind.STAR);
    Caught caught =
        grammar.statements.head(
            () -> caught(star),
            malformed -> new Caught(Optional.of(malformed), Optional.empty(), true));
    String what = star ? "'except*' statement" : "'except' statement";
    List<Statement> body = grammar.statements.block(what, start, caught.failed());
    return new ExceptHandler(caught.type(), caught.name(), body, cursor.spanFrom(start));
  }

  private Caught caught(boolean star) {
    if (!star && (cursor.at(TokenKind.COLON) || cursor.at(TokenKind.NEWLINE))) {
      return new Caught(Optional.empty(), Optional.empty(), false);
    }
    Expression type = caughtTypes();
    Optional<String> name =
        cursor.accept(TokenKind.AS) ? Optional.of(cursor.name()) : Optional.empty();
    return new Caught(Optional.of(type), name, false);
  }

  /** Since PEP 758 several exceptions need no parentheses, unless a name follows. */
  private Expression caughtTypes() {
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
}
