package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import limbeck.text.Span;

/** Gathers what is not Python, one problem for each statement that failed. */
final class Problems {
  private final TokenCursor cursor;
  private final List<SyntaxTree.Problem> found = new ArrayList<>();
  private int lexicalNext;

  Problems(TokenCursor cursor) {
    this.cursor = cursor;
  }

  void add(String message, int start, int end) {
    Span span = new Span(start, Math.max(start, end));
    found.add(new SyntaxTree.Problem(message, cursor.file().at(span)));
  }

  /**
   * Notes a failed statement and returns its message: the lexer's when the lexer found something
   * between the statement's first token and its last.
   */
  String add(SyntaxFailure failure, int firstToken, int lastToken) {
    List<TokenBuffer.LexicalProblem> lexical = cursor.tokens().problems();
    passLexical(firstToken);
    String message = failure.what();
    int start = failure.start();
    int end = failure.end();
    if (lexicalNext < lexical.size() && lexical.get(lexicalNext).token() <= lastToken) {
      TokenBuffer.LexicalProblem cause = lexical.get(lexicalNext);
      while (lexicalNext < lexical.size() && lexical.get(lexicalNext).token() <= lastToken) {
        lexicalNext++;
      }
      if (!cause.bracket() || isCauseOf(cause, failure)) {
        message = cause.message();
        start = cause.start();
        end = cause.end();
      }
    }
    add(message, start, end);
    return message;
  }

  /** As CPython does, blames an open bracket unless the failure is on its own line. */
  private boolean isCauseOf(TokenBuffer.LexicalProblem bracket, SyntaxFailure failure) {
    return failure.start() == failure.end()
        || cursor.file().line(failure.start()) != cursor.file().line(bracket.start());
  }

  /** Notes what the lexer found before a token, in statements that could be parsed all the same. */
  private void passLexical(int token) {
    List<TokenBuffer.LexicalProblem> lexical = cursor.tokens().problems();
    while (lexicalNext < lexical.size() && lexical.get(lexicalNext).token() < token) {
      TokenBuffer.LexicalProblem problem = lexical.get(lexicalNext++);
      add(problem.message(), problem.start(), problem.end());
    }
  }

  /** Returns all of them in order of place. */
  List<SyntaxTree.Problem> all() {
    passLexical(Integer.MAX_VALUE);
    found.sort(Comparator.comparingInt(problem -> problem.location().span().start()));
    return found;
  }
}
