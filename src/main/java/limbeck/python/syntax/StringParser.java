package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import limbeck.text.Span;

/** String and bytes literals, adjacent ones joined. */
final class StringParser {
  private enum Family {
    TEXT,
    BYTES,
    TEMPLATE
  }

  private final Grammar grammar;
  private final TokenCursor cursor;

  StringParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** One literal or several side by side. */
  Expression strings() {
    int start = cursor.start();
    Family family = family();
    boolean formatted = cursor.at(TokenKind.FORMAT_START);
    if (!formatted && !isString(cursor.next())) {
      return plain();
    }
    List<Expression> pieces = new ArrayList<>();
    while (isString(cursor.kind())) {
      Family another = family();
      if (another != family) {
        throw mixed(family, another, start);
      }
      if (cursor.at(TokenKind.FORMAT_START)) {
        formatted = true;
        grammar.formatStrings.literal(pieces, family == Family.TEMPLATE);
      } else {
        pieces.add(plain());
      }
    }
    Span span = cursor.spanFrom(start);
    if (!formatted) {
      return new Expression.Constant(join(pieces), span);
    }
    List<Expression> values = fold(pieces);
    return family == Family.TEMPLATE
        ? new Expression.TemplateStr(values, span)
        : new Expression.JoinedStr(values, span);
  }

  private static boolean isString(TokenKind kind) {
    return kind == TokenKind.STRING || kind == TokenKind.FORMAT_START;
  }

  private Family family() {
    for (int i = cursor.start(); ; i++) {
      switch (cursor.text().charAt(i)) {
        case 'b', 'B' -> {
          return Family.BYTES;
        }
        case 't', 'T' -> {
          return Family.TEMPLATE;
        }
        case '"', '\'' -> {
          return Family.TEXT;
        }
        default -> {}
      }
    }
  }

  private SyntaxFailure mixed(Family first, Family second, int start) {
    String complaint =
        first == Family.BYTES || second == Family.BYTES
            ? "cannot mix bytes and nonbytes literals"
            : "cannot mix t-string literals with string or bytes literals";
    return new SyntaxFailure(complaint, start, cursor.end());
  }

  /** One literal without replacement fields. */
  private Expression plain() {
    int start = cursor.start();
    int end = cursor.end();
    String text = cursor.text();
    boolean raw = false;
    boolean bytes = false;
    int opening = start;
    char c = text.charAt(opening);
    while (c != '"' && c != '\'') {
      raw |= c == 'r' || c == 'R';
      bytes |= c == 'b' || c == 'B';
      c = text.charAt(++opening);
    }
    boolean unicodePrefix = text.charAt(start) == 'u';
    int quotes =
        end - opening >= 6 && text.charAt(opening + 1) == c && text.charAt(opening + 2) == c
            ? 3
            : 1;
    EscapeDecoder decoder = new EscapeDecoder(text, opening + quotes, end - quotes, raw);
    Literal value;
    try {
      value =
          bytes
              ? new Literal.Bytes(decoder.bytes())
              : new Literal.Str(decoder.text(), unicodePrefix);
    } catch (EscapeDecoder.Undecodable undecodable) {
      throw new SyntaxFailure(undecodable.what(), start, end);
    }
    cursor.advance();
    return new Expression.Constant(value, cursor.spanFrom(start));
  }

  private static Literal join(List<Expression> pieces) {
    StringBuilder joined = new StringBuilder();
    boolean bytes = false;
    boolean unicodePrefix = false;
    boolean first = true;
    for (Expression piece : pieces) {
      if (piece instanceof Expression.Constant(var value, _)) {
        switch (value) {
          case Literal.Str(var text, var prefix) -> {
            joined.append(text);
            unicodePrefix = first ? prefix : unicodePrefix;
          }
          case Literal.Bytes(var text) -> {
            joined.append(text);
            bytes = true;
          }
          default -> throw new AssertionError("a piece of a string is a string");
        }
      }
      first = false;
    }
    return bytes
        ? new Literal.Bytes(joined.toString())
        : new Literal.Str(joined.toString(), unicodePrefix);
  }

  /** Joins constants that stand side by side and leaves empty ones out, as CPython does. */
  List<Expression> fold(List<Expression> pieces) {
    List<Expression> values = new ArrayList<>(pieces.size());
    int i = 0;
    while (i < pieces.size()) {
      int end = i;
      while (end < pieces.size() && pieces.get(end) instanceof Expression.Constant) {
        end++;
      }
      if (end == i) {
        values.add(pieces.get(i++));
        continue;
      }
      Literal joined = join(pieces.subList(i, end));
      if (!(joined instanceof Literal.Str(var text, _)) || !text.isEmpty()) {
        Span span = pieces.get(i).span().to(pieces.get(end - 1).span());
        values.add(new Expression.Constant(joined, span));
      }
      i = end;
    }
    return List.copyOf(values);
  }
}
