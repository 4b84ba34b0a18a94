package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.sql.SqlToken;

/** {@code SELECT … INTO table}: the older spelling of {@code CREATE TABLE … AS}. */
final class SelectInto {
  private SelectInto() {}

  /** Returns the statement as a CREATE TABLE; empty when it makes no table. */
  static Optional<String> asCreateTable(List<SqlToken> tokens, String text) {
    int into = position(tokens);
    if (into < 0) {
      return Optional.empty();
    }
    int at = into + 1;
    String kind = "";
    if (is(tokens, at, "temp") || is(tokens, at, "temporary") || is(tokens, at, "unlogged")) {
      kind = tokens.get(at).value() + " ";
      at++;
    }
    at += is(tokens, at, "table") ? 1 : 0;
    int first = at;
    at++;
    while (is(tokens, at, ".")) {
      at += 2;
    }
    if (at > tokens.size()) {
      return Optional.empty();
    }
    String name = text.substring(tokens.get(first).start(), tokens.get(at - 1).end());
    String rest = at < tokens.size() ? text.substring(tokens.get(at).start()) : "";
    String query = text.substring(0, tokens.get(into).start()).strip() + " " + rest;
    return Optional.of("CREATE " + kind + "TABLE " + name + " AS " + query.strip());
  }

  /** INTO stands at the level of the first SELECT, before its FROM. */
  private static int position(List<SqlToken> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
      if (depth == 0 && token.is("from")) {
        return -1;
      }
      if (depth == 0 && token.is("into")) {
        // MySQL selects into variables, too.
        boolean variable = i + 1 < tokens.size() && tokens.get(i + 1).text().startsWith("@");
        return variable ? -1 : i;
      }
    }
    return -1;
  }

  private static boolean is(List<SqlToken> tokens, int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }
}
