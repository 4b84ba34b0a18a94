package limbeck.python.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/** The parser's place among the tokens, and the spans and complaints that follow from it. */
final class TokenCursor {
  /**
   * How high the tree of an expression may grow, by nesting or by a chain of operators. Whoever
   * walks it recursively is then safe; CPython's own limits are of the same order.
   */
  static final int DEEPEST = 1000;

  /** Statements of Python 2 that are functions now. */
  static final Set<String> LEGACY = Set.of("print", "exec");

  private static final Set<String> SOFT_KEYWORDS = Set.of("_", "case", "match", "type");

  private final SourceFile file;
  private final TokenBuffer tokens;
  private final Optional<Span> fixed;
  private int index;
  private int lastEnd;
  private int depth;
  private int height;
  private int expressionStart;
  private int expressionToken;
  private int expressionEnd = -1;

  TokenCursor(SourceFile file, TokenBuffer tokens, Optional<Span> fixed) {
    this.file = file;
    this.tokens = tokens;
    this.fixed = fixed;
  }

  SourceFile file() {
    return file;
  }

  String text() {
    return file.text();
  }

  TokenBuffer tokens() {
    return tokens;
  }

  int index() {
    return index;
  }

  TokenKind kind() {
    return tokens.kind(index);
  }

  /** Returns the kind of the token after this one. */
  TokenKind next() {
    return tokens.kind(Math.min(index + 1, tokens.size() - 1));
  }

  boolean at(TokenKind kind) {
    return tokens.kind(index) == kind;
  }

  /** Returns whether this is the name given, a soft keyword. */
  boolean atWord(String word) {
    return at(TokenKind.NAME) && tokens.name(index).equals(word);
  }

  int start() {
    return tokens.start(index);
  }

  int end() {
    return tokens.end(index);
  }

  /** Returns the end of the last token that was passed, layout apart. */
  int lastEnd() {
    return lastEnd;
  }

  /** Returns where the token before this one begins. */
  int previousStart() {
    return tokens.start(index - 1);
  }

  void advance() {
    TokenKind kind = tokens.kind(index);
    if (!kind.isLayout()) {
      lastEnd = tokens.end(index);
    }
    if (kind != TokenKind.END) {
      index++;
    }
  }

  boolean accept(TokenKind kind) {
    if (tokens.kind(index) != kind) {
      return false;
    }
    advance();
    return true;
  }

  void expect(TokenKind kind) {
    if (!accept(kind)) {
      throw invalid();
    }
  }

  /** Passes a token that must be there, with CPython's words when it is not. */
  void expect(TokenKind kind, String complaint) {
    if (!accept(kind)) {
      throw failure(complaint);
    }
  }

  /** Passes a name and returns it. */
  String name() {
    if (!at(TokenKind.NAME)) {
      throw invalid();
    }
    String name = tokens.name(index);
    advance();
    return name;
  }

  /** Returns the span from an offset to the end of the last token passed. */
  Span spanFrom(int start) {
    return span(start, lastEnd);
  }

  Span span(int start, int end) {
    return fixed.isPresent() ? fixed.get() : new Span(start, Math.max(start, end));
  }

  /** Goes one level deeper; every way down must come back through {@link #leave}. */
  void enter() {
    if (++depth > DEEPEST) {
      throw tooDeep();
    }
  }

  /** Comes back, with a node around what was parsed since. */
  void leave() {
    depth--;
    grow();
  }

  /** Begins to measure a subtree apart from its siblings; returns their height. */
  int measure() {
    int siblings = height;
    height = 0;
    return siblings;
  }

  /** Ends what {@link #measure} began. */
  void measured(int siblings) {
    height = Math.max(height, siblings);
  }

  /** Notes a node around the subtrees measured so far. */
  void grow() {
    if (++height > DEEPEST) {
      throw tooDeep();
    }
  }

  SyntaxFailure tooDeep() {
    return failure("too many nested expressions");
  }

  int depth() {
    return depth;
  }

  /** Returns to a depth known before something failed. */
  void restoreDepth(int known) {
    depth = known;
    height = 0;
  }

  /** Notes that an expression that began at an offset ends before this token. */
  void endExpression(int start, int firstToken) {
    expressionStart = start;
    expressionToken = firstToken;
    expressionEnd = index;
  }

  /** What to say of a token that fits nowhere, in CPython's words. */
  SyntaxFailure invalid() {
    return isCommaMissing()
        ? new SyntaxFailure("invalid syntax. Perhaps you forgot a comma?", expressionStart, end())
        : failure("invalid syntax");
  }

  /** Whether two expressions stand side by side between brackets. */
  private boolean isCommaMissing() {
    if (expressionEnd != index || !kind().beginsExpression() || at(TokenKind.STAR)) {
      return false;
    }
    TokenKind second = tokens.kind(expressionToken + 1);
    boolean word =
        tokens.kind(expressionToken) == TokenKind.NAME
            && (second == TokenKind.STRING
                || second == TokenKind.FORMAT_START
                || LEGACY.contains(tokens.name(expressionToken))
                || SOFT_KEYWORDS.contains(tokens.name(expressionToken)));
    return !word && isBetweenBrackets();
  }

  private boolean isBetweenBrackets() {
    int depth = 0;
    for (int i = index - 1; i >= 0 && depth <= 0; i--) {
      switch (tokens.kind(i)) {
        case LEFT_PARENTHESIS, LEFT_BRACKET, LEFT_BRACE -> depth++;
        case RIGHT_PARENTHESIS, RIGHT_BRACKET, RIGHT_BRACE -> depth--;
        case NEWLINE, SEMICOLON -> {
          return false;
        }
        default -> {}
      }
    }
    return depth > 0;
  }

  SyntaxFailure failure(String complaint) {
    return new SyntaxFailure(complaint, start(), end());
  }

  SyntaxFailure failure(String complaint, Span span) {
    return new SyntaxFailure(complaint, span.start(), span.end());
  }

  /** Returns the comments of the file. */
  List<SyntaxTree.Comment> comments() {
    List<SyntaxTree.Comment> comments = new ArrayList<>(tokens.commentCount());
    for (int i = 0; i < tokens.commentCount(); i++) {
      Span span = new Span(tokens.commentStart(i), tokens.commentEnd(i));
      comments.add(
          new SyntaxTree.Comment(file.text(span), file.at(span), isFirstOfLine(span.start())));
    }
    return comments;
  }

  private boolean isFirstOfLine(int start) {
    int i = start;
    while (i > 0 && Characters.isBlank(text().charAt(i - 1))) {
      i--;
    }
    return i == 0 || Characters.isBreak(text().charAt(i - 1)) || text().charAt(i - 1) == '\uFEFF';
  }
}
