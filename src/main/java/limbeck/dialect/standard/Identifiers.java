package limbeck.dialect.standard;

import java.util.Locale;
import limbeck.dialect.standard.Tokens.Token;

/** Which names an SQL expression mentions. */
public final class Identifiers {
  private Identifiers() {}

  /**
   * Returns whether an expression mentions a column, quoted or not. A function or a type of that
   * name, or a piece of text, does not count.
   */
  public static boolean mentions(String expression, String column) {
    var tokens = Tokens.of(expression);
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      boolean named =
          switch (token.kind()) {
            case WORD ->
                token.text().toLowerCase(Locale.ROOT).equals(column.toLowerCase(Locale.ROOT));
            case QUOTED -> token.value().equals(column);
            case STRING, NUMBER, SYMBOL -> false;
          };
      boolean call = i + 1 < tokens.size() && tokens.get(i + 1).is("(");
      boolean type = i > 0 && tokens.get(i - 1).is("::");
      if (named && !call && !type) {
        return true;
      }
    }
    return false;
  }
}
