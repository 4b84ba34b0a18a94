package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import limbeck.text.Span;

/**
 * Sequences of statements and their blocks, and the way back to firm ground after a statement that
 * is none: the next line.
 */
final class StatementParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private boolean afterFailure;
  private boolean endedEarly;

  StatementParser(Grammar grammar) {
    this.grammar = grammar;
    this.cursor = grammar.cursor;
  }

  /** All statements of a file. */
  List<Statement> file() {
    List<Statement> statements = new ArrayList<>();
    while (!cursor.at(TokenKind.END)) {
      statement(statements);
    }
    return List.copyOf(statements);
  }

  /** One line of statements or one with its blocks. */
  private void statement(List<Statement> into) {
    if (cursor.at(TokenKind.INDENT)) {
      into.add(unexpectedBlock());
      return;
    }
    if (!begins(cursor.kind())) {
      line(into);
      return;
    }
    int first = cursor.index();
    int depth = cursor.depth();
    try {
      into.add(compound());
      afterFailure = endedEarly;
      endedEarly = false;
    } catch (SyntaxFailure failure) {
      cursor.restoreDepth(depth);
      into.add(recover(failure, first));
      if (cursor.accept(TokenKind.SEMICOLON) && !cursor.at(TokenKind.NEWLINE)) {
        line(into);
      }
      cursor.accept(TokenKind.NEWLINE);
    }
  }

  private SyntaxFailure unfinished(Statement statement) {
    if (statement instanceof Statement.Expr(Expression.Name(var name, var span), _)
        && TokenCursor.LEGACY.contains(name)
        && cursor.kind().beginsExpression()) {
      return cursor.failure(
          "Missing parentheses in call to '" + name + "'. Did you mean " + name + "(...)?", span);
    }
    return cursor.invalid();
  }

  private boolean begins(TokenKind kind) {
    return switch (kind) {
      case IF, FOR, WHILE, TRY, WITH, DEF, CLASS, ASYNC, AT -> true;
      case NAME -> cursor.atWord("match") && grammar.matches.isMatch();
      default -> false;
    };
  }

  private Statement compound() {
    return switch (cursor.kind()) {
      case IF -> grammar.compoundStatements.ifStatement();
      case FOR -> grammar.compoundStatements.forStatement(cursor.start(), false);
      case WHILE -> grammar.compoundStatements.whileStatement();
      case TRY -> grammar.compoundStatements.tryStatement();
      case WITH -> grammar.compoundStatements.withStatement(cursor.start(), false);
      case DEF -> grammar.definitions.function(List.of(), cursor.start(), false);
      case CLASS -> grammar.definitions.classStatement(List.of());
      case ASYNC -> async();
      case AT -> grammar.definitions.decorated();
      default -> grammar.matches.matchStatement();
    };
  }

  private Statement async() {
    int start = cursor.start();
    cursor.advance();
    return switch (cursor.kind()) {
      case DEF -> grammar.definitions.function(List.of(), start, true);
      case FOR -> grammar.compoundStatements.forStatement(start, true);
      case WITH -> grammar.compoundStatements.withStatement(start, true);
      default -> throw cursor.invalid();
    };
  }

  /** Simple statements with semicolons between, up to the end of the line. */
  private void line(List<Statement> into) {
    do {
      into.add(simple());
    } while (cursor.accept(TokenKind.SEMICOLON) && !cursor.at(TokenKind.NEWLINE));
    cursor.accept(TokenKind.NEWLINE);
  }

  /** One simple statement; when it is none, what stands up to the next semicolon or line end. */
  private Statement simple() {
    int first = cursor.index();
    int depth = cursor.depth();
    try {
      Statement statement = grammar.simpleStatements.statement();
      if (!cursor.at(TokenKind.SEMICOLON) && !cursor.at(TokenKind.NEWLINE)) {
        throw unfinished(statement);
      }
      afterFailure = false;
      return statement;
    } catch (SyntaxFailure failure) {
      cursor.restoreDepth(depth);
      return recover(failure, first);
    }
  }

  /**
   * The colon that ends a header. A line without it that is followed by a block is read as if it
   * were there, with a problem.
   */
  void colon() {
    if (cursor.at(TokenKind.COLON) || cursor.at(TokenKind.NEWLINE)) {
      colonAtOnce();
    } else {
      throw cursor.invalid();
    }
  }

  /** The colon where nothing else may stand. */
  void colonAtOnce() {
    if (cursor.accept(TokenKind.COLON)) {
      return;
    }
    SyntaxFailure missing = cursor.failure("expected ':'");
    if (cursor.next() != TokenKind.INDENT) {
      throw missing;
    }
    grammar.problems.add(missing.what(), missing.start(), missing.end());
  }

  /**
   * The statements under a header.
   *
   * @param after what the header begins, in CPython's words
   * @param header where the header begins
   */
  List<Statement> block(String after, int header) {
    return block(after, header, false);
  }

  /** The statements under a header that has had its problem already, or has not. */
  List<Statement> block(String after, int header, boolean failed) {
    List<Statement> statements = new ArrayList<>(4);
    if (failed) {
      cursor.accept(TokenKind.SEMICOLON);
    }
    if (!cursor.at(TokenKind.NEWLINE)) {
      line(statements);
      return List.copyOf(statements);
    }
    cursor.advance();
    if (!cursor.at(TokenKind.INDENT)) {
      if (failed) {
        return List.of();
      }
      grammar.problems.add(
          "expected an indented block after " + after + " on line " + cursor.file().line(header),
          cursor.start(),
          cursor.end());
      return List.of();
    }
    indented(statements);
    return List.copyOf(statements);
  }

  private void indented(List<Statement> into) {
    cursor.advance();
    while (!cursor.at(TokenKind.DEDENT) && !cursor.at(TokenKind.END)) {
      statement(into);
    }
    cursor.accept(TokenKind.DEDENT);
  }

  /**
   * What stands in a header before its colon, with the colon. When it cannot be parsed the rest of
   * its line is passed, so that the block under it is still read.
   *
   * @param otherwise makes the result from the part that is malformed
   */
  <T> T head(Supplier<T> parser, Function<Expression.Malformed, T> otherwise) {
    int first = cursor.index();
    int depth = cursor.depth();
    try {
      T head = parser.get();
      colon();
      return head;
    } catch (SyntaxFailure failure) {
      cursor.restoreDepth(depth);
      String message = passRest(failure, first);
      int start = Math.min(cursor.tokens().start(first), cursor.lastEnd());
      return otherwise.apply(
          new Expression.Malformed(message, cursor.span(start, cursor.lastEnd())));
    }
  }

  /** Goes on after a statement that failed, and after the block under its line. */
  Statement recover(SyntaxFailure failure, int first) {
    String message = passRest(failure, first);
    int start = cursor.tokens().start(first);
    List<Statement> body = new ArrayList<>();
    if (cursor.at(TokenKind.NEWLINE) && cursor.next() == TokenKind.INDENT) {
      cursor.advance();
    }
    if (cursor.at(TokenKind.INDENT)) {
      indented(body);
    }
    afterFailure = true;
    Span span = cursor.span(start, cursor.lastEnd());
    return new Statement.Malformed(message, List.copyOf(body), span);
  }

  /** Passes what is left of a statement up to its semicolon or line end, and notes the problem. */
  private String passRest(SyntaxFailure failure, int first) {
    while (!endsStatement(cursor.kind())) {
      cursor.advance();
    }
    if (afterFailure && continuesStatement(first)) {
      return failure.what();
    }
    return grammar.problems.add(failure, first, cursor.index());
  }

  /** Notes why a statement ends here; clauses that would go on are no further mistakes. */
  void endEarly(String message) {
    grammar.problems.add(message, cursor.start(), cursor.end());
    endedEarly = true;
  }

  private static boolean endsStatement(TokenKind kind) {
    return switch (kind) {
      case NEWLINE, SEMICOLON, INDENT, DEDENT, END -> true;
      default -> false;
    };
  }

  /** A clause whose statement failed is no second mistake. */
  private boolean continuesStatement(int first) {
    return switch (cursor.tokens().kind(first)) {
      case ELIF, ELSE, EXCEPT, FINALLY -> true;
      default -> false;
    };
  }

  /** A block without a header. */
  Statement unexpectedBlock() {
    String message = "unexpected indent";
    int start = cursor.start();
    grammar.problems.add(message, start, cursor.end());
    List<Statement> body = new ArrayList<>();
    indented(body);
    Span span = cursor.span(start, cursor.lastEnd());
    return new Statement.Malformed(message, List.copyOf(body), span);
  }
}
