package limbeck.dialect.postgresql.expression;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import limbeck.dialect.standard.Tokens;
import limbeck.dialect.standard.Tokens.Kind;
import limbeck.dialect.standard.Tokens.Token;

/** A place in the tokens of an expression. */
final class TokenCursor {
  private static final Token END = new Token(Kind.SYMBOL, "");
  private static final String OPERATOR_CHARACTERS = "+-*/<>=~!@#%^&|`?";

  private final List<Token> tokens;
  private int at;

  TokenCursor(String text) {
    this.tokens = Tokens.of(text);
  }

  Token peek() {
    return peek(0);
  }

  Token peek(int ahead) {
    return at + ahead < tokens.size() ? tokens.get(at + ahead) : END;
  }

  Token take() {
    Token token = peek();
    if (at >= tokens.size()) {
      throw new ExpressionParser.Unparsed("it ends early");
    }
    at++;
    return token;
  }

  /** Returns the text of the next token, an operator, and goes on. */
  String next() {
    return take().text();
  }

  boolean at(String word) {
    return peek().is(word);
  }

  boolean take(String word) {
    if (!at(word)) {
      return false;
    }
    at++;
    return true;
  }

  void require(String word) {
    if (!take(word)) {
      throw new ExpressionParser.Unparsed("no " + word);
    }
  }

  void requireEnd() {
    if (at < tokens.size()) {
      throw new ExpressionParser.Unparsed("more follows");
    }
  }

  boolean wordAfter(String... words) {
    for (String word : words) {
      if (peek(1).is(word)) {
        return true;
      }
    }
    return false;
  }

  boolean symbolIn(Set<String> symbols) {
    return peek().kind() == Kind.SYMBOL && symbols.contains(peek().text());
  }

  /** Whether an operator is next, not a bracket, comma, point or cast. */
  boolean operator() {
    Token token = peek();
    return token.kind() == Kind.SYMBOL
        && !token.text().isEmpty()
        && OPERATOR_CHARACTERS.indexOf(token.text().charAt(0)) >= 0;
  }

  /** Whether an identifier is next; keywords count as one. */
  boolean name() {
    return peek().kind() == Kind.WORD || peek().kind() == Kind.QUOTED;
  }

  /** Takes an identifier as it is stored: folded to lower case unless quoted. */
  String identifier() {
    Token token = take();
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      case QUOTED -> token.value();
      case STRING, NUMBER, SYMBOL -> throw new ExpressionParser.Unparsed("no name");
    };
  }

  /** Takes {@code a.b.c}, without {@code pg_catalog}. */
  String qualifiedName() {
    StringBuilder name = new StringBuilder(identifier());
    while (take(".")) {
      name.append('.').append(identifier());
    }
    String text = name.toString();
    return text.startsWith("pg_catalog.") ? text.substring("pg_catalog.".length()) : text;
  }
}
