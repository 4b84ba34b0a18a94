package limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.IntFunction;

/**
 * The edges of a graph of revisions, by number. Numbers follow the order in which Alembic loads the
 * files, on which its own order of revisions rests.
 *
 * @param nodes the revisions
 * @param byId number of an identifier
 * @param byLabel number of the revision that declares a label
 * @param parents {@code down_revision}
 * @param dependencies {@code depends_on}, resolved
 * @param ownDependencies dependencies that no ancestor has already
 * @param children inverse of parents
 * @param dependents inverse of parents and dependencies together
 * @param labels the labels of the branches a revision is on
 */
record Links(
    List<RevisionHeader> nodes,
    Map<String, Integer> byId,
    Map<String, Integer> byLabel,
    List<List<Integer>> parents,
    List<List<Integer>> dependencies,
    List<List<Integer>> ownDependencies,
    List<List<Integer>> children,
    List<List<Integer>> dependents,
    List<SortedSet<String>> labels) {

  int size() {
    return nodes.size();
  }

  RevisionId id(int node) {
    return nodes.get(node).id();
  }

  /** Returns what must run before a revision: its parents, then its own dependencies. */
  List<Integer> before(int node) {
    return joined(parents.get(node), ownDependencies.get(node));
  }

  static List<Integer> joined(List<Integer> first, List<Integer> second) {
    if (second.isEmpty()) {
      return first;
    }
    List<Integer> result = new ArrayList<>(first);
    second.stream().filter(it -> !result.contains(it)).forEach(result::add);
    return result;
  }

  /** Returns a revision and all its ancestors, dependencies counted. */
  BitSet ancestors(int node) {
    return reach(List.of(node), this::before);
  }

  /** Returns revisions and all that must run before them. */
  BitSet ancestors(Iterable<Integer> from) {
    return reach(from, this::before);
  }

  /** Returns revisions and their ancestors by {@code down_revision} alone. */
  BitSet lineAncestors(Iterable<Integer> from) {
    return reach(from, parents::get);
  }

  /** Returns revisions and all that need them. */
  BitSet descendants(Iterable<Integer> from) {
    return reach(from, dependents::get);
  }

  /** Returns revisions and their descendants by {@code down_revision} alone. */
  BitSet lineDescendants(Iterable<Integer> from) {
    return reach(from, children::get);
  }

  static BitSet reach(Iterable<Integer> from, IntFunction<List<Integer>> edges) {
    BitSet seen = new BitSet();
    Deque<Integer> open = new ArrayDeque<>();
    from.forEach(open::push);
    while (!open.isEmpty()) {
      int node = open.pop();
      if (!seen.get(node)) {
        seen.set(node);
        edges.apply(node).forEach(open::push);
      }
    }
    return seen;
  }

  /** Returns whether one is an ancestor or a descendant of the other by {@code down_revision}. */
  boolean sharesLine(int node, int other) {
    return lineAncestors(List.of(node)).get(other) || lineDescendants(List.of(node)).get(other);
  }

  List<RevisionId> ids(Iterable<Integer> numbers) {
    List<RevisionId> result = new ArrayList<>();
    numbers.forEach(it -> result.add(id(it)));
    return result;
  }

  /** Returns the members of a set in load order. */
  static List<Integer> list(BitSet set) {
    return set.stream().boxed().toList();
  }
}
