package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import limbeck.text.Span;

/**
 * Sequences of statements and their blocks, and the way back to firm ground after a statement that
 * is none: the next line.
 */
final class StatementParser {
  private final Grammar grammar;
  private final TokenCursor cursor;
  private final List<Statement> following = new ArrayList<>();
  private boolean afterFailure;

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
    int first = cursor.index();
    int depth = cursor.depth();
    try {
      if (begins(cursor.kind())) {
        into.add(compound());
        into.addAll(following);
        following.clear();
      } else {
        line(into);
      }
      afterFailure = false;
    } catch (SyntaxFailure failure) {
      cursor.restoreDepth(depth);
      into.add(recover(failure, first));
    }
  }

  private boolean begins(TokenKind kind) {
    return switch (kind) {
      case IF, FOR, WHILE, TRY, WITH, DEF, CLASS, ASYNC, AT -> true;
      case NAME -> cursor.atWord("match") && grammar.compoundStatements.isMatch();
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
      default -> grammar.compoundStatements.matchStatement();
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
      into.add(grammar.simpleStatements.statement());
    } while (cursor.accept(TokenKind.SEMICOLON) && !cursor.at(TokenKind.NEWLINE));
    cursor.expect(TokenKind.NEWLINE);
  }

  /**
   * The colon that ends a header. A line without it that is followed by a block is read as if it
   * were there, with a problem.
   */
  void colon() {
    if (cursor.accept(TokenKind.COLON)) {
      return;
    }
    if (!cursor.at(TokenKind.NEWLINE)) {
      throw cursor.invalid();
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
    List<Statement> statements = new ArrayList<>(4);
    if (!cursor.at(TokenKind.NEWLINE)) {
      int first = cursor.index();
      try {
        line(statements);
      } catch (SyntaxFailure failure) {
        statements.add(recover(failure, first));
      }
      return List.copyOf(statements);
    }
    cursor.advance();
    if (!cursor.at(TokenKind.INDENT)) {
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
   * Notes what is wrong with a clause after a statement's first block, and keeps it to stand behind
   * the statement, which is complete without it.
   */
  void keepFailedClause(SyntaxFailure failure, int first) {
    following.add(recover(failure, first));
  }

  /** Goes on after the line on which a statement failed, with the block under it. */
  private Statement recover(SyntaxFailure failure, int first) {
    boolean indentation = cursor.index() == first && cursor.at(TokenKind.INDENT);
    if (!indentation) {
      while (!cursor.at(TokenKind.NEWLINE) && !cursor.at(TokenKind.END)) {
        cursor.advance();
      }
    }
    String message = failure.what();
    if (indentation) {
      message = "unexpected indent";
      grammar.problems.add(message, cursor.start(), cursor.end());
    } else if (!afterFailure || !continuesStatement(first)) {
      message = grammar.problems.add(failure, first, cursor.index());
    }
    int start = cursor.tokens().start(first);
    cursor.accept(TokenKind.NEWLINE);
    List<Statement> body = new ArrayList<>();
    if (cursor.at(TokenKind.INDENT)) {
      indented(body);
    }
    afterFailure = true;
    Span span = cursor.span(start, cursor.lastEnd());
    return new Statement.Malformed(message, List.copyOf(body), span);
  }

  /** A clause whose statement failed is no second mistake. */
  private boolean continuesStatement(int first) {
    return switch (cursor.tokens().kind(first)) {
      case ELIF, ELSE, EXCEPT, FINALLY -> true;
      default -> false;
    };
  }
}
