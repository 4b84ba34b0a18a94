package limbeck.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts SQL text into statements, as PostgreSQL does with a text sent in one piece: at semicolons
 * that are in no quote, comment, {@code BEGIN ATOMIC} body or parenthesis of a rule.
 */
public final class Splitter {
  private final String text;
  private final List<SqlStatement> found = new ArrayList<>();
  private int start = -1;
  private int end;
  private int parentheses;
  private int blocks;
  private boolean isRule;

  private Splitter(String text) {
    this.text = text;
  }

  /** Returns the statements in order; empty ones are left out, a last one needs no semicolon. */
  public static List<SqlStatement> split(String text) {
    Splitter splitter = new Splitter(text);
    List<SqlToken> tokens = SqlLexer.tokens(text);
    for (int i = 0; i < tokens.size(); i++) {
      splitter.take(tokens, i);
    }
    splitter.close();
    return List.copyOf(splitter.found);
  }

  private void take(List<SqlToken> tokens, int at) {
    SqlToken token = tokens.get(at);
    if (token.is(";") && blocks == 0 && (parentheses <= 0 || !isRule)) {
      close();
      return;
    }
    if (start < 0) {
      start = token.start();
      isRule = isRule(tokens, at);
    }
    end = token.end();
    if (token.is("(")) {
      parentheses++;
    } else if (token.is(")")) {
      parentheses--;
    } else if (token.is("atomic") && at > 0 && tokens.get(at - 1).is("begin")) {
      blocks++;
    } else if (blocks > 0 && token.is("case")) {
      blocks++;
    } else if (blocks > 0 && token.is("end")) {
      blocks--;
    }
  }

  /** Only a rule may hold statements in parentheses; elsewhere one is not closed, and ends here. */
  private static boolean isRule(List<SqlToken> tokens, int at) {
    int next = at + 1;
    if (next + 1 < tokens.size() && tokens.get(next).is("or")) {
      next += 2;
    }
    return tokens.get(at).is("create") && next < tokens.size() && tokens.get(next).is("rule");
  }

  private void close() {
    if (start >= 0) {
      found.add(new SqlStatement(text.substring(start, end), start, end));
    }
    start = -1;
    parentheses = 0;
    blocks = 0;
  }
}
