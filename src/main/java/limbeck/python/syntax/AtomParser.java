package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;

/** Names, literals, and what stands in parentheses. */
final class AtomParser {
  private static final Literal NONE = new Literal.None();
  private static final Literal ELLIPSIS = new Literal.Ellipsis();
  private static final Literal TRUE = new Literal.Bool(true);
  private static final Literal FALSE = new Literal.Bool(false);

  private final Grammar grammar;
  private final TokenCursor cursor;

  AtomParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  Expression atom() {
    return switch (cursor.kind()) {
      case NAME -> name();
      case STRING, FORMAT_START -> grammar.strings.strings();
      case NUMBER -> number();
      case LEFT_PARENTHESIS -> parenthesised();
      case LEFT_BRACKET -> grammar.displays.list();
      case LEFT_BRACE -> grammar.displays.dictOrSet();
      case NONE -> literal(NONE);
      case TRUE -> literal(TRUE);
      case FALSE -> literal(FALSE);
      case ELLIPSIS -> literal(ELLIPSIS);
      default -> throw cursor.invalid();
    };
  }

  Expression name() {
    int start = cursor.start();
    String name = cursor.name();
    return new Expression.Name(name, cursor.spanFrom(start));
  }

  Expression number() {
    int start = cursor.start();
    String written = cursor.text().substring(start, cursor.end());
    Literal value =
        NumberDecoder.decode(written)
            .orElseThrow(() -> cursor.failure(NumberDecoder.TOO_MANY_DIGITS));
    return literal(value);
  }

  private Expression literal(Literal value) {
    int start = cursor.start();
    cursor.advance();
    return new Expression.Constant(value, cursor.spanFrom(start));
  }

  /** A tuple, a generator, a yield or a group; only the first two have the parentheses in them. */
  private Expression parenthesised() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return new Expression.Tuple(List.of(), cursor.spanFrom(start));
    }
    if (cursor.at(TokenKind.YIELD)) {
      Expression value = grammar.expressions.yielded();
      cursor.expect(TokenKind.RIGHT_PARENTHESIS);
      return value;
    }
    Expression first = grammar.expressions.starNamedExpression();
    return switch (cursor.kind()) {
      case COMMA -> tuple(first, start);
      case FOR, ASYNC -> {
        List<Comprehension> generators = grammar.displays.generators(first);
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        yield new Expression.GeneratorExp(first, generators, cursor.spanFrom(start));
      }
      default -> {
        cursor.expect(TokenKind.RIGHT_PARENTHESIS);
        if (first instanceof Expression.Starred) {
          throw cursor.failure("cannot use starred expression here", first.span());
        }
        yield first;
      }
    };
  }

  private Expression tuple(Expression first, int start) {
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
      elements.add(grammar.expressions.starNamedExpression());
    }
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }
}
