package limbeck.read.sql;

import java.util.List;
import java.util.Set;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlToken;

/** How far a block of code that is not followed can reach: to the schema, or to rows only. */
final class BlockReach {
  /** What may be created, altered and dropped without any place in a schema. */
  private static final Set<String> BEYOND =
      Set.of(
          "publication",
          "subscription",
          "default",
          "role",
          "user",
          "group",
          "database",
          "system",
          "statistics",
          "rule",
          "server",
          "event",
          "collation",
          "tablespace");

  private BlockReach() {}

  /** Returns whether some word of a body can begin a statement that changes a schema. */
  static boolean mayChangeSchema(List<SqlToken> body) {
    for (int i = 0; i < body.size(); i++) {
      SqlToken token = body.get(i);
      boolean changes =
          token.kind() == SqlToken.Kind.WORD
              && switch (token.value()) {
                case "create", "alter", "drop" -> !BEYOND.contains(value(body, i + 1));
                case "execute" -> executes(body, i);
                case "perform" -> performs(body, i);
                case "do" -> !Set.of("nothing", "update").contains(value(body, i + 1));
                case "call", "import", "comment" -> true;
                default -> false;
              };
      if (changes) {
        return true;
      }
    }
    return false;
  }

  private static String value(List<SqlToken> body, int at) {
    return at >= 0 && at < body.size() ? body.get(at).value() : "";
  }

  /** {@code EXECUTE} of a text, or of a format, whose beginning is there to see. */
  private static boolean executes(List<SqlToken> body, int at) {
    boolean right = value(body, at - 1).equals("grant") || value(body, at + 1).equals("on");
    if (right || value(body, at - 1).equals(",") || value(body, at - 1).equals("revoke")) {
      return false;
    }
    int text = value(body, at + 1).equals("format") ? at + 3 : at + 1;
    if (text >= body.size() || !body.get(text).isString()) {
      return true;
    }
    List<SqlToken> inside = SqlLexer.tokens(body.get(text).value());
    return switch (limbeck.sql.StatementKind.of(inside)) {
      case DEFINITION, CODE, UNKNOWN -> mayChangeSchema(inside) || inside.isEmpty();
      case ROWS, QUERY, SESSION, UPKEEP, PRIVILEGES -> value(inside, 0).equals("select");
    };
  }

  /** {@code PERFORM} is a SELECT whose result nobody wants. */
  private static boolean performs(List<SqlToken> body, int at) {
    int end = at;
    while (end < body.size() && !body.get(end).is(";")) {
      end++;
    }
    return QueryCalls.unknown(body.subList(at, end)).isPresent();
  }
}
