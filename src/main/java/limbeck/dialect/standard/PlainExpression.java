package limbeck.dialect.standard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import limbeck.dialect.standard.Tokens.Kind;
import limbeck.dialect.standard.Tokens.Token;
import limbeck.schema.SqlText;

/**
 * SQL expressions made one in blanks, in the case of words and in outer parentheses, for databases
 * that keep the text as it was written. Words outside of quotes have no case there.
 */
public final class PlainExpression {
  private PlainExpression() {}

  /** Returns the one form of an expression. */
  public static SqlText of(SqlText expression) {
    List<Token> tokens = new ArrayList<>(Tokens.of(expression.text()));
    while (isEnclosed(tokens)) {
      tokens = new ArrayList<>(tokens.subList(1, tokens.size() - 1));
    }
    return new SqlText(tokens.stream().map(PlainExpression::word).collect(Collectors.joining(" ")));
  }

  private static String word(Token token) {
    return switch (token.kind()) {
      case WORD -> token.text().toLowerCase(Locale.ROOT);
      case QUOTED -> {
        String name = token.value();
        yield name.matches("[a-z_][a-z0-9_]*") ? name : "\"" + name.replace("\"", "\"\"") + "\"";
      }
      case STRING, NUMBER, SYMBOL -> token.text();
    };
  }

  private static boolean isEnclosed(List<Token> tokens) {
    if (tokens.size() < 3 || !tokens.getFirst().is("(")) {
      return false;
    }
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.is("(")) {
        depth++;
      } else if (token.is(")") && --depth == 0) {
        return i == tokens.size() - 1;
      }
    }
    return false;
  }

  /** Returns whether an expression is a single string literal. */
  public static boolean isText(SqlText expression) {
    List<Token> tokens = Tokens.of(of(expression).text());
    return tokens.size() == 1
        && tokens.getFirst().kind() == Kind.STRING
        && tokens.getFirst().text().startsWith("'");
  }

  /** Returns the value of a single string literal; a doubled quote is one. */
  public static String text(SqlText literal) {
    String quoted = of(literal).text();
    return quoted.substring(1, Math.max(1, quoted.length() - 1)).replace("''", "'");
  }
}
