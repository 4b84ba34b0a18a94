package limbeck.review;

import java.util.List;
import java.util.Optional;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.ServerNote;
import limbeck.revision.RevisionId;
import limbeck.text.Location;

/**
 * What one call of a script does on the server.
 *
 * @param revision in which
 * @param location the call; empty for a step the tool generated
 * @param sql its statements, in order
 * @param transaction the number of the transaction they run in, counted from 1 over the whole run
 * @param autocommit whether it stands outside of the revision's transaction
 * @param impact what it does
 * @param blocks whether work that grows with a table is done while the transaction holds SHARE or a
 *     stronger lock on a table that existed before the revision
 * @param fails why the server may refuse it: a certain reason, else the first possible one
 * @param understood whether all of it was
 * @param parts its operations
 * @param notes what the manual of another database than PostgreSQL says of it
 */
public record StepReview(
    RevisionId revision,
    Optional<Location> location,
    List<String> sql,
    int transaction,
    boolean autocommit,
    Impact impact,
    boolean blocks,
    Optional<Effect.MayFail> fails,
    boolean understood,
    List<StepFacts> parts,
    List<ServerNote> notes) {
  /** Copies the lists. */
  public StepReview {
    sql = List.copyOf(sql);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /** Returns whether the server refuses it whatever the rows are. */
  public boolean failsForCertain() {
    return fails.filter(Effect.MayFail::certain).isPresent();
  }
}
