package limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;

/** Links revisions by their headers, and collects what is wrong with them. */
final class GraphBuilder {
  private static final String FORBIDDEN = "@-+:";

  private final List<RevisionHeader> nodes = new ArrayList<>();
  private final Map<String, Integer> byId = new LinkedHashMap<>();
  private final Map<String, Integer> byLabel = new TreeMap<>();
  private final List<List<Integer>> parents = new ArrayList<>();
  private final List<List<Integer>> dependencies = new ArrayList<>();
  private final List<List<Integer>> ownDependencies = new ArrayList<>();
  private final List<List<Integer>> children = new ArrayList<>();
  private final List<List<Integer>> dependents = new ArrayList<>();
  private final List<SortedSet<String>> labels = new ArrayList<>();
  private final List<GraphProblem> problems = new ArrayList<>();

  /** Everything found. */
  record Result(Links links, BitSet cyclic, List<GraphProblem> problems) {}

  Result build(List<RevisionHeader> headers) {
    headers.forEach(this::addNode);
    for (int node = 0; node < nodes.size(); node++) {
      children.add(new ArrayList<>());
      dependents.add(new ArrayList<>());
      labels.add(new TreeSet<>(nodes.get(node).branchLabels()));
      checkId(nodes.get(node));
      addLabels(node);
    }
    for (int node = 0; node < nodes.size(); node++) {
      parents.add(resolveParents(node));
      dependencies.add(resolveDependencies(node));
    }
    for (int node = 0; node < nodes.size(); node++) {
      linkBack(node);
    }
    BitSet cyclic = findCycles();
    for (int node = 0; node < nodes.size(); node++) {
      ownDependencies.add(ownDependencies(node));
    }
    Links links =
        new Links(
            nodes,
            byId,
            byLabel,
            parents,
            dependencies,
            ownDependencies,
            children,
            dependents,
            labels);
    spreadLabels(links);
    return new Result(links, cyclic, problems);
  }

  private void addNode(RevisionHeader header) {
    Integer existing = byId.get(header.id().text());
    if (existing == null) {
      byId.put(header.id().text(), nodes.size());
      nodes.add(header);
    } else {
      problems.add(new GraphProblem.DuplicateId(nodes.get(existing), header));
      nodes.set(existing, header);
    }
  }

  private void checkId(RevisionHeader header) {
    String id = header.id().text();
    List<String> bad = forbidden(id);
    if (id.isEmpty()) {
      problems.add(new GraphProblem.BadId(header, "is empty"));
    } else if (!bad.isEmpty()) {
      problems.add(
          new GraphProblem.BadId(
              header, "holds " + String.join(" and ", bad) + ", which Alembic refuses"));
    } else if (id.codePointCount(0, id.length()) > RevisionId.MAXIMUM_LENGTH) {
      problems.add(
          new GraphProblem.BadId(header, "is longer than the version table's column holds"));
    }
  }

  private static List<String> forbidden(String id) {
    List<String> found = new ArrayList<>();
    for (int i = 0; i < FORBIDDEN.length(); i++) {
      if (id.indexOf(FORBIDDEN.charAt(i)) >= 0) {
        found.add(FORBIDDEN.substring(i, i + 1));
      }
    }
    return found;
  }

  private void addLabels(int node) {
    for (String label : nodes.get(node).branchLabels()) {
      Integer other = byId.getOrDefault(label, byLabel.get(label));
      if (other == null) {
        byLabel.put(label, node);
      } else {
        problems.add(new GraphProblem.LabelReused(label, nodes.get(other), nodes.get(node)));
      }
    }
  }

  private List<Integer> resolveParents(int node) {
    RevisionHeader header = nodes.get(node);
    List<Integer> result = new ArrayList<>();
    for (RevisionId parent : header.parents()) {
      Integer found = byId.get(parent.text());
      if (found == null) {
        problems.add(
            new GraphProblem.UnknownParent(
                header, parent, RevisionId.similar(parent.text(), byId.keySet())));
      } else if (!result.contains(found)) {
        result.add(found);
      }
    }
    return result;
  }

