package limbeck.sql;

import java.util.List;
import java.util.Map;

/** What a statement is for, told by its first words alone. */
public enum StatementKind {
  /** {@code CREATE, ALTER, DROP, COMMENT}: it changes what the database holds besides rows. */
  DEFINITION,
  /** {@code INSERT, UPDATE, DELETE, MERGE, TRUNCATE, COPY}: it changes rows. */
  ROWS,
  /** {@code SELECT, VALUES, TABLE, SHOW, EXPLAIN}: it asks, though a function may do anything. */
  QUERY,
  /** {@code BEGIN, COMMIT, SET, LOCK…}, {@code PRAGMA}: the session or the transaction. */
  SESSION,
  /** {@code ANALYZE, VACUUM, REINDEX, CLUSTER, REFRESH…}: the contents stay as they are. */
  UPKEEP,
  /** {@code GRANT, REVOKE…}: who may do what. */
  PRIVILEGES,
  /** {@code DO, CALL, EXECUTE}: it runs code that is not in the statement, or not in SQL. */
  CODE,
  /** No statement of PostgreSQL begins like this. */
  UNKNOWN;

  private static final Map<StatementKind, List<String>> FIRST_WORDS =
      Map.of(
          DEFINITION,
          List.of("create", "alter", "drop", "comment", "import"),
          ROWS,
          List.of("insert", "update", "delete", "merge", "truncate", "copy", "replace"),
          QUERY,
          List.of("select", "values", "table", "show", "explain", "(", "fetch", "move"),
          SESSION,
          List.of(
              "begin",
              "start",
              "commit",
              "end",
              "rollback",
              "abort",
              "savepoint",
              "release",
              "set",
              "reset",
              "lock",
              "discard",
              "listen",
              "notify",
              "unlisten",
              "prepare",
              "deallocate",
              "pragma",
              "use",
              "declare",
              "close",
              "load"),
          UPKEEP,
          List.of("analyze", "analyse", "vacuum", "reindex", "cluster", "refresh", "checkpoint"),
          PRIVILEGES,
          List.of("grant", "revoke", "reassign", "security"),
          CODE,
          List.of("do", "call", "execute"));

  /** Returns the kind of a statement. */
  public static StatementKind of(SqlStatement statement) {
    return of(SqlLexer.tokens(statement.text()));
  }

  /** Returns the kind of a statement whose tokens are at hand. */
  public static StatementKind of(List<SqlToken> tokens) {
    if (tokens.isEmpty()) {
      return UNKNOWN;
    }
    SqlToken first = tokens.getFirst();
    if (first.is("with")) {
      return writes(tokens) ? ROWS : QUERY;
    }
    return FIRST_WORDS.entrySet().stream()
        .filter(it -> it.getValue().stream().anyMatch(first::is))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(UNKNOWN);
  }

  /**
   * Whether a statement that begins with WITH writes: each of its parts begins with a verb, at the
   * very beginning or after a parenthesis.
   */
  private static boolean writes(List<SqlToken> tokens) {
    SqlToken before = tokens.getFirst();
    for (SqlToken token : tokens) {
      boolean begins = before.is("(") || before.is(")");
      if (begins && FIRST_WORDS.getOrDefault(ROWS, List.of()).stream().anyMatch(token::is)) {
        return true;
      }
      before = token;
    }
    return false;
  }
}
