package limbeck.review;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.Location;

/**
 * The history of a project as a whole.
 *
 * @param graph the revisions there are
 * @param reviewed those under review
 * @param base the revisions of the branch they are to be merged into, by identifier; empty when no
 *     base was given
 * @param ledger what revisions held when they were recorded
 * @param facts of the revisions under review, in the order in which they run
 * @param creators where the application creates tables itself, beside the history
 */
public record HistoryFacts(
    RevisionGraph graph,
    Set<RevisionId> reviewed,
    Optional<SortedMap<String, RevisionHeader>> base,
    Ledger ledger,
    List<RevisionFacts> facts,
    List<Location> creators) {
  /** Copies the collections. */
  public HistoryFacts {
    reviewed = Set.copyOf(reviewed);
    base = base.map(it -> Collections.unmodifiableSortedMap(new TreeMap<>(it)));
    facts = List.copyOf(facts);
    creators = List.copyOf(creators);
  }
}
