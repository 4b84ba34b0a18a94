package limbeck.render;

import java.util.List;
import java.util.Optional;
import limbeck.revision.RevisionId;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/**
 * A revision that is to be written.
 *
 * @param id its identifier
 * @param parents {@code down_revision}
 * @param branchLabels {@code branch_labels}
 * @param dependsOn {@code depends_on}
 * @param message the first paragraph of its docstring
 * @param about further paragraphs of its docstring: what it does, and what may be deployed after it
 * @param createDate as written behind {@code Create Date:}
 * @param before the schema before {@code upgrade()}
 * @param upgrade the steps of {@code upgrade()}
 * @param after the schema before {@code downgrade()}
 * @param downgrade the steps of {@code downgrade()}
 * @param downgradeRefused why {@code downgrade()} cannot be; it then raises an error that says so
 * @param notes what a person must know before running it, one sentence or two each
 */
public record RevisionDraft(
    RevisionId id,
    List<RevisionId> parents,
    List<String> branchLabels,
    List<String> dependsOn,
    String message,
    List<String> about,
    String createDate,
    Schema before,
    List<Step> upgrade,
    Schema after,
    List<Step> downgrade,
    Optional<String> downgradeRefused,
    List<String> notes) {
  /** Copies the lists. */
  public RevisionDraft {
    parents = List.copyOf(parents);
    branchLabels = List.copyOf(branchLabels);
    dependsOn = List.copyOf(dependsOn);
    upgrade = List.copyOf(upgrade);
    downgrade = List.copyOf(downgrade);
    about = List.copyOf(about);
    notes = List.copyOf(notes);
  }

  /** Returns a draft whose docstring has no paragraphs but the first and the notes. */
  public RevisionDraft(
      RevisionId id,
      List<RevisionId> parents,
      List<String> branchLabels,
      List<String> dependsOn,
      String message,
      String createDate,
      Schema before,
      List<Step> upgrade,
      Schema after,
      List<Step> downgrade,
      Optional<String> downgradeRefused,
      List<String> notes) {
    this(
        id,
        parents,
        branchLabels,
        dependsOn,
        message,
        List.of(),
        createDate,
        before,
        upgrade,
        after,
        downgrade,
        downgradeRefused,
        notes);
  }
}
