package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.text.Span;

/** The pieces of f-strings (PEP 701) and t-strings (PEP 750). */
final class FormatStringParser {
  private final Grammar grammar;
  private final TokenCursor cursor;

  FormatStringParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** Adds the constants and replacement fields of one literal. */
  void literal(List<Expression> pieces, boolean template) {
    boolean raw = isRaw();
    cursor.advance();
    while (true) {
      switch (cursor.kind()) {
        case FORMAT_TEXT -> pieces.add(text(raw));
        case LEFT_BRACE -> field(pieces, raw, template);
        case RIGHT_BRACE -> throw cursor.failure("f-string: single '}' is not allowed");
        case FORMAT_END -> {
          cursor.advance();
          return;
        }
        default -> throw cursor.invalid();
      }
    }
  }

  private boolean isRaw() {
    for (int i = cursor.start(); i < cursor.end(); i++) {
      if (cursor.text().charAt(i) == 'r' || cursor.text().charAt(i) == 'R') {
        return true;
      }
    }
    return false;
  }

  private Expression text(boolean raw) {
    int start = cursor.start();
    int end = cursor.end();
    String value;
    try {
      value = new EscapeDecoder(cursor.text(), start, end, raw).formatText();
    } catch (EscapeDecoder.Undecodable undecodable) {
      throw new SyntaxFailure(undecodable.what(), start, end);
    }
    cursor.advance();
    return new Expression.Constant(new Literal.Str(value, false), cursor.spanFrom(start));
  }

  private void field(List<Expression> pieces, boolean raw, boolean template) {
    int start = cursor.start();
    cursor.advance();
    int expressionStart = cursor.lastEnd();
    if (!cursor.kind().beginsExpression() && !cursor.at(TokenKind.YIELD)) {
      throw missingExpression();
    }
    Expression value = grammar.expressions.yieldOrStarExpressions();
    boolean debug = cursor.accept(TokenKind.EQUAL);
    int sourceEnd = cursor.start();
    Optional<Character> conversion = conversion();
    Optional<Expression> format =
        cursor.at(TokenKind.COLON) ? Optional.of(format(raw)) : Optional.empty();
    if (!cursor.at(TokenKind.RIGHT_BRACE)) {
      throw unfinished(debug, conversion.isPresent());
    }
    cursor.advance();
    Span span = cursor.spanFrom(start);
    if (debug) {
      String written = withoutComments(expressionStart, sourceEnd);
      pieces.add(
          new Expression.Constant(
              new Literal.Str(written, false), cursor.span(expressionStart, sourceEnd)));
      if (conversion.isEmpty() && format.isEmpty()) {
        conversion = Optional.of('r');
      }
    }
    if (template) {
      String source = withoutEqualsSign(expressionStart, sourceEnd);
      pieces.add(new Expression.Interpolation(value, source, conversion, format, span));
    } else {
      pieces.add(new Expression.FormattedValue(value, conversion, format, span));
    }
  }

  private String withoutComments(int start, int end) {
    TokenBuffer tokens = cursor.tokens();
    StringBuilder kept = new StringBuilder();
    int from = start;
    for (int i = tokens.firstComment(start); i < tokens.commentCount(); i++) {
      if (tokens.commentStart(i) >= end) {
        break;
      }
      kept.append(cursor.text(), from, tokens.commentStart(i));
      from = tokens.commentEnd(i);
    }
    kept.append(cursor.text(), from, end);
    return EscapeDecoder.normalised(kept.toString(), 0, kept.length());
  }

  /** CPython keeps the expression's text without white space and equals signs at its end. */
  private String withoutEqualsSign(int start, int end) {
    String written = withoutComments(start, end);
    int length = written.length();
    while (length > 0
        && (written.charAt(length - 1) == '='
            || Character.isWhitespace(written.charAt(length - 1)))) {
      length--;
    }
    return written.substring(0, length);
  }

  private Optional<Character> conversion() {
    if (!cursor.accept(TokenKind.EXCLAMATION)) {
      return Optional.empty();
    }
    if (!cursor.at(TokenKind.NAME)) {
      throw cursor.failure(
          cursor.at(TokenKind.COLON) || cursor.at(TokenKind.RIGHT_BRACE)
              ? "f-string: missing conversion character"
              : "f-string: invalid conversion character");
    }
    if (cursor.start() != cursor.lastEnd()) {
      throw cursor.failure("f-string: conversion type must come right after the exclamation mark");
    }
    String name = cursor.text().substring(cursor.start(), cursor.end());
    if (!name.equals("s") && !name.equals("r") && !name.equals("a")) {
      throw cursor.failure(
          "f-string: invalid conversion character '" + name + "': expected 's', 'r', or 'a'");
    }
    cursor.advance();
    return Optional.of(name.charAt(0));
  }

  /** The format after the colon, itself with fields, which a template does not keep apart. */
  private Expression format(boolean raw) {
    int start = cursor.start();
    cursor.advance();
    List<Expression> pieces = new ArrayList<>();
    while (!cursor.at(TokenKind.RIGHT_BRACE)) {
      switch (cursor.kind()) {
        case FORMAT_TEXT -> pieces.add(text(raw));
        case LEFT_BRACE -> {
          cursor.enter();
          field(pieces, raw, false);
          cursor.leave();
        }
        default -> throw cursor.failure("f-string: expecting '}', or format specs");
      }
    }
    List<Expression> values = grammar.strings.fold(pieces);
    return new Expression.JoinedStr(values, cursor.spanFrom(start));
  }

  private SyntaxFailure missingExpression() {
    String complaint =
        switch (cursor.kind()) {
          case RIGHT_BRACE -> "f-string: valid expression required before '}'";
          case EQUAL -> "f-string: valid expression required before '='";
          case EXCLAMATION -> "f-string: valid expression required before '!'";
          case COLON -> "f-string: valid expression required before ':'";
          default -> "f-string: expecting a valid expression after '{'";
        };
    return cursor.failure(complaint);
  }

  private SyntaxFailure unfinished(boolean debug, boolean converted) {
    SyntaxFailure invalid = cursor.invalid();
    if (!invalid.what().equals("invalid syntax")) {
      return invalid;
    }
    if (converted) {
      return cursor.failure("f-string: expecting ':' or '}'");
    }
    return cursor.failure(
        debug
            ? "f-string: expecting '!', or ':', or '}'"
            : "f-string: expecting '=', or '!', or ':', or '}'");
  }
}
