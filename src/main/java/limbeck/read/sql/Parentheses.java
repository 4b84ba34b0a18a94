package limbeck.read.sql;

import java.util.List;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** Parentheses around a whole expression, which mean nothing. */
final class Parentheses {
  private Parentheses() {}

  /** Returns the expression without them. */
  static String strip(String expression) {
    String bare = expression;
    while (bare.startsWith("(")) {
      List<SqlToken> tokens = SqlLexer.tokens(bare);
      if (tokens.size() < 3 || close(tokens) != tokens.size() - 1) {
        return bare;
      }
      bare = bare.substring(tokens.get(1).start(), tokens.get(tokens.size() - 2).end());
    }
    return bare;
  }

  /** The position of the token that closes the first one. */
  private static int close(List<SqlToken> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
