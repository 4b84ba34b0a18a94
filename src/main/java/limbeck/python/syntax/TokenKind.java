package limbeck.python.syntax;

import java.util.Optional;
import limbeck.python.syntax.Expression.Operator;
import org.jspecify.annotations.Nullable;

/** The kinds of tokens, trivia included. */
public enum TokenKind {
  /** The end of the text; empty. */
  END,
  /** The line break that ends a logical line; empty where the text ends without one. */
  NEWLINE,
  /** The beginning of a block; empty, before its first token. */
  INDENT,
  /** The end of a block; empty, before the first token after it. */
  DEDENT,
  /** An identifier that is not a hard keyword. */
  NAME,
  /** A number. */
  NUMBER,
  /** A whole plain string or bytes literal with its prefix and quotes. */
  STRING,
  /** Prefix and opening quotes of an f-string or t-string. */
  FORMAT_START,
  /** Text inside an f-string or t-string. */
  FORMAT_TEXT,
  /** Closing quotes of an f-string or t-string. */
  FORMAT_END,
  /** Text that is no token of Python. */
  ERROR,

  /** Trivia: spaces, tabs and form feeds. */
  WHITESPACE,
  /** Trivia: from {@code #} to the end of the line. */
  COMMENT,
  /** Trivia: a backslash and the line break after it. */
  CONTINUATION,
  /** Trivia: a line break that ends no logical line. */
  LINE_BREAK,

  LEFT_PARENTHESIS("("),
  RIGHT_PARENTHESIS(")"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  COMMA(","),
  COLON(":"),
  SEMICOLON(";"),
  DOT("."),
  ELLIPSIS("..."),
  EXCLAMATION("!"),
  ARROW("->"),
  COLON_EQUAL(":="),
  EQUAL("="),
  TILDE("~"),
  PIPE("|", 1, Operator.BITOR),
  CARET("^", 2, Operator.BITXOR),
  AMPERSAND("&", 3, Operator.BITAND),
  LEFT_SHIFT("<<", 4, Operator.LSHIFT),
  RIGHT_SHIFT(">>", 4, Operator.RSHIFT),
  PLUS("+", 5, Operator.ADD),
  MINUS("-", 5, Operator.SUB),
  STAR("*", 6, Operator.MULT),
  SLASH("/", 6, Operator.DIV),
  DOUBLE_SLASH("//", 6, Operator.FLOORDIV),
  PERCENT("%", 6, Operator.MOD),
  AT("@", 6, Operator.MATMULT),
  DOUBLE_STAR("**"),
  EQUAL_EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_EQUAL("<="),
  GREATER(">"),
  GREATER_EQUAL(">="),
  PLUS_EQUAL("+=", Operator.ADD),
  MINUS_EQUAL("-=", Operator.SUB),
  STAR_EQUAL("*=", Operator.MULT),
  SLASH_EQUAL("/=", Operator.DIV),
  DOUBLE_SLASH_EQUAL("//=", Operator.FLOORDIV),
  PERCENT_EQUAL("%=", Operator.MOD),
  AT_EQUAL("@=", Operator.MATMULT),
  AMPERSAND_EQUAL("&=", Operator.BITAND),
  PIPE_EQUAL("|=", Operator.BITOR),
  CARET_EQUAL("^=", Operator.BITXOR),
  LEFT_SHIFT_EQUAL("<<=", Operator.LSHIFT),
  RIGHT_SHIFT_EQUAL(">>=", Operator.RSHIFT),
  DOUBLE_STAR_EQUAL("**=", Operator.POW),

  FALSE("False"),
  NONE("None"),
  TRUE("True"),
  AND("and"),
  AS("as"),
  ASSERT("assert"),
  ASYNC("async"),
  AWAIT("await"),
  BREAK("break"),
  CLASS("class"),
  CONTINUE("continue"),
  DEF("def"),
  DEL("del"),
  ELIF("elif"),
  ELSE("else"),
  EXCEPT("except"),
  FINALLY("finally"),
  FOR("for"),
  FROM("from"),
  GLOBAL("global"),
  IF("if"),
  IMPORT("import"),
  IN("in"),
  IS("is"),
  LAMBDA("lambda"),
  NONLOCAL("nonlocal"),
  NOT("not"),
  OR("or"),
  PASS("pass"),
  RAISE("raise"),
  RETURN("return"),
  TRY("try"),
  WHILE("while"),
  WITH("with"),
  YIELD("yield");

  private final String spelling;
  private final int precedence;
  private final @Nullable Operator operator;

  TokenKind() {
    this("", 0, null);
  }

  TokenKind(String spelling) {
    this(spelling, 0, null);
  }

  TokenKind(String spelling, Operator augmented) {
    this(spelling, 0, augmented);
  }

  TokenKind(String spelling, int precedence, @Nullable Operator operator) {
    this.spelling = spelling;
    this.precedence = precedence;
    this.operator = operator;
  }

  /** Returns the only text such a token can have; empty when it can have many. */
  public Optional<String> spelling() {
    return spelling.isEmpty() ? Optional.empty() : Optional.of(spelling);
  }

  /** Returns how many characters an operator or keyword has. */
  int length() {
    return spelling.length();
  }

  /** Returns whether it carries no meaning for the grammar. */
  public boolean isTrivia() {
    return compareTo(WHITESPACE) >= 0 && compareTo(LINE_BREAK) <= 0;
  }

  /** Returns whether it is a reserved word. */
  public boolean isKeyword() {
    return compareTo(FALSE) >= 0;
  }

  /**
   * Returns how tightly it binds as a left-associative binary operator, from 1; 0 when it is none.
   */
  int precedence() {
    return precedence;
  }

  /** Returns the operator that it stands for as binary operator or augmented assignment. */
  @Nullable Operator operator() {
    return operator;
  }

  /** Returns whether it is {@code +=} or its like. */
  boolean isAugmentedAssignment() {
    return operator != null && precedence == 0;
  }

  /** Returns whether it lays out lines and blocks; such tokens never end a node. */
  boolean isLayout() {
    return compareTo(DEDENT) <= 0;
  }

  /** Returns whether an expression, starred or not, can begin with it. */
  boolean beginsExpression() {
    return switch (this) {
      case NAME,
          NUMBER,
          STRING,
          FORMAT_START,
          LEFT_PARENTHESIS,
          LEFT_BRACKET,
          LEFT_BRACE,
          ELLIPSIS,
          TILDE,
          PLUS,
          MINUS,
          STAR,
          FALSE,
          NONE,
          TRUE,
          AWAIT,
          LAMBDA,
          NOT ->
          true;
      default -> false;
    };
  }

  /**
   * Returns whether it is a word that begins a statement or clause and never stands between
   * brackets, so that a line that begins with it shows that a bracket was forgotten.
   */
  boolean beginsOnlyStatements() {
    return switch (this) {
      case ASSERT,
          BREAK,
          CLASS,
          CONTINUE,
          DEF,
          DEL,
          ELIF,
          EXCEPT,
          FINALLY,
          GLOBAL,
          IMPORT,
          NONLOCAL,
          PASS,
          RAISE,
          RETURN,
          TRY,
          WHILE,
          WITH ->
          true;
      default -> false;
    };
  }
}
