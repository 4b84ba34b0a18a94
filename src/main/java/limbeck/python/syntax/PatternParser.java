package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;

/** The patterns of {@code match} statements (PEP 634). */
final class PatternParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  PatternParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** What follows {@code case}: one pattern, or several with commas, which make a sequence. */
  Pattern patterns() {
    int start = cursor.start();
    Pattern first = starOrPattern();
    if (!cursor.at(TokenKind.COMMA) && !(first instanceof Pattern.MatchStar)) {
      return first;
    }
    if (!cursor.at(TokenKind.COMMA)) {
      throw cursor.invalid();
    }
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(first);
    while (cursor.accept(TokenKind.COMMA)
        && !cursor.at(TokenKind.COLON)
        && !cursor.at(TokenKind.IF)) {
      patterns.add(starOrPattern());
    }
    return new Pattern.MatchSequence(List.copyOf(patterns), cursor.spanFrom(start));
  }

  private Pattern starOrPattern() {
    return cursor.at(TokenKind.STAR) ? star() : pattern();
  }

  private Pattern star() {
    int start = cursor.start();
    cursor.advance();
    String name = cursor.name();
    return new Pattern.MatchStar(captured(name), cursor.spanFrom(start));
  }

  private static Optional<String> captured(String name) {
    return name.equals("_") ? Optional.empty() : Optional.of(name);
  }

  /** Alternatives, with a name for the whole or not. */
  private Pattern pattern() {
    cursor.enter();
    int start = cursor.start();
    Pattern pattern = alternatives();
    if (cursor.accept(TokenKind.AS)) {
      if (cursor.atWord("_")) {
        throw cursor.failure("cannot use '_' as a target");
      }
      if (!cursor.at(TokenKind.NAME)) {
        throw cursor.failure("invalid pattern target");
      }
      String name = cursor.name();
      pattern =
          new Pattern.MatchAs(Optional.of(pattern), Optional.of(name), cursor.spanFrom(start));
    }
    cursor.leave();
    return pattern;
  }

  private Pattern alternatives() {
    int start = cursor.start();
    Pattern first = closed();
    if (!cursor.at(TokenKind.PIPE)) {
      return first;
    }
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(first);
    while (cursor.accept(TokenKind.PIPE)) {
      patterns.add(closed());
    }
    return new Pattern.MatchOr(List.copyOf(patterns), cursor.spanFrom(start));
  }

  private Pattern closed() {
    int start = cursor.start();
    return switch (cursor.kind()) {
      case NUMBER, MINUS, STRING, FORMAT_START -> {
        Expression value = literal();
        yield new Pattern.MatchValue(value, cursor.spanFrom(start));
      }
      case NONE, TRUE, FALSE -> {
        Expression value = grammar.atoms.atom();
        yield value instanceof Expression.Constant(var literal, var span)
            ? new Pattern.MatchSingleton(literal, span)
            : new Pattern.MatchValue(value, value.span());
      }
      case NAME -> named();
      case LEFT_PARENTHESIS -> group();
      case LEFT_BRACKET -> {
        cursor.advance();
        List<Pattern> patterns = sequence(TokenKind.RIGHT_BRACKET);
        yield new Pattern.MatchSequence(patterns, cursor.spanFrom(start));
      }
      case LEFT_BRACE -> mapping();
      default -> throw cursor.invalid();
    };
  }

  /** A number with a sign, a complex number, or a string. */
  private Expression literal() {
    if (cursor.at(TokenKind.STRING) || cursor.at(TokenKind.FORMAT_START)) {
      return grammar.strings.strings();
    }
    int start = cursor.start();
    Expression left = signedNumber();
    if (!cursor.at(TokenKind.PLUS) && !cursor.at(TokenKind.MINUS)) {
      return left;
    }
    Operator operator = cursor.at(TokenKind.PLUS) ? Operator.ADD : Operator.SUB;
    cursor.advance();
    if (!cursor.at(TokenKind.NUMBER)) {
      throw cursor.invalid();
    }
    Expression right = grammar.atoms.number();
    return new Expression.BinOp(left, operator, right, cursor.spanFrom(start));
  }

  private Expression signedNumber() {
    int start = cursor.start();
    boolean minus = cursor.accept(TokenKind.MINUS);
    if (!cursor.at(TokenKind.NUMBER)) {
      throw cursor.invalid();
    }
    Expression number = grammar.atoms.number();
    return minus ? new Expression.UnaryOp(Operator.USUB, number, cursor.spanFrom(start)) : number;
  }

  /** A capture, the wildcard, a dotted value or a class. */
  private Pattern named() {
    int start = cursor.start();
    boolean dotted = cursor.next() == TokenKind.DOT;
    if (!dotted && cursor.next() != TokenKind.LEFT_PARENTHESIS) {
      String name = cursor.name();
      return new Pattern.MatchAs(Optional.empty(), captured(name), cursor.spanFrom(start));
    }
    Expression value = dottedName();
    return cursor.at(TokenKind.LEFT_PARENTHESIS)
        ? classPattern(value, start)
        : new Pattern.MatchValue(value, cursor.spanFrom(start));
  }

  private Expression dottedName() {
    int start = cursor.start();
    int siblings = cursor.measure();
    Expression value = grammar.atoms.name();
    while (cursor.accept(TokenKind.DOT)) {
      String attribute = cursor.name();
      cursor.grow();
      value = new Expression.Attribute(value, attribute, cursor.spanFrom(start));
    }
    cursor.measured(siblings);
    return value;
  }

  private Pattern classPattern(Expression type, int start) {
    cursor.advance();
    List<Pattern> patterns = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<Pattern> values = new ArrayList<>();
    while (!cursor.at(TokenKind.RIGHT_PARENTHESIS)) {
      if (cursor.at(TokenKind.NAME) && cursor.next() == TokenKind.EQUAL) {
        names.add(cursor.name());
        cursor.advance();
        values.add(pattern());
      } else {
        Pattern pattern = pattern();
        if (!names.isEmpty()) {
          throw cursor.failure("positional patterns follow keyword patterns", pattern.span());
        }
        patterns.add(pattern);
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_PARENTHESIS);
    return new Pattern.MatchClass(
        type,
        List.copyOf(patterns),
        List.copyOf(names),
        List.copyOf(values),
        cursor.spanFrom(start));
  }

  /** One pattern in parentheses is itself; a comma or a star makes a sequence. */
  private Pattern group() {
    int start = cursor.start();
    cursor.advance();
    if (cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return new Pattern.MatchSequence(List.of(), cursor.spanFrom(start));
    }
    Pattern first = starOrPattern();
    if (!(first instanceof Pattern.MatchStar) && cursor.accept(TokenKind.RIGHT_PARENTHESIS)) {
      return first;
    }
    List<Pattern> patterns = new ArrayList<>();
    patterns.add(first);
    cursor.expect(TokenKind.COMMA);
    patterns.addAll(sequence(TokenKind.RIGHT_PARENTHESIS));
    return new Pattern.MatchSequence(List.copyOf(patterns), cursor.spanFrom(start));
  }

  private List<Pattern> sequence(TokenKind closer) {
    List<Pattern> patterns = new ArrayList<>();
    while (!cursor.at(closer)) {
      patterns.add(starOrPattern());
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(closer);
    return List.copyOf(patterns);
  }

  private Pattern mapping() {
    int start = cursor.start();
    cursor.advance();
    List<Expression> keys = new ArrayList<>();
    List<Pattern> patterns = new ArrayList<>();
    Optional<String> rest = Optional.empty();
    while (!cursor.at(TokenKind.RIGHT_BRACE) && rest.isEmpty()) {
      if (cursor.accept(TokenKind.DOUBLE_STAR)) {
        rest = Optional.of(cursor.name());
      } else {
        keys.add(key());
        cursor.expect(TokenKind.COLON);
        patterns.add(pattern());
      }
      if (!cursor.accept(TokenKind.COMMA)) {
        break;
      }
    }
    cursor.expect(TokenKind.RIGHT_BRACE);
    return new Pattern.MatchMapping(
        List.copyOf(keys), List.copyOf(patterns), rest, cursor.spanFrom(start));
  }

  private Expression key() {
    return switch (cursor.kind()) {
      case NAME -> dottedName();
      case NONE, TRUE, FALSE -> grammar.atoms.atom();
      default -> literal();
    };
  }
}
