package limbeck.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.dialect.Dialect;
import limbeck.dialect.Dialects;
import limbeck.operation.Opaque;
import limbeck.plan.Archive;
import limbeck.read.ReadProblem;
import limbeck.revision.Step;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.text.ToolFailure;
import limbeck.verify.Claim;
import limbeck.verify.DatabaseSpelling;
import limbeck.verify.Verdict;
import limbeck.verify.Verifier;

/** Runs proofs on one embedded PostgreSQL, which lives until the process ends. */
final class Proofs {
  /** The version proofs run on. */
  static final int POSTGRESQL_MAJOR = 16;

  private static final Map<Integer, EmbeddedPostgres> SHARED = new HashMap<>();

  private Proofs() {}

  private static EmbeddedPostgres server() {
    return server(POSTGRESQL_MAJOR);
  }

  /** Starting a server takes longer than a proof; it goes with the process. */
  static synchronized EmbeddedPostgres server(int major) {
    EmbeddedPostgres running = SHARED.get(major);
    if (running == null || !running.isAlive()) {
      running = EmbeddedPostgres.start(major, EmbeddedPostgres.Flags.FAST);
      SHARED.put(major, running);
    }
    return running;
  }

  /** Starts the server while something else is done, if a proof on PostgreSQL is to come. */
  static void prepare(Workspace workspace, Optional<String> downgradeRefused) {
    if (workspace.dialectName() == DialectName.POSTGRESQL && downgradeRefused.isEmpty()) {
      Thread.ofPlatform().daemon().name("start of a server").start(Proofs::startAhead);
    }
  }

  private static void startAhead() {
    try {
      server();
    } catch (ToolFailure | IllegalStateException failure) {
      // The proof tries again, and says why; or the process ends already.
    }
  }

  /**
   * Proves a claim, as far as it can be.
   *
   * @param downgradeRefused why there is no way back, if there is none
   */
  static Verdict prove(Workspace workspace, Claim claim, Optional<String> downgradeRefused) {
    if (workspace.dialectName() != DialectName.POSTGRESQL) {
      return new Verdict.NotChecked(
          "proofs run on PostgreSQL, and this project is for "
              + workspace.dialectName().sqlalchemyName());
    }
    if (downgradeRefused.isPresent()) {
      return new Verdict.NotChecked("there is no way back to prove: " + downgradeRefused.get());
    }
    if (hasOpaque(claim.upgrade()) || hasOpaque(claim.downgrade())) {
      return new Verdict.NotChecked("a step of the revision is not understood");
    }
    try {
      return new Verifier(server(), dialect(POSTGRESQL_MAJOR)).prove(claim);
    } catch (ToolFailure failure) {
      return new Verdict.NotChecked(failure.what() + "; " + failure.help());
    }
  }

  /** Has PostgreSQL spell a schema; empty when it refuses it, or none can be started. */
  static Optional<Schema> spelledByDatabase(Schema schema) {
    try {
      return DatabaseSpelling.of(schema, server(), dialect(POSTGRESQL_MAJOR));
    } catch (ToolFailure noServer) {
      return Optional.empty();
    }
  }

  /** SQL is written for the version that runs it: some of it differs. */
  static Dialect dialect(int major) {
    return Dialects.of(DialectName.POSTGRESQL, OptionalInt.of(major));
  }

  private static boolean hasOpaque(List<Step> steps) {
    return steps.stream().anyMatch(it -> it.operation() instanceof Opaque);
  }

  /**
   * Returns the schema to compare the result with; empty when the models are not known in full, or
   * env.py leaves tables to others.
   */
  static Optional<Schema> wanted(Workspace workspace, Schema wanted, Schema after) {
    boolean unsure =
        workspace.stated().problems().stream().anyMatch(ReadProblem::marked)
            || !workspace.stated().doubtful().isEmpty()
            || !workspace.stated().partial().isEmpty();
    TableFilter filter = workspace.tableFilter();
    boolean all =
        wanted.tables().keySet().stream().allMatch(filter)
            && after.tables().keySet().stream().allMatch(filter);
    return unsure || !all
        ? Optional.empty()
        : Optional.of(KnownNames.adopt(Archive.carried(wanted, after), after));
  }
}
