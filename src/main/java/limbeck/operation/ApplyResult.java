package limbeck.operation;

import java.util.List;
import limbeck.schema.Schema;

/**
 * What an operation makes of a schema.
 *
 * @param schema the schema after, as far as the operation could be carried out
 * @param problems why PostgreSQL would refuse it, one sentence each; empty when it would not
 */
public record ApplyResult(Schema schema, List<String> problems) {
  /** Copies the problems. */
  public ApplyResult {
    problems = List.copyOf(problems);
  }
}
