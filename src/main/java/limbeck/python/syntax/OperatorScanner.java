package limbeck.python.syntax;

import static limbeck.python.syntax.TokenKind.*;

/** Recognises operators and punctuation; the longest one wins. */
final class OperatorScanner {
  private OperatorScanner() {}

  /** Returns the operator at an offset of a text that ends in zero characters, or ERROR. */
  static TokenKind scan(char[] text, int at) {
    char next = text[at + 1];
    char third = next == '\0' ? '\0' : text[at + 2];
    return switch (text[at]) {
      case '(' -> LEFT_PARENTHESIS;
      case ')' -> RIGHT_PARENTHESIS;
      case '[' -> LEFT_BRACKET;
      case ']' -> RIGHT_BRACKET;
      case '{' -> LEFT_BRACE;
      case '}' -> RIGHT_BRACE;
      case ',' -> COMMA;
      case ';' -> SEMICOLON;
      case '~' -> TILDE;
      case '.' -> next == '.' && third == '.' ? ELLIPSIS : DOT;
      case ':' -> next == '=' ? COLON_EQUAL : COLON;
      case '!' -> next == '=' ? NOT_EQUAL : EXCLAMATION;
      case '=' -> next == '=' ? EQUAL_EQUAL : EQUAL;
      case '+' -> next == '=' ? PLUS_EQUAL : PLUS;
      case '-' -> next == '=' ? MINUS_EQUAL : next == '>' ? ARROW : MINUS;
      case '%' -> next == '=' ? PERCENT_EQUAL : PERCENT;
      case '@' -> next == '=' ? AT_EQUAL : AT;
      case '&' -> next == '=' ? AMPERSAND_EQUAL : AMPERSAND;
      case '|' -> next == '=' ? PIPE_EQUAL : PIPE;
      case '^' -> next == '=' ? CARET_EQUAL : CARET;
      case '*' ->
          next == '*'
              ? third == '=' ? DOUBLE_STAR_EQUAL : DOUBLE_STAR
              : next == '=' ? STAR_EQUAL : STAR;
      case '/' ->
          next == '/'
              ? third == '=' ? DOUBLE_SLASH_EQUAL : DOUBLE_SLASH
              : next == '=' ? SLASH_EQUAL : SLASH;
      case '<' ->
          next == '<'
              ? third == '=' ? LEFT_SHIFT_EQUAL : LEFT_SHIFT
              : next == '=' ? LESS_EQUAL : LESS;
      case '>' ->
          next == '>'
              ? third == '=' ? RIGHT_SHIFT_EQUAL : RIGHT_SHIFT
              : next == '=' ? GREATER_EQUAL : GREATER;
      default -> ERROR;
    };
  }
}
