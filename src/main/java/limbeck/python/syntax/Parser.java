package limbeck.python.syntax;

import java.util.List;
import java.util.Optional;
import limbeck.text.Location;
import limbeck.text.SourceFile;

/**
 * Parses Python as any of the versions 3.8 to 3.14 would.
 *
 * <p>Spans are offsets in UTF-16 units and cover what CPython's positions cover (its byte columns,
 * converted); inside f-strings they are those of Python 3.12 and later. No text makes it fail, and
 * the time is linear in the text.
 */
public final class Parser {
  private Parser() {}

  /** Parses a whole file; a statement that is not Python does not hide the others. */
  public static SyntaxTree parse(SourceFile file) {
    TokenCursor cursor = new TokenCursor(file, Lexer.lex(file), Optional.empty());
    Grammar grammar = new Grammar(cursor);
    List<Statement> body = grammar.statements.file();
    return new SyntaxTree(file, body, cursor.comments(), grammar.problems.all());
  }

  /**
   * Parses an expression inside a string, such as an annotation.
   *
   * @param at where the string stands; every span of the result is this one's
   * @return the expression, or a {@link Expression.Malformed} that says what is wrong
   */
  public static Expression parseExpression(String text, Location at) {
    SourceFile file = new SourceFile(at.file().path(), text);
    TokenBuffer tokens = Lexer.lexExpression(file);
    TokenCursor cursor = new TokenCursor(file, tokens, Optional.of(at.span()));
    Grammar grammar = new Grammar(cursor);
    try {
      Expression expression = grammar.expressions.starExpressions();
      cursor.expect(TokenKind.END);
      return expression;
    } catch (SyntaxFailure failure) {
      String message =
          tokens.problems().isEmpty() ? failure.what() : tokens.problems().getFirst().message();
      return new Expression.Malformed(message, at.span());
    }
  }
}
