package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What follows an atom: attributes, calls and subscripts, as many as come. */
final class TrailerParser {
  /**
   * The inside of a call's parentheses.
   *
   * @param positional arguments without a name, starred ones among them
   * @param keywords arguments with a name or two stars
   */
  record Arguments(List<Expression> positional, List<Keyword> keywords) {
    static final Arguments NONE = new Arguments(List.of(), List.of());
  }

  private final Grammar grammar;
  private final TokenCursor cursor;

  TrailerParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** An atom with everything that follows it. */
  Expression primary() {
    int start = cursor.start();
    int siblings = cursor.measure();
    Expression value = grammar.atoms.atom();
    while (true) {
      switch (cursor.kind()) {
        case DOT -> {
          cursor.advance();
          String attribute = cursor.name();
          value = new Expression.Attribute(value, attribute, cursor.spanFrom(start));
        }
        case LEFT_PARENTHESIS -> {
          Arguments arguments = arguments();
          value =
              new Expression.Call(
                  value, arguments.positional(), arguments.keywords(), cursor.spanFrom(start));
        }
        case LEFT_BRACKET -> {
          cursor.advance();
          Expression slice = slices();
          cursor.expect(TokenKind.RIGHT_BRACKET);
          value = new Expression.Subscript(value, slice, cursor.spanFrom(start));
        }
        default -> {
          cursor.measured(siblings);
          return value;
        }
      }
      cursor.grow();
    }
  }

  /** The arguments of a call or class, with their parentheses. */
  Arguments arguments() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return Arguments.NONE;
    }
    List<Expression> positional = new ArrayList<>(4);
    List<Keyword> keywords = new ArrayList<>(4);
    do {
      argument(positional, keywords, start);
    } while (cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_PARENTHESIS));
    if (!cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      throw cursor.invalid();
    }
    return new Arguments(List.copyOf(positional), List.copyOf(keywords));
  }

  private void argument(List<Expression> positional, List<Keyword> keywords, int open) {
    int start = cursor.start();
    if (cursor.at(TokenKind.NAME) && cursor.next() == TokenKind.EQUAL) {
      String name = cursor.name();
      cursor.advance();
      if (cursor.at(TokenKind.COMMA) || cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
        throw new SyntaxFailure("expected argument value expression", start, cursor.lastEnd());
      }
      Expression value = grammar.expressions.expression();
      keywords.add(new Keyword(Optional.of(name), value, cursor.spanFrom(start)));
    } else if (cursor.accept(TokenKind.DOUBLE_STAR)) {
      Expression value = grammar.expressions.expression();
      keywords.add(new Keyword(Optional.empty(), value, cursor.spanFrom(start)));
    } else if (cursor.accept(TokenKind.STAR)) {
      if (afterUnpacking(keywords)) {
        throw new SyntaxFailure(
            "iterable argument unpacking follows keyword argument unpacking", open, start);
      }
      Expression value = grammar.expressions.expression();
      positional.add(new Expression.Starred(value, cursor.spanFrom(start)));
    } else {
      positional.add(plainArgument(keywords, positional.isEmpty(), open, start));
    }
  }

  private static boolean afterUnpacking(List<Keyword> keywords) {
    return keywords.stream().anyMatch(keyword -> keyword.name().isEmpty());
  }

  private Expression plainArgument(List<Keyword> keywords, boolean first, int open, int start) {
    Expression value = grammar.expressions.namedExpression();
    if (grammar.displays.isGenerator()) {
      List<Comprehension> generators = grammar.displays.generators(value);
      if (!first || !keywords.isEmpty() || !cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
        throw new SyntaxFailure(
            "Generator expression must be parenthesized", start, cursor.lastEnd());
      }
      // Alone it shares the call's parentheses.
      return new Expression.GeneratorExp(value, generators, cursor.span(open, cursor.end()));
    }
    if (cursor.at(TokenKind.EQUAL)) {
      throw new SyntaxFailure(
          "expression cannot contain assignment, perhaps you meant \"==\"?", start, cursor.end());
    }
    if (!keywords.isEmpty()) {
      throw cursor.failure(
          afterUnpacking(keywords)
              ? "positional argument follows keyword argument unpacking"
              : "positional argument follows keyword argument");
    }
    return value;
  }

  /** What stands between the brackets of a subscript; a comma or a star makes a tuple. */
  private Expression slices() {
    int start = cursor.start();
    Expression first = sliceOrStarred();
    if (!cursor.at(TokenKind.COMMA) && !(first instanceof Expression.Starred)) {
      return first;
    }
    List<Expression> elements = new ArrayList<>();
    elements.add(first);
    while (cursor.accept(TokenKind.COMMA) && !cursor.at(TokenKind.RIGHT_BRACKET)) {
      elements.add(sliceOrStarred());
    }
    return new Expression.Tuple(List.copyOf(elements), cursor.spanFrom(start));
  }

  private Expression sliceOrStarred() {
    int start = cursor.start();
    if (cursor.accept(TokenKind.STAR)) {
      Expression value = grammar.expressions.expression();
      return new Expression.Starred(value, cursor.spanFrom(start));
    }
    Optional<Expression> lower = Optional.empty();
    if (!cursor.at(TokenKind.COLON)) {
      Expression value = grammar.expressions.namedExpression();
      if (!cursor.at(TokenKind.COLON)) {
        return value;
      }
      lower = Optional.of(value);
    }
    cursor.advance();
    Optional<Expression> upper = slicePart();
    Optional<Expression> step = cursor.accept(TokenKind.COLON) ? slicePart() : Optional.empty();
    return new Expression.Slice(lower, upper, step, cursor.spanFrom(start));
  }

  private Optional<Expression> slicePart() {
    return switch (cursor.kind()) {
      case COLON, COMMA, RIGHT_BRACKET -> Optional.empty();
      default -> Optional.of(grammar.expressions.expression());
    };
  }
}
