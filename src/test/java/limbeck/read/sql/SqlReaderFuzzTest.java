package limbeck.read.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import limbeck.cases.CaseFolder;
import limbeck.operation.Apply;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import limbeck.sql.Splitter;
import limbeck.sql.SqlLexer;
import limbeck.sql.SqlStatement;
import limbeck.sql.SqlToken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Statements with tokens lost, doubled and swapped: each becomes operations, none a failure. */
@Tag("fuzz")
class SqlReaderFuzzTest {
  private static final int ROUNDS = 40;

  @Test
  void readsAnythingAsSomething() {
    SplittableRandom random = new SplittableRandom(7);
    List<String> statements = new ArrayList<>();
    for (String area : List.of("read-sql", "read-sql-open")) {
      for (CaseFolder folder : CaseFolder.in(area)) {
        Splitter.split(folder.read("script.sql")).forEach(it -> statements.add(it.text()));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      SqlReader reader = new SqlReader();
      Schema schema = Schema.EMPTY;
      for (String statement : statements) {
        String changed =
            random.nextInt(3) == 0 ? statement : changed(statement, statements, random);
        List<Operation> operations =
            reader.readOne(new SqlStatement(changed, 0, changed.length()), schema);
        assertThat(operations).as(changed).isNotEmpty();
        schema = Apply.after(operations, schema);
      }
    }
  }

  private static String changed(String statement, List<String> others, SplittableRandom random) {
    List<SqlToken> tokens = new ArrayList<>(SqlLexer.tokens(statement));
    int at = random.nextInt(tokens.size());
    switch (random.nextInt(4)) {
      case 0 -> tokens.remove(at);
      case 1 -> tokens.add(at, tokens.get(random.nextInt(tokens.size())));
      case 2 -> {
        List<SqlToken> other = SqlLexer.tokens(others.get(random.nextInt(others.size())));
        tokens.set(at, other.get(random.nextInt(other.size())));
      }
      default -> tokens.subList(at, tokens.size()).clear();
    }
    return tokens.isEmpty()
        ? statement
        : String.join(" ", tokens.stream().map(SqlToken::text).toList());
  }
}
