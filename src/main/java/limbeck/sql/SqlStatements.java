package limbeck.sql;

import java.util.ArrayList;
import java.util.List;
import limbeck.schema.SqlText;

/** Splits a text into its statements. */
public final class SqlStatements {
  private SqlStatements() {}

  /**
   * Returns the statements between semicolons, without them and without white space around; empty
   * ones are left out. Semicolons inside strings, dollar strings, comments, parentheses and the
   * {@code BEGIN ATOMIC … END} of a function do not split.
   */
  public static List<SqlText> split(String text) {
    List<SqlText> statements = new ArrayList<>();
    int depth = 0;
    int atomic = 0;
    int first = -1;
    SqlToken before = new SqlToken(SqlToken.Kind.SYMBOL, ";", 0, 0);
    int end = 0;
    for (SqlToken token : SqlLexer.tokens(text)) {
      if (token.isSymbol("(")) {
        depth++;
      } else if (token.isSymbol(")")) {
        depth = Math.max(0, depth - 1);
      } else if (token.is("atomic") && before.is("begin")) {
        atomic++;
      } else if (atomic > 0 && token.is("case")) {
        atomic++;
      } else if (atomic > 0 && token.is("end")) {
        atomic--;
      }
      if (token.isSymbol(";") && depth == 0 && atomic == 0) {
        if (first >= 0) {
          statements.add(new SqlText(text.substring(first, end).strip()));
        }
        first = -1;
      } else {
        if (first < 0) {
          first = token.start();
        }
        end = token.end();
      }
      before = token;
    }
    if (first >= 0) {
      statements.add(new SqlText(text.substring(first, end).strip()));
    }
    return statements;
  }
}
