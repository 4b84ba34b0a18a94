package limbeck.revision;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says which revisions a name means, by Alembic's rules. */
final class RevisionLookup {
  private static final Pattern RELATIVE = Pattern.compile("(?:(.+?)@)?(\\w+)?([+-]\\d+)");

  /** Shorter identifiers are never matched by their beginning. */
  private static final int SHORTEST_PARTIAL = 4;

  private final Links links;

  RevisionLookup(Links links) {
    this.links = links;
  }

  /**
   * A name that counts steps.
   *
   * @param label before the {@code @}
   * @param symbol where to begin
   * @param steps up when positive
   */
  record Relative(String text, Optional<String> label, Optional<String> symbol, int steps) {}

  static Optional<Relative> relative(String text) {
    Matcher matcher = RELATIVE.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      int steps = Integer.parseInt(matcher.group(3));
      return Optional.of(
          new Relative(
              text,
              Optional.ofNullable(matcher.group(1)),
              Optional.ofNullable(matcher.group(2)),
              steps));
    } catch (NumberFormatException e) {
      throw new LookupFailure(new GraphProblem.TooFar(text));
    }
  }

  /** Runs a look-up and makes its failure a value. */
  static Resolution guarded(Supplier<List<RevisionId>> lookup) {
    try {
      return new Resolution.Found(lookup.get());
    } catch (LookupFailure failure) {
      return failure.asResolution();
    }
  }

  Resolution resolve(String name) {
    return guarded(() -> links.ids(numbers(name)));
  }

  /** Returns the revisions of a name that may be relative to a head or a revision. */
  List<Integer> numbers(String name) {
    Optional<Relative> relative = relative(name);
    if (relative.isEmpty() || links.byId().containsKey(name)) {
      return absolute(name);
    }
    Relative it = relative.get();
    if (it.symbol().isEmpty() && it.steps() < 0) {
      return belowHeads(it);
    }
    Optional<Integer> start = start(it, it.symbol().orElse("base"));
    return walk(it, start, it.steps()).map(List::of).orElse(List.of());
  }

  /** {@code -2} and {@code label@-2} count from the heads. */
  private List<Integer> belowHeads(Relative it) {
    List<Integer> result = new ArrayList<>();
    for (int head : absolute(it.label().map(label -> label + "@heads").orElse("heads"))) {
      walk(it, Optional.of(head), it.steps()).ifPresent(result::add);
    }
    return result;
  }

  /** Returns where a relative name begins; empty is before the first revision. */
  Optional<Integer> start(Relative it, String symbol) {
    boolean onBranch = it.label().isPresent() && it.steps() < 0;
    return one(onBranch ? it.label().orElseThrow() + "@" + symbol : symbol);
  }

  /** Returns the revisions of a name without steps: none for {@code base}. */
  List<Integer> absolute(String name) {
    int at = name.indexOf('@');
    Optional<String> label = at < 0 ? Optional.empty() : Optional.of(name.substring(0, at));
    String symbol = name.substring(at + 1);
    return switch (symbol) {
      case "heads" -> label.map(it -> heads(it)).orElseGet(this::effectiveHeads);
      case "head" -> head(name, label);
      case "base" -> {
        label.ifPresent(this::branch);
        yield List.of();
      }
      default -> List.of(identifier(symbol, label));
    };
  }

  /** Returns the one revision of a name; empty for {@code base}. */
  Optional<Integer> one(String name) {
    List<Integer> found = absolute(name);
    if (found.size() > 1) {
      throw new LookupFailure(new GraphProblem.SeveralHeads(name, links.ids(found)));
    }
    return found.stream().findFirst();
  }

  private List<Integer> head(String name, Optional<String> label) {
    List<Integer> heads = label.map(this::heads).orElseGet(this::heads);
    if (heads.size() > 1) {
      throw new LookupFailure(new GraphProblem.SeveralHeads(name, links.ids(heads)));
    }
    return heads;
  }

  private List<Integer> heads() {
    return ends(links.children());
  }

  private List<Integer> effectiveHeads() {
    return ends(links.dependents());
  }

  private List<Integer> ends(List<List<Integer>> edges) {
    List<Integer> result = new ArrayList<>();
    for (int node = 0; node < links.size(); node++) {
      if (edges.get(node).isEmpty()) {
        result.add(node);
      }
    }
    return result;
  }

  private List<Integer> heads(String label) {
    return onBranch(heads(), label);
  }

  /** Keeps the revisions that are ancestors or descendants of a branch's own revision. */
  List<Integer> onBranch(List<Integer> nodes, String label) {
    if (label.equals("base")) {
      return nodes;
    }
    BitSet line = line(branch(label));
    return nodes.stream().filter(line::get).toList();
  }

  private BitSet line(int node) {
    BitSet line = links.lineAncestors(List.of(node));
    line.or(links.lineDescendants(List.of(node)));
    return line;
  }

  /** Returns the revision that stands for a branch: of its label, or named itself. */
  int branch(String label) {
    Integer found = links.byLabel().get(label);
    return found != null ? found : identifier(label, Optional.empty());
  }

  private int identifier(String text, Optional<String> label) {
    Optional<Integer> branch = label.map(this::branch);
    Integer exact = links.byId().getOrDefault(text, links.byLabel().get(text));
    int node = exact != null ? exact : partial(text, branch);
    if (branch.isPresent() && !links.sharesLine(node, branch.get())) {
      throw new LookupFailure(new GraphProblem.NotOnBranch(links.id(node), label.orElse("")));
    }
    return node;
  }

  private int partial(String text, Optional<Integer> branch) {
    List<Integer> matches = new ArrayList<>();
    links.byId().forEach((id, node) -> addMatch(text, id, node, matches));
    links.byLabel().forEach((label, node) -> addMatch(text, label, node, matches));
    if (branch.isPresent()) {
      BitSet line = line(branch.get());
      matches.removeIf(it -> !line.get(it));
    }
    if (matches.size() > 1) {
      throw new LookupFailure(new GraphProblem.AmbiguousId(text, links.ids(matches)));
    }
    if (matches.isEmpty() || text.isEmpty()) {
      throw new LookupFailure(
          new GraphProblem.NotFound(text, RevisionId.similar(text, links.byId().keySet())));
    }
    return matches.getFirst();
  }

  private static void addMatch(String text, String name, int node, List<Integer> matches) {
    if (name.length() >= SHORTEST_PARTIAL && name.startsWith(text)) {
      matches.add(node);
    }
  }

  /**
   * Walks along the line.
   *
   * @param start empty is before the first revision
   * @return empty is {@code base}
   */
  Optional<Integer> walk(Relative name, Optional<Integer> start, int steps) {
    Optional<Integer> at = start;
    for (int i = 0; i < Math.abs(steps); i++) {
      if (steps < 0 && at.isEmpty()) {
        throw new LookupFailure(new GraphProblem.TooFar(name.text()));
      }
      List<Integer> next = steps > 0 ? above(name, at) : links.parents().get(at.orElseThrow());
      if (next.size() > 1) {
        throw new LookupFailure(new GraphProblem.AmbiguousStep(name.text(), links.ids(next)));
      }
      if (next.isEmpty() && steps > 0) {
        throw new LookupFailure(new GraphProblem.TooFar(name.text()));
      }
      at = next.stream().findFirst();
    }
    return at;
  }

  private List<Integer> above(Relative name, Optional<Integer> at) {
    List<Integer> next = at.map(it -> links.children().get(it)).orElseGet(this::bases);
    return name.label().map(it -> onBranch(next, it)).orElse(next);
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
}