  private List<Integer> resolveDependencies(int node) {
    RevisionHeader header = nodes.get(node);
    List<Integer> result = new ArrayList<>();
    for (String name : header.dependsOn()) {
      Integer found = byId.getOrDefault(name, byLabel.get(name));
      if (found == null) {
        problems.add(new GraphProblem.UnknownDependency(header, name));
      } else if (!result.contains(found)) {
        result.add(found);
      }
    }
    return result;
  }

  private void linkBack(int node) {
    parents.get(node).forEach(it -> children.get(it).add(node));
    Links.joined(parents.get(node), dependencies.get(node))
        .forEach(it -> dependents.get(it).add(node));
  }

  /** Cuts the edges inside circles, so that every later walk ends, and reports them. */
  private BitSet findCycles() {
    BitSet byParents = cyclic(parents::get);
    report(byParents, false);
    cut(byParents);
    if (dependencies.stream().allMatch(List::isEmpty)) {
      return byParents;
    }
    BitSet byAll = cyclic(it -> Links.joined(parents.get(it), dependencies.get(it)));
    report(byAll, true);
    cut(byAll);
    byAll.or(byParents);
    return byAll;
  }

  private void report(BitSet cyclic, boolean throughDependencies) {
    if (!cyclic.isEmpty()) {
      problems.add(
          new GraphProblem.Cycle(
              cyclic.stream().mapToObj(nodes::get).toList(), throughDependencies));
    }
  }

  private void cut(BitSet cyclic) {
    for (int node : Links.list(cyclic)) {
      for (List<List<Integer>> edges : List.of(parents, dependencies, children, dependents)) {
        edges.get(node).removeIf(cyclic::get);
      }
    }
  }

  /** Returns the nodes that lie on a circle: those that reach themselves. */
  private BitSet cyclic(IntFunction<List<Integer>> edges) {
    BitSet suspects = withoutEnds(edges);
    BitSet result = new BitSet();
    for (int node : Links.list(suspects)) {
      if (Links.reach(edges.apply(node), edges).get(node)) {
        result.set(node);
      }
    }
    return result;
  }

  /** Takes away, again and again, nodes whose every edge leads to one taken away before. */
  private BitSet withoutEnds(IntFunction<List<Integer>> edges) {
    int size = nodes.size();
    int[] open = new int[size];
    List<List<Integer>> incoming = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      incoming.add(new ArrayList<>());
    }
    List<Integer> ready = new ArrayList<>();
    for (int node = 0; node < size; node++) {
      List<Integer> targets = edges.apply(node);
      open[node] = targets.size();
      for (int target : targets) {
        incoming.get(target).add(node);
      }
      if (targets.isEmpty()) {
        ready.add(node);
      }
    }
    BitSet left = new BitSet(size);
    left.set(0, size);
    while (!ready.isEmpty()) {
      int node = ready.removeLast();
      left.clear(node);
      for (int source : incoming.get(node)) {
        if (--open[source] == 0) {
          ready.add(source);
        }
      }
    }
    return left;
  }

  /** A dependency that an ancestor has already is no edge of its own, as in Alembic. */
  private List<Integer> ownDependencies(int node) {
    List<Integer> own = new ArrayList<>(dependencies.get(node));
    if (!own.isEmpty()) {
      BitSet ancestors = Links.reach(parents.get(node), parents::get);
      ancestors.stream().forEach(it -> own.removeAll(dependencies.get(it)));
    }
    return own;
  }

  /**
   * A label holds for all descendants, and down the line until a fork or a merge. Alembic starts
   * that second walk at the last descendant; so do we, for the same display.
   */
  private static void spreadLabels(Links links) {
    for (int node = 0; node < links.size(); node++) {
      List<String> own = links.nodes().get(node).branchLabels();
      if (own.isEmpty()) {
        continue;
      }
      links.lineDescendants(List.of(node)).stream()
          .forEach(it -> links.labels().get(it).addAll(own));
      int at = lastDescendant(links, node);
      while (links.dependents().get(at).size() <= 1 && links.parents().get(at).size() <= 1) {
        links.labels().get(at).addAll(own);
        if (links.parents().get(at).isEmpty()) {
          break;
        }
        at = links.parents().get(at).getFirst();
      }
    }
  }

  private static int lastDescendant(Links links, int node) {
    int at = node;
    while (!links.children().get(at).isEmpty()) {
      at = links.children().get(at).getFirst();
    }
    return at;
  }
}
