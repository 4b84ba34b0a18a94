package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements that fit on a line. */
final class SimpleStatementParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  SimpleStatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One statement without a block, up to its semicolon or line end. */
  Statement statement() {
    int start = cursor.start();
    return switch (cursor.kind()) {
      case RETURN -> {
        cursor.advance();
        Optional<Expression> value =
            cursor.kind().beginsExpression()
                ? Optional.of(grammar.expressions.starExpressions())
                : Optional.empty();
        yield new Statement.Return(value, cursor.spanFrom(start));
      }
      case PASS -> {
        cursor.advance();
        yield new Statement.Pass(cursor.spanFrom(start));
      }
      case BREAK -> {
        cursor.advance();
        yield new Statement.Break(cursor.spanFrom(start));
      }
      case CONTINUE -> {
        cursor.advance();
        yield new Statement.Continue(cursor.spanFrom(start));
      }
      case RAISE -> raise();
      case ASSERT -> assertion();
      case DEL -> delete();
      case GLOBAL -> new Statement.Global(names(), cursor.spanFrom(start));
      case NONLOCAL -> new Statement.Nonlocal(names(), cursor.spanFrom(start));
      case IMPORT -> grammar.imports.importModules();
      case FROM -> grammar.imports.importFrom();
      case NAME -> {
        if (cursor.next() == TokenKind.NAME && cursor.atWord("type")) {
          yield typeAlias();
        }
        yield expressionStatement();
      }
      default -> expressionStatement();
    };
  }

  private Statement raise() {
    int start = cursor.start();
    cursor.advance();
    Optional<Expression> exception = Optional.empty();
    Optional<Expression> cause = Optional.empty();
    if (cursor.kind().beginsExpression()) {
      exception = Optional.of(grammar.expressions.expression());
      if (cursor.accept(TokenKind.FROM)) {
        cause = Optional.of(grammar.expressions.expression());
      }
    }
    return new Statement.Raise(exception, cause, cursor.spanFrom(start));
  }

  private Statement assertion() {
    int start = cursor.start();
    cursor.advance();
    Expression test = grammar.expressions.expression();
    Optional<Expression> message =
        cursor.accept(TokenKind.COMMA)
            ? Optional.of(grammar.expressions.expression())
            : Optional.empty();
    return new Statement.Assert(test, message, cursor.spanFrom(start));
  }

  private Statement delete() {
    int start = cursor.start();
    cursor.advance();
    List<Expression> targets = new ArrayList<>(1);
    do {
      Expression target = grammar.expressions.starExpression();
      grammar.targets.checkDeleted(target);
      targets.add(target);
    } while (cursor.accept(TokenKind.COMMA) && cursor.kind().beginsExpression());
    return new Statement.Delete(List.copyOf(targets), cursor.spanFrom(start));
  }

  private List<String> names() {
    cursor.advance();
    List<String> names = new ArrayList<>(2);
    do {
      names.add(cursor.name());
    } while (cursor.accept(TokenKind.COMMA));
    return List.copyOf(names);
  }

  private Statement typeAlias() {
    int start = cursor.start();
    cursor.advance();
    Expression name = grammar.atoms.name();
    List<TypeParameter> parameters = grammar.parameters.types();
    cursor.expect(TokenKind.EQUAL);
    Expression value = grammar.expressions.expression();
    return new Statement.TypeAlias(name, parameters, value, cursor.spanFrom(start));
  }

  private Statement expressionStatement() {
    int start = cursor.start();
    boolean parenthesised = cursor.at(TokenKind.LEFT_PARENTHESIS);
    Expression first = grammar.expressions.yieldOrStarExpressions();
    return switch (cursor.kind()) {
      case EQUAL -> assignment(first, start);
      case COLON -> annotated(first, parenthesised, start);
      default -> {
        if (cursor.kind().isAugmentedAssignment()) {
          yield augmented(first, start);
        }
        yield new Statement.Expr(first, cursor.spanFrom(start));
      }
    };
  }

  private Statement assignment(Expression first, int start) {
    List<Expression> targets = new ArrayList<>(1);
    Expression value = first;
    while (cursor.accept(TokenKind.EQUAL)) {
      grammar.targets.checkAssigned(value);
      targets.add(value);
      value = grammar.expressions.yieldOrStarExpressions();
    }
    return new Statement.Assign(List.copyOf(targets), value, cursor.spanFrom(start));
  }

  private Statement augmented(Expression target, int start) {
    Expression.Operator operator = cursor.kind().operator();
    boolean single =
        target instanceof Expression.Name
            || target instanceof Expression.Attribute
            || target instanceof Expression.Subscript;
    if (!single || operator == null) {
      throw cursor.failure(
          "'"
              + TargetParser.describe(target)
              + "' is an illegal expression for augmented assignment",
          target.span());
    }
    cursor.advance();
    Expression value = grammar.expressions.yieldOrStarExpressions();
    return new Statement.AugAssign(target, operator, value, cursor.spanFrom(start));
  }

  private Statement annotated(Expression target, boolean parenthesised, int start) {
    boolean single =
        target instanceof Expression.Name
            || target instanceof Expression.Attribute
            || target instanceof Expression.Subscript;
    if (!single) {
      throw cursor.next().beginsExpression() ? notAnnotated(target) : cursor.invalid();
    }
    cursor.advance();
    Expression annotation = grammar.expressions.expression();
    Optional<Expression> value =
        cursor.accept(TokenKind.EQUAL)
            ? Optional.of(grammar.expressions.yieldOrStarExpressions())
            : Optional.empty();
    boolean simple = target instanceof Expression.Name && !parenthesised;
    return new Statement.AnnAssign(target, annotation, value, simple, cursor.spanFrom(start));
  }

  private SyntaxFailure notAnnotated(Expression target) {
    String complaint =
        target instanceof Expression.Tuple || target instanceof Expression.ListDisplay
            ? "only single target (not " + TargetParser.describe(target) + ") can be annotated"
            : "illegal target for annotation";
    return cursor.failure(complaint, target.span());
  }
}
