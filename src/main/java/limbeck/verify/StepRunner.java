package limbeck.verify;

import java.util.List;
import java.util.Optional;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.dialect.Dialect;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.Apply;
import limbeck.operation.DataOperation;
import limbeck.operation.Operation;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * Runs steps as Alembic runs a revision on PostgreSQL: one transaction, interrupted by the steps
 * that must stand outside of it.
 */
final class StepRunner {
  /** The class of {@code RAISE EXCEPTION} without one of its own. */
  private static final String RAISED = "P0001";

  private final Session session;
  private final Dialect dialect;
  private int statements;

  StepRunner(Session session, Dialect dialect) {
    this.session = session;
    this.dialect = dialect;
  }

  /**
   * A statement that was refused.
   *
   * @param statement the SQL, or what could not be put into SQL
   * @param sqlState its class of error; {@code 0A000} when the tool itself cannot lower a step
   * @param message why
   * @param check whether it was a step that only looks for rows and stops when there are any
   */
  record Refusal(String statement, String sqlState, String message, boolean check) {
    private Refusal ofCheck(boolean other) {
      return new Refusal(statement, sqlState, message, other);
    }
  }

  /** Returns how many statements the last run had. */
  int statements() {
    return statements;
  }

  /** Runs the steps from a schema; returns the first refusal, after rolling back. */
  Optional<Refusal> run(List<Step> steps, Schema start) {
    Schema before = start;
    statements = 0;
    session.begin();
    for (Step step : steps) {
      Optional<Refusal> refusal = run(step, before);
      if (refusal.isPresent()) {
        session.rollback();
        return refusal;
      }
      before = Apply.after(step.operation(), before);
    }
    return refusal("COMMIT", session.commit());
  }

  private Optional<Refusal> run(Step step, Schema before) {
    return switch (dialect.lower(step.operation(), before)) {
      case Lowering.Unsupported(String reason) ->
          Optional.of(new Refusal(step.operation().toString(), "0A000", reason, false));
      case Lowering.Statements(List<Statement> lowered) -> {
        for (Statement statement : lowered) {
          Optional<Refusal> refusal = run(statement, step.autocommit());
          if (refusal.isPresent()) {
            boolean check =
                step.operation() instanceof DataOperation.RequireNoRows
                    || raises(step.operation(), refusal.get());
            yield refusal.map(it -> it.ofCheck(check));
          }
        }
        yield Optional.empty();
      }
    };
  }

  /** A check as it stands in a script: the SQL itself raises the exception. */
  private static boolean raises(Operation operation, Refusal refusal) {
    return operation instanceof DataOperation.ExecuteSql sql
        && refusal.sqlState().equals(RAISED)
        && sql.statement().text().contains("RAISE EXCEPTION");
  }

  private Optional<Refusal> run(Statement statement, boolean autocommit) {
    String sql = statement.sql().text();
    statements++;
    if (statement.transactional() && !autocommit) {
      return refusal(sql, session.execute(sql));
    }
    Optional<Refusal> refusal = refusal("COMMIT", session.commit());
    if (refusal.isEmpty()) {
      refusal = refusal(sql, session.execute(sql));
    }
    session.begin();
    return refusal;
  }

  static Optional<Refusal> refusal(String sql, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> Optional.empty();
      case Outcome.Failed failed ->
          Optional.of(new Refusal(sql, failed.sqlState(), failed.message(), false));
    };
  }
}
