package limbeck.review;

import java.util.List;
import java.util.Set;
import limbeck.dialect.Effect;
import limbeck.dialect.Impact;
import limbeck.dialect.ServerNote;
import limbeck.revision.RevisionId;
import limbeck.schema.TableName;

/**
 * What one call of a script does by itself, before it is known in which transaction it runs.
 *
 * @param revision in which
 * @param sql the statements of each part
 * @param autocommit whether it stands outside of the revision's transaction
 * @param impact what it does
 * @param refusals what the database refuses of the statements as they are written
 * @param understood whether all of it was
 * @param parts its operations
 * @param notes what the manual of another database than PostgreSQL says of it
 * @param created the tables that the revision has created by then
 */
record CallReview(
    RevisionId revision,
    List<List<String>> sql,
    boolean autocommit,
    Impact impact,
    List<Effect.MayFail> refusals,
    boolean understood,
    List<StepFacts> parts,
    List<ServerNote> notes,
    Set<TableName> created) {
  CallReview {
    sql = List.copyOf(sql);
    refusals = List.copyOf(refusals);
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
    created = Set.copyOf(created);
  }
}
