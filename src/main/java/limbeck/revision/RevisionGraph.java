package limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * The revisions of a project and how they follow each other, as Alembic sees them.
 *
 * <p>It is there for any set of headers. What Alembic would refuse is in {@link #problems()}: of
 * two revisions with one id the later file counts, an edge to nothing is left out, a circle is cut.
 */
public final class RevisionGraph {
  private final Links links;
  private final BitSet cyclic;
  private final List<GraphProblem> problems;

  private RevisionGraph(GraphBuilder.Result built) {
    this.links = built.links();
    this.cyclic = built.cyclic();
    this.problems = List.copyOf(built.problems());
  }

  /**
   * Links revisions.
   *
   * @param headers in the order in which Alembic loads their files
   */
  public static RevisionGraph of(List<RevisionHeader> headers) {
    return new RevisionGraph(new GraphBuilder().build(headers));
  }

  /** Returns what Alembic would refuse or warn about, in order of discovery. */
  public List<GraphProblem> problems() {
    return problems;
  }

  /** Returns all revisions in load order. */
  public List<RevisionHeader> revisions() {
    return List.copyOf(links.nodes());
  }

  /** Returns the revision of exactly that id. */
  public Optional<RevisionHeader> revision(RevisionId id) {
    return Optional.ofNullable(links.byId().get(id.text())).map(links.nodes()::get);
  }

  /** Returns the revisions that no other one follows. */
  public List<RevisionId> heads() {
    return ids(it -> links.children().get(it).isEmpty() && !cyclic.get(it));
  }

  /** Returns the heads that no other revision depends on either: the rows of the version table. */
  public List<RevisionId> effectiveHeads() {
    return ids(it -> links.dependents().get(it).isEmpty() && !cyclic.get(it));
  }

  /** Returns the revisions that follow none. */
  public List<RevisionId> bases() {
    return ids(it -> links.nodes().get(it).parents().isEmpty());
  }

  private List<RevisionId> ids(java.util.function.IntPredicate wanted) {
    List<RevisionId> result = new ArrayList<>();
    for (int node = 0; node < links.size(); node++) {
      if (wanted.test(node)) {
        result.add(links.id(node));
      }
    }
    return result;
  }

  /** Returns the revisions that name this one in {@code down_revision}. */
  public List<RevisionId> children(RevisionId id) {
    return links.ids(links.children().get(number(id)));
  }

  /** Returns the revisions that name this one in {@code down_revision} or {@code depends_on}. */
  public List<RevisionId> dependents(RevisionId id) {
    return links.ids(links.dependents().get(number(id)));
  }

  /** Returns the revisions of {@code depends_on}. */
  public List<RevisionId> dependencies(RevisionId id) {
    return links.ids(links.dependencies().get(number(id)));
  }

  /** Returns the labels of the branches the revision is on. */
  public SortedSet<String> labels(RevisionId id) {
    return links.labels().get(number(id));
  }

  /** Returns whether several revisions follow this one. */
  public boolean isBranchPoint(RevisionId id) {
    return links.children().get(number(id)).size() > 1;
  }

  /** Returns whether this revision joins several. */
  public boolean isMergePoint(RevisionId id) {
    return revision(id).orElseThrow().parents().size() > 1;
  }

  /**
   * Returns a revision and all that must run before it, dependencies counted, oldest first.
   *
   * @throws IllegalArgumentException when the graph has no such revision
   */
  public List<RevisionId> lineage(RevisionId id) {
    return lineage(List.of(id));
  }

  /**
   * Returns revisions and all that must run before them, dependencies counted, oldest first.
   *
   * @throws IllegalArgumentException when the graph lacks one of them
   */
  public List<RevisionId> lineage(List<RevisionId> ids) {
    List<Integer> nodes = ids.stream().map(this::number).toList();
    BitSet set = links.ancestors(nodes);
    BitSet below =
        links.ancestors(nodes.stream().flatMap(it -> links.before(it).stream()).toList());
    List<Integer> newest = nodes.stream().filter(it -> !below.get(it)).toList();
    return links.ids(RevisionOrder.newestFirst(links, set, newest).reversed());
  }

  /** Returns all revisions, oldest first; those on a circle are left out. */
  public List<RevisionId> oldestFirst() {
    BitSet all = new BitSet();
    all.set(0, links.size());
    all.andNot(cyclic);
    List<Integer> heads =
        Links.list(all).stream().filter(it -> links.dependents().get(it).isEmpty()).toList();
    return links.ids(RevisionOrder.newestFirst(links, all, heads).reversed());
  }

  /**
   * Returns what a name means: an id or its beginning, {@code head}, {@code heads}, {@code base}, a
   * label, {@code label@head}, {@code rev+2}, {@code head-1}.
   */
  public Resolution resolve(String name) {
    return new RevisionLookup(links).resolve(name);
  }

  /**
   * Returns the revisions that {@code upgrade} would run, in order.
   *
   * @param target as on the command line
   * @param current the rows of the version table
   */
  public Resolution upgrade(String target, List<RevisionId> current) {
    return new RevisionPath(links).upgrade(target, current);
  }

  /**
   * Returns the revisions whose {@code downgrade} would run, in order.
   *
   * @param target as on the command line
   * @param current the rows of the version table
   */
  public Resolution downgrade(String target, List<RevisionId> current) {
    return new RevisionPath(links).downgrade(target, current);
  }

  /**
   * Returns the revisions of a range, newest first, both ends counted.
   *
   * @param from the older end, {@code base} for all
   * @param to the newer end
   */
  public Resolution range(String from, String to) {
    return new RevisionPath(links).range(from, to);
  }

  private int number(RevisionId id) {
    Integer found = links.byId().get(id.text());
    if (found == null) {
      throw new IllegalArgumentException("no revision " + id);
    }
    return found;
  }
}
