package limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** Says which revisions run on the way to a target, and in which order, by Alembic's rules. */
final class RevisionPath {
  private final Links links;
  private final RevisionLookup lookup;

  RevisionPath(Links links) {
    this.links = links;
    this.lookup = new RevisionLookup(links);
  }

  Resolution upgrade(String target, List<RevisionId> current) {
    return RevisionLookup.guarded(
        () -> {
          List<Integer> rows = numbers(current);
          List<Integer> targets = upgradeTargets(target, rows);
          refuseOverlap(target, targets);
          BitSet needed = links.ancestors(targets);
          needed.andNot(links.ancestors(rows));
          return links.ids(RevisionOrder.newestFirst(links, needed, targets).reversed());
        });
  }

  /** Alembic refuses targets of which one already brings another one along. */
  private void refuseOverlap(String target, List<Integer> targets) {
    for (int node : targets) {
      BitSet below = links.ancestors(node);
      for (int other : targets) {
        if (other != node && below.get(other)) {
          throw new LookupFailure(
              new GraphProblem.Overlap(target, links.id(node), links.id(other)));
        }
      }
    }
  }

  private List<Integer> numbers(List<RevisionId> rows) {
    List<Integer> result = new ArrayList<>();
    for (RevisionId row : rows) {
      Integer found = links.byId().get(row.text());
      if (found == null) {
        throw new LookupFailure(
            new GraphProblem.NotFound(
                row.text(), RevisionId.similar(row.text(), links.byId().keySet())));
      }
      result.add(found);
    }
    return result;
  }

  private List<Integer> upgradeTargets(String target, List<Integer> rows) {
    Optional<RevisionLookup.Relative> relative = relativeTo(target);
    if (relative.isEmpty()) {
      return lookup.absolute(target);
    }
    RevisionLookup.Relative it = relative.get();
    if (it.symbol().isPresent()) {
      return walk(it, lookup.start(it, it.symbol().get()));
    }
    if (it.steps() <= 0) {
      throw new LookupFailure(new GraphProblem.TooFar(target));
    }
    List<Integer> starts = it.label().map(label -> tipsOn(label, rows)).orElse(rows);
    if (starts.size() > 1) {
      throw new LookupFailure(new GraphProblem.AmbiguousStep(target, links.ids(starts)));
    }
    return walk(it, starts.stream().findFirst());
  }

  private List<Integer> walk(RevisionLookup.Relative it, Optional<Integer> start) {
    return lookup.walk(it, start, it.steps()).map(List::of).orElse(List.of());
  }

  private Optional<RevisionLookup.Relative> relativeTo(String target) {
    return links.byId().containsKey(target) ? Optional.empty() : RevisionLookup.relative(target);
  }

  /** Returns how far a branch has been run: rows on it, else the newest of what has run on it. */
  private List<Integer> tipsOn(String label, List<Integer> rows) {
    List<Integer> direct = lookup.onBranch(rows, label);
    if (!direct.isEmpty()) {
      return direct;
    }
    List<Integer> active = lookup.onBranch(Links.list(links.ancestors(rows)), label);
    BitSet covered = new BitSet();
    active.forEach(it -> links.before(it).forEach(covered::set));
    return active.stream().filter(it -> !covered.get(it)).toList();
  }

  Resolution downgrade(String target, List<RevisionId> current) {
    return RevisionLookup.guarded(
        () -> {
          List<Integer> rows = numbers(current);
          DownTarget down = downTarget(target, rows);
          BitSet going = links.descendants(roots(target, down));
          going.and(links.ancestors(rows));
          if (going.isEmpty() && down.node().isPresent() && !rows.contains(down.node().get())) {
            throw new LookupFailure(new GraphProblem.NotOnOneLine(target, rowsText(current)));
          }
          return links.ids(RevisionOrder.newestFirst(links, going, rows));
        });
  }

  private static String rowsText(List<RevisionId> rows) {
    return rows.isEmpty()
        ? "base"
        : String.join(", ", rows.stream().map(RevisionId::text).toList());
  }

  /**
   * Where a downgrade ends.
   *
   * @param branch whose revisions go, where stated
   * @param node the revision that stays; empty is {@code base}
   */
  private record DownTarget(Optional<Integer> branch, Optional<Integer> node) {}

  private DownTarget downTarget(String target, List<Integer> rows) {
    Optional<RevisionLookup.Relative> relative = relativeTo(target);
    if (relative.isEmpty()) {
      int at = target.lastIndexOf('@');
      Optional<Integer> branch =
          at <= 0 ? Optional.empty() : Optional.of(lookup.branch(target.substring(0, at)));
      return new DownTarget(branch, lookup.one(target.substring(at + 1)));
    }
    RevisionLookup.Relative it = relative.get();
    Optional<Integer> branch = it.label().map(lookup::branch);
    if (it.symbol().isPresent()) {
      Optional<Integer> start = lookup.start(it, it.symbol().get());
      return new DownTarget(branch, lookup.walk(it, start, it.steps()));
    }
    List<Integer> starts = it.label().map(label -> tipsOn(label, rows)).orElse(rows);
    if (it.steps() >= 0 || starts.isEmpty()) {
      throw new LookupFailure(new GraphProblem.TooFar(target));
    }
    // With several rows Alembic takes the first one, and stays on its branch.
    Optional<Integer> start = Optional.of(starts.getFirst());
    return new DownTarget(branch.isPresent() ? branch : start, lookup.walk(it, start, it.steps()));
  }

  private List<Integer> roots(String target, DownTarget down) {
    List<Integer> roots = down.node().map(it -> links.children().get(it)).orElseGet(this::bases);
    if (down.branch().isEmpty() || roots.size() < 2) {
      return roots;
    }
    BitSet ancestors = links.lineAncestors(List.of(down.branch().get()));
    List<Integer> kept = roots.stream().filter(ancestors::get).toList();
    if (kept.isEmpty()) {
      throw new LookupFailure(new GraphProblem.AmbiguousStep(target, links.ids(roots)));
    }
    return kept;
  }

  private List<Integer> bases() {
    List<Integer> result = new ArrayList<>();
    for (int node = 0; node < links.size(); node++) {
      if (links.nodes().get(node).parents().isEmpty()) {
        result.add(node);
      }
    }
    return result;
  }

  /** Returns what lies between two ends, both counted, newest first. */
  Resolution range(String from, String to) {
    return RevisionLookup.guarded(
        () -> {
          List<Integer> upper = lookup.numbers(to);
          List<Integer> lower = lowerEnd(from, upper);
          BitSet set = links.ancestors(upper);
          if (!lower.isEmpty()) {
            if (lower.stream().noneMatch(set::get)) {
              throw new LookupFailure(new GraphProblem.NotOnOneLine(from, to));
            }
            set.and(links.lineDescendants(lower));
          }
          return links.ids(RevisionOrder.newestFirst(links, set, upper));
        });
  }

  /** A lone {@code -3} counts down from the upper end. */
  private List<Integer> lowerEnd(String from, List<Integer> upper) {
    Optional<RevisionLookup.Relative> relative = relativeTo(from);
    if (relative.isPresent() && relative.get().symbol().isEmpty() && upper.size() == 1) {
      return walk(relative.get(), Optional.of(upper.getFirst()));
    }
    return lookup.numbers(from);
  }
}
