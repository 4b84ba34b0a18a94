package limbeck.sql;

import java.util.List;
import java.util.Optional;

/**
 * A {@code DO} block of PostgreSQL that writes in batches: in a loop, with a commit for each round.
 *
 * @param body the tokens of its code
 */
public record BatchedBlock(List<SqlToken> body) {
  /** Copies the tokens. */
  public BatchedBlock {
    body = List.copyOf(body);
  }

  /** Reads a statement; empty when it is no such block. */
  public static Optional<BatchedBlock> of(String statement) {
    List<SqlToken> tokens = SqlLexer.tokens(statement);
    if (tokens.isEmpty() || !tokens.getFirst().is("do")) {
      return Optional.empty();
    }
    List<SqlToken> body =
        tokens.stream()
            .filter(SqlToken::isString)
            .flatMap(it -> SqlLexer.tokens(it.value()).stream())
            .toList();
    return commitsInLoop(body) ? Optional.of(new BatchedBlock(body)) : Optional.empty();
  }

  private static boolean commitsInLoop(List<SqlToken> body) {
    int depth = 0;
    for (int i = 0; i < body.size(); i++) {
      if (body.get(i).is("loop")) {
        depth += i > 0 && body.get(i - 1).is("end") ? -1 : 1;
      } else if (body.get(i).is("commit") && depth > 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns the first statement inside that begins with a word, up to its semicolon. */
  public Optional<List<SqlToken>> statement(String word) {
    for (int from = 1; from < body.size(); from++) {
      boolean begins = body.get(from - 1).is(";") || body.get(from - 1).is("loop");
      if (begins && body.get(from).is(word)) {
        int to = from;
        while (to < body.size() && !body.get(to).is(";")) {
          to++;
        }
        return Optional.of(body.subList(from, to));
      }
    }
    return Optional.empty();
  }
}
