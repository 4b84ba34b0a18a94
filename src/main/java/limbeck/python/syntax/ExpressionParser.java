package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;
import org.jspecify.annotations.Nullable;

/** Expressions from the loosest binding to the tightest, chains of operators in loops. */
final class ExpressionParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  ExpressionParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** {@code yield …} or expressions with stars and commas: what stands right of an equals sign. */
  Expression yieldOrStarExpressions() {
    return cursor.at(TokenKind.YIELD) ? yielded() : starExpressions();
  }

  /** Expressions with stars and commas; a comma makes a tuple. */
  Expression starExpressions() {
    int start = cursor.start();
    Expression first = starExpression();
    return cursor.at(TokenKind.COMMA) ? restOfTuple(first, start) : first;
  }

  private Expression restOfTuple(Expression first, int start) {
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression()) {
      elements.add(starExpression());
    }
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }

  Expression starExpression() {
    return cursor.at(TokenKind.STAR) ? starred() : expression();
  }

  /** An element of a display, argument list or subscript: starred, or with {@code :=}. */
  Expression starNamedExpression() {
    return cursor.at(TokenKind.STAR) ? starred() : namedExpression();
  }

  Expression starred() {
    int start = cursor.start();
    cursor.advance();
    Expression value = bitwise();
    return new Expression.Starred(value, cursor.spanFrom(start));
  }

  /** {@code name := value} or an expression. */
  Expression namedExpression() {
    if (cursor.at(TokenKind.NAME) && cursor.next() == TokenKind.COLON_EQUAL) {
      int start = cursor.start();
      Expression target = grammar.atoms.name();
      cursor.advance();
      Expression value = expression();
      return new Expression.NamedExpr(target, value, cursor.spanFrom(start));
    }
    Expression value = expression();
    if (cursor.at(TokenKind.COLON_EQUAL)) {
      throw cursor.failure(
          "cannot use assignment expressions with " + TargetParser.describe(value), value.span());
    }
    return value;
  }

  /** One expression, without commas, stars or {@code :=}. */
  Expression expression() {
    int siblings = cursor.measure();
    cursor.enter();
    int start = cursor.start();
    int firstToken = cursor.index();
    Expression value;
    if (cursor.at(TokenKind.LAMBDA)) {
      value = lambda();
    } else {
      value = disjunction();
      if (cursor.at(TokenKind.IF)) {
        value = conditional(value, start);
      }
    }
    cursor.leave();
    cursor.measured(siblings);
    cursor.endExpression(start, firstToken);
    return value;
  }

  private Expression conditional(Expression body, int start) {
    cursor.advance();
    Expression test = disjunction();
    if (!cursor.at(TokenKind.ELSE)) {
      throw new SyntaxFailure("expected 'else' after 'if' expression", start, cursor.lastEnd());
    }
    cursor.advance();
    Expression orElse = expression();
    return new Expression.IfExp(test, body, orElse, cursor.spanFrom(start));
  }

  private Expression lambda() {
    int start = cursor.start();
    cursor.advance();
    Parameters parameters = grammar.parameters.lambda();
    cursor.expect(TokenKind.COLON, "expected ':'");
    Expression body = expression();
    return new Expression.Lambda(parameters, body, cursor.spanFrom(start));
  }

  /** {@code yield}, with {@code from} or not. */
  Expression yielded() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.FROM)) {
      Expression value = expression();
      return new Expression.YieldFrom(value, cursor.spanFrom(start));
    }
    Optional<Expression> value =
        cursor.kind().beginsExpression() ? Optional.of(starExpressions()) : Optional.empty();
    return new Expression.Yield(value, cursor.spanFrom(start));
  }

  /** {@code or} and everything that binds tighter. */
  Expression disjunction() {
    int start = cursor.start();
    Expression first = conjunction();
    if (!cursor.at(TokenKind.OR)) {
      return first;
    }
    List<Expression> values = new ArrayList<>();
    values.add(first);
    while (cursor.accept(TokenKind.OR)) {
      values.add(conjunction());
    }
    return new Expression.BoolOp(false, List.copyOf(values), cursor.spanFrom(start));
  }

  private Expression conjunction() {
    int start = cursor.start();
    Expression first = inversion();
    if (!cursor.at(TokenKind.AND)) {
      return first;
    }
    List<Expression> values = new ArrayList<>();
    values.add(first);
    while (cursor.accept(TokenKind.AND)) {
      values.add(inversion());
    }
    return new Expression.BoolOp(true, List.copyOf(values), cursor.spanFrom(start));
  }

  private Expression inversion() {
    if (!cursor.at(TokenKind.NOT)) {
      return comparison();
    }
    int start = cursor.start();
    cursor.advance();
    cursor.enter();
    Expression operand = inversion();
    cursor.leave();
    return new Expression.UnaryOp(Operator.NOT, operand, cursor.spanFrom(start));
  }

  private Expression comparison() {
    int start = cursor.start();
    Expression left = bitwise();
    Operator operator = comparisonOperator();
    if (operator == null) {
      return left;
    }
    List<Operator> operators = new ArrayList<>(2);
    List<Expression> comparators = new ArrayList<>(2);
    while (operator != null) {
      operators.add(operator);
      comparators.add(bitwise());
      operator = comparisonOperator();
    }
    return new Expression.Compare(
        left, List.copyOf(operators), List.copyOf(comparators), cursor.spanFrom(start));
  }

  /** Passes a comparison operator, of one word or two, when there is one. */
  private @Nullable Operator comparisonOperator() {
    Operator operator =
        switch (cursor.kind()) {
          case EQUAL_EQUAL -> Operator.EQ;
          case NOT_EQUAL -> Operator.NOTEQ;
          case LESS -> Operator.LT;
          case LESS_EQUAL -> Operator.LTE;
          case GREATER -> Operator.GT;
          case GREATER_EQUAL -> Operator.GTE;
          case IN -> Operator.IN;
          case IS -> cursor.next() == TokenKind.NOT ? Operator.ISNOT : Operator.IS;
          case NOT -> cursor.next() == TokenKind.IN ? Operator.NOTIN : null;
          default -> null;
        };
    if (operator == null) {
      return null;
    }
    cursor.advance();
    if (operator == Operator.ISNOT || operator == Operator.NOTIN) {
      cursor.advance();
    }
    return operator;
  }

  /** Binary operators that bind tighter than comparisons. */
  Expression bitwise() {
    return binary(1);
  }

  /** A chain of binary operators that bind at least so tightly, left to right. */
  private Expression binary(int tightest) {
    int start = cursor.start();
    int siblings = cursor.measure();
    Expression left = factor();
    int precedence = cursor.kind().precedence();
    while (precedence >= tightest) {
      Operator operator = operator();
      Expression right = binary(precedence + 1);
      cursor.grow();
      left = new Expression.BinOp(left, operator, right, cursor.spanFrom(start));
      precedence = cursor.kind().precedence();
    }
    cursor.measured(siblings);
    return left;
  }

  private Operator operator() {
    Operator operator = cursor.kind().operator();
    if (operator == null) {
      throw cursor.invalid();
    }
    cursor.advance();
    return operator;
  }

  private Expression factor() {
    Operator operator =
        switch (cursor.kind()) {
          case PLUS -> Operator.UADD;
          case MINUS -> Operator.USUB;
          case TILDE -> Operator.INVERT;
          default -> null;
        };
    if (operator == null) {
      return power();
    }
    int start = cursor.start();
    cursor.advance();
    cursor.enter();
    Expression operand = factor();
    cursor.leave();
    return new Expression.UnaryOp(operator, operand, cursor.spanFrom(start));
  }

  private Expression power() {
    int start = cursor.start();
    Expression base = awaited();
    if (!cursor.at(TokenKind.DOUBLE_STAR)) {
      return base;
    }
    cursor.advance();
    cursor.enter();
    Expression exponent = factor();
    cursor.leave();
    return new Expression.BinOp(base, Operator.POW, exponent, cursor.spanFrom(start));
  }

  private Expression awaited() {
    if (!cursor.at(TokenKind.AWAIT)) {
      return grammar.trailers.primary();
    }
    int start = cursor.start();
    cursor.advance();
    Expression value = grammar.trailers.primary();
    return new Expression.Await(value, cursor.spanFrom(start));
  }
}
