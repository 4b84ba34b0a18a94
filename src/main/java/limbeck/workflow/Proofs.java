package limbeck.workflow;

import limbeck.database.embedded.EmbeddedPostgres;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;
import limbeck.verify.Claim;
import limbeck.verify.Verdict;
import limbeck.verify.Verifier;

/** Runs a proof on an embedded PostgreSQL that lives as long as the proof. */
final class Proofs {
  /** The version proofs run on. */
  static final int POSTGRESQL_MAJOR = 16;

  private Proofs() {}

  static Verdict prove(Workspace workspace, Claim claim) {
    if (workspace.dialectName() != DialectName.POSTGRESQL) {
      return new Verdict.NotChecked(
          "proofs run on PostgreSQL, and this project is for "
              + workspace.dialectName().sqlalchemyName());
    }
    try (EmbeddedPostgres server =
        EmbeddedPostgres.start(POSTGRESQL_MAJOR, EmbeddedPostgres.Flags.FAST)) {
      return new Verifier(server, workspace.dialect()).prove(claim);
    } catch (ToolFailure failure) {
      return new Verdict.NotChecked(failure.what() + "; " + failure.help());
    }
  }
}
