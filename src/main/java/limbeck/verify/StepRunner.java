package limbeck.verify;

import java.util.List;
import java.util.Optional;
import limbeck.database.Outcome;
import limbeck.database.Session;
import limbeck.dialect.Dialect;
import limbeck.dialect.Lowering;
import limbeck.dialect.Statement;
import limbeck.operation.Apply;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * Runs steps as Alembic runs a revision on PostgreSQL: one transaction, interrupted by the steps
 * that must stand outside of it.
 */
final class StepRunner {
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
   */
  record Refusal(String statement, String sqlState, String message) {}

  /** Returns how many statements have run so far. */
  int statements() {
    return statements;
  }

  /** Runs the steps from a schema; returns the first refusal, after rolling back. */
  Optional<Refusal> run(List<Step> steps, Schema start) {
    Schema before = start;
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
          Optional.of(new Refusal(step.operation().toString(), "0A000", reason));
      case Lowering.Statements(List<Statement> lowered) -> {
        for (Statement statement : lowered) {
          Optional<Refusal> refusal = run(statement, step.autocommit());
          if (refusal.isPresent()) {
            yield refusal;
          }
        }
        yield Optional.empty();
      }
    };
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
          Optional.of(new Refusal(sql, failed.sqlState(), failed.message()));
    };
  }
}
