package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists, sets, dictionaries, and the comprehensions of all kinds. */
final class DisplayParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  DisplayParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression list() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_BRACKET)) {
      return new Expression.ListDisplay(List.of(), cursor.spanFrom(start));
    }
    Expression first = grammar.expressions.starNamedExpression();
    if (isGenerator()) {
      List<Comprehension> generators = generators(first);
      cursor.expect(TokenKind.RIGHT_BRACKET);
      return new Expression.ListComp(first, generators, cursor.spanFrom(start));
    }
    List<Expression> elements = elements(first, TokenKind.RIGHT_BRACKET);
    return new Expression.ListDisplay(elements, cursor.spanFrom(start));
  }

  private List<Expression> elements(Expression first, TokenKind closer) {
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && !cursor.at(closer)) {
      elements.add(grammar.expressions.starNamedExpression());
    }
    cursor.expect(closer);
    return List.copyOf(elements);
  }

  Expression dictOrSet() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_BRACE)) {
      return new Expression.Dict(List.of(), List.of(), cursor.spanFrom(start));
    }
    if (cursor.at(TokenKind.DOUBLE_STAR)) {
      return restOfDict(new ArrayList<>(), new ArrayList<>(), start);
    }
    boolean bare = cursor.at(TokenKind.STAR) || cursor.next() == TokenKind.COLON_EQUAL;
    Expression first = grammar.expressions.starNamedExpression();
    if (cursor.at(TokenKind.COLON) && !bare) {
      return dict(first, start);
    }
    if (isGenerator()) {
      List<Comprehension> generators = generators(first);
      cursor.expect(TokenKind.RIGHT_BRACE);
      return new Expression.SetComp(first, generators, cursor.spanFrom(start));
    }
    List<Expression> elements = elements(first, TokenKind.RIGHT_BRACE);
    return new Expression.SetDisplay(elements, cursor.spanFrom(start));
  }

  private Expression dict(Expression key, int start) {
    Expression value = dictValue();
    if (isGenerator()) {
      List<Comprehension> generators = generators(key);
      cursor.expect(TokenKind.RIGHT_BRACE);
      return new Expression.DictComp(key, value, generators, cursor.spanFrom(start));
    }
    List<Optional<Expression>> keys = new ArrayList<>();
    List<Expression> values = new ArrayList<>();
    keys.add(Optional.of(key));
    values.add(value);
    if (cursor.accept(TokenKind.COMMA)) {
      return restOfDict(keys, values, start);
    }
    cursor.expect(TokenKind.RIGHT_BRACE);
    return new Expression.Dict(List.copyOf(keys), List.copyOf(values), cursor.spanFrom(start));
  }

  /** Passes the colon and the value after it. */
  private Expression dictValue() {
    cursor.advance();
    if (cursor.at(TokenKind.STAR)) {
      throw cursor.failure("cannot use a starred expression in a dictionary value");
    }
    if (cursor.at(TokenKind.COMMA) || cursor.at(TokenKind.RIGHT_BRACE)) {
      throw new SyntaxFailure(
          "expression expected after dictionary key and ':'",
          cursor.previousStart(),
          cursor.lastEnd());
    }
    return grammar.expressions.expression();
  }

  private Expression restOfDict(
      List<Optional<Expression>> keys, List<Expression> values, int start) {
    while (!cursor.at(TokenKind.RIGHT_BRACE)) {
      if (cursor.accept(TokenKind.DOUBLE_STAR)) {
        keys.add(Optional.empty());
        values.add(grammar.expressions.bitwise());
        if (isGenerator()) {
          throw cursor.failure("dict unpacking cannot be used in dict comprehension");
        }
      } else {
        Expression key = grammar.expressions.expression();
        if (!cursor.at(TokenKind.COLON)) {
          throw missingColon();
        }
        keys.add(Optional.of(key));
        values.add(dictValue());
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_BRACE);
    return new Expression.Dict(List.copyOf(keys), List.copyOf(values), cursor.spanFrom(start));
  }

  private SyntaxFailure missingColon() {
    return cursor.at(TokenKind.COMMA) || cursor.at(TokenKind.RIGHT_BRACE)
        ? new SyntaxFailure(
            "':' expected after dictionary key", cursor.previousStart(), cursor.lastEnd())
        : cursor.invalid();
  }

  /** Returns whether the clauses of a comprehension begin here. */
  boolean isGenerator() {
    return cursor.at(TokenKind.FOR)
        || (cursor.at(TokenKind.ASYNC) && cursor.next() == TokenKind.FOR);
  }

  /** One or more {@code for … in … if …}, after the element that they make. */
  List<Comprehension> generators(Expression element) {
    if (element instanceof Expression.Starred) {
      throw cursor.failure("iterable unpacking cannot be used in comprehension", element.span());
    }
    List<Comprehension> generators = new ArrayList<>(1);
    do {
      generators.add(generator());
    } while (isGenerator());
    return List.copyOf(generators);
  }

  private Comprehension generator() {
    int start = cursor.start();
    boolean async = cursor.accept(TokenKind.ASYNC);
    cursor.expect(TokenKind.FOR);
    Expression target = grammar.targets.loopTarget();
    cursor.expect(TokenKind.IN, "'in' expected after for-loop variables");
    Expression iterable = grammar.expressions.disjunction();
    List<Expression> conditions = new ArrayList<>(1);
    while (cursor.accept(TokenKind.IF)) {
      conditions.add(grammar.expressions.disjunction());
    }
    return new Comprehension(
        target, iterable, List.copyOf(conditions), async, cursor.spanFrom(start));
  }
}
