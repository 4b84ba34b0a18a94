package limbeck.revision;

import java.util.List;
import limbeck.text.SourceFile;

/**
 * What a script says about its place in the history, readable without its functions.
 *
 * @param id its identifier
 * @param parents {@code down_revision}: none for a base, two or more for a merge
 * @param dependsOn {@code depends_on}, as written: identifiers, partial ones or labels
 * @param branchLabels {@code branch_labels}
 * @param message the docstring's first paragraph
 * @param createDate the docstring's {@code Create Date} line, as written; empty when absent
 * @param file its script
 */
public record RevisionHeader(
    RevisionId id,
    List<RevisionId> parents,
    List<String> dependsOn,
    List<String> branchLabels,
    String message,
    String createDate,
    SourceFile file) {
  /** Copies the lists. */
  public RevisionHeader {
    parents = List.copyOf(parents);
    dependsOn = List.copyOf(dependsOn);
    branchLabels = List.copyOf(branchLabels);
  }
}
