package limbeck.read.sql;

import java.util.List;
import java.util.Optional;
import limbeck.sql.SqlToken;

/** What a query does besides asking. */
final class QueryCalls {
  private QueryCalls() {}

  /**
   * Returns a function whose effect is not known and that is called for its effect: by a query
   * without FROM, or as the only thing that FROM names. Others compute a value of a row.
   */
  static Optional<String> unknown(List<SqlToken> tokens) {
    boolean fromTable = readsTable(tokens);
    for (int i = 0; i + 1 < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      boolean called = token.isName() && tokens.get(i + 1).is("(") && !isOther(tokens, i);
      if (called && !fromTable && !isHarmless(tokens, i)) {
        return Optional.of(token.value());
      }
    }
    return Optional.empty();
  }

  /** A name with columns, {@code WITH name (…)} or {@code AS name (…)}, or a type with a length. */
  private static boolean isOther(List<SqlToken> tokens, int at) {
    SqlToken before = tokens.get(Math.max(0, at - 1));
    return at > 0
        && (before.is("with")
            || before.is("recursive")
            || before.is("as")
            || before.is(")")
            || before.is("::"));
  }

  private static boolean isHarmless(List<SqlToken> tokens, int at) {
    boolean qualified = at > 1 && tokens.get(at - 1).is(".");
    String schema = qualified ? tokens.get(at - 2).value() : "pg_catalog";
    boolean system = schema.equals("pg_catalog") || schema.equals("public");
    String name = tokens.get(at).value();
    return (KeyWords.isReserved(name) && !qualified) || (system && BuiltInFunctions.contains(name));
  }

  /** Whether FROM names a table, and not only functions. */
  private static boolean readsTable(List<SqlToken> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("from") && tokens.get(i + 1).isName()) {
        int next = i + 2;
        while (next + 1 < tokens.size() && tokens.get(next).is(".")) {
          next += 2;
        }
        if (next >= tokens.size() || !tokens.get(next).is("(")) {
          return true;
        }
      }
    }
    return false;
  }
}
