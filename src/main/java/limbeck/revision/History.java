package limbeck.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.operation.Opaque;
import limbeck.schema.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The schemas along a graph of revisions, found by folding: each revision is read and applied once,
 * when it is first needed.
 *
 * <p>Not safe for use by several threads.
 */
public final class History {
  private final RevisionGraph graph;
  private final StepSource source;
  private final Applier applier;

  /** Revisions as read, in the order of reading. */
  private final List<Folded> seen = new ArrayList<>();

  private @Nullable List<RevisionId> chain;
  private final Map<RevisionId, Integer> placeInChain = new HashMap<>();

  private final Place start = new Place(Schema.EMPTY, Set.of());

  /** Where schemas are known without their revisions having been read. */
  private final Map<List<RevisionId>, Place> known = new HashMap<>();

  /** The schema after a sequence of revisions, and the sequences that go on from it. */
  private static final class Place {
    private final Schema schema;
    private final Map<RevisionId, Place> next = new HashMap<>();
    private @Nullable Folded folded;
    private boolean complete;

    /** Which of the revisions before are in doubt; told only where those were not read. */
    private final Set<RevisionId> vague;

    private Place(Schema schema, Set<RevisionId> vague) {
      this.schema = schema;
      this.vague = Set.copyOf(vague);
    }
  }

  /**
   * A revision with the schemas around it.
   *
   * @param revision as read against the schema before it
   * @param before the schema before its upgrade
   * @param after the schema after its upgrade
   * @param problems why PostgreSQL would refuse a step, in order
   */
  public record Folded(Revision revision, Schema before, Schema after, List<Problem> problems) {
    /** Copies the list. */
    public Folded {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A step that a database would refuse.
   *
   * @param revision in which
   * @param step which
   * @param message why
   */
  public record Problem(RevisionId revision, Step step, String message) {}

  /** Folds revisions of a graph as the source reads them, as PostgreSQL would run them. */
  public History(RevisionGraph graph, StepSource source) {
    this(graph, source, DefaultNames.postgresql());
  }

  /**
   * Folds revisions of a graph as the source reads them.
   *
   * @param names how the database names what the source leaves unnamed
   */
  public History(RevisionGraph graph, StepSource source, DefaultNames names) {
    this(graph, source, new Applier(names));
  }

  /**
   * Folds revisions of a graph as the source reads them.
   *
   * @param applier carries the steps out; the source may have used it, too
   */
  public History(RevisionGraph graph, StepSource source, Applier applier) {
    this.graph = graph;
    this.source = source;
    this.applier = applier;
  }

  /** Returns the graph. */
  public RevisionGraph graph() {
    return graph;
  }

  /** Returns the schema after a revision and all that must run before it. */
  public Schema at(RevisionId id) {
    return at(List.of(id));
  }

  /** Returns the schema after several revisions and all that must run before them. */
  public Schema at(List<RevisionId> ids) {
    List<RevisionId> line = graph.lineage(ids);
    return place(line, line.size()).schema;
  }

  /** Returns the schema after every revision. */
  public Schema atHeads() {
    return at(graph.effectiveHeads());
  }

  /** Returns a revision with the schemas around it, as met by a database that ran only its line. */
  public Folded folded(RevisionId id) {
    Folded found = complete(folded(line(id)));
    if (found == null) {
      throw new IllegalStateException("nothing folded for " + id);
    }
    return found;
  }

  /**
   * Returns the steps of several revisions and of all that must run before them, in the order of
   * their running, each revision read against the schema that those before it in this order leave.
   */
  public List<Step> upgrades(List<RevisionId> ids) {
    List<Step> result = new ArrayList<>();
    Place place = start;
    for (RevisionId id : graph.lineage(ids)) {
      place = next(place, id);
      result.addAll(Objects.requireNonNull(place.folded).revision().upgrade());
    }
    return result;
  }

  /** The lines of a history without branches are beginnings of one another. */
  private List<RevisionId> line(RevisionId id) {
    List<RevisionId> whole = chain;
    if (whole == null) {
      boolean single =
          graph.revisions().stream().allMatch(it -> it.parents().size() < 2)
              && graph.effectiveHeads().size() == 1;
      whole = single ? graph.lineage(graph.effectiveHeads()) : List.of();
      chain = whole;
      for (int i = 0; i < whole.size(); i++) {
        placeInChain.put(whole.get(i), i + 1);
      }
    }
    Integer place = placeInChain.get(id);
    return place == null ? graph.lineage(id) : whole.subList(0, place);
  }

  /** Reads the downgrade of a place's revision, once. */
  private @Nullable Folded complete(Place place) {
    Folded found = place.folded;
    if (found != null && !place.complete) {
      Revision revision = source.withDowngrade(found.revision(), found.after());
      found = new Folded(revision, found.before(), found.after(), found.problems());
      place.folded = found;
      place.complete = true;
    }
    return found;
  }

  /**
   * Returns which of the revisions that lead to some leave in doubt what the schema is after them:
   * those with a step that was not understood and may change it.
   */
  public Set<RevisionId> vague(List<RevisionId> ids) {
    List<RevisionId> line = graph.lineage(ids);
    Beginning beginning = beginning(line, line.size());
    Set<RevisionId> result = new LinkedHashSet<>(beginning.place().vague);
    Place place = beginning.place();
    for (RevisionId id : line.subList(beginning.length(), line.size())) {
      place = next(place, id);
      if (isVague(Objects.requireNonNull(place.folded).revision())) {
        result.add(id);
      }
    }
    return result;
  }

  private static boolean isVague(Revision revision) {
    return revision.upgrade().stream()
        .anyMatch(it -> it.operation() instanceof Opaque opaque && opaque.mayChangeSchema());
  }

  /**
   * Takes a schema in that an earlier fold of the same scripts has led to.
   *
   * @param line the revisions that lead to it, in the order of their running
   * @param vague which of them leave the schema in doubt
   */
  public void know(List<RevisionId> line, Schema after, Set<RevisionId> vague) {
    known.put(List.copyOf(line), new Place(after, vague));
  }

  /** Returns the schema after a line of revisions if it has been folded to, or is known. */
  public Optional<Schema> peek(List<RevisionId> line) {
    Place place = known.get(line);
    if (place != null) {
      return Optional.of(place.schema);
    }
    Beginning beginning = beginning(line, line.size());
    Place at = beginning.place();
    for (RevisionId id : line.subList(beginning.length(), line.size())) {
      Place next = at.next.get(id);
      if (next == null) {
        return Optional.empty();
      }
      at = next;
    }
    return Optional.of(at.schema);
  }

  private record Beginning(Place place, int length) {}

  /** Returns the longest known beginning of a line, of at most some length. */
  private Beginning beginning(List<RevisionId> line, int most) {
    Beginning result = new Beginning(start, 0);
    for (Map.Entry<List<RevisionId>, Place> entry : known.entrySet()) {
      int length = entry.getKey().size();
      if (length > result.length()
          && length <= most
          && entry.getKey().equals(line.subList(0, length))) {
        result = new Beginning(entry.getValue(), length);
      }
    }
    return result;
  }

  /** Returns every revision read so far, in the order of reading, perhaps without downgrades. */
  public List<Folded> seen() {
    return List.copyOf(seen);
  }

  /** The last revision itself has to be read. */
  private Place folded(List<RevisionId> line) {
    return place(line, line.size() - 1);
  }

  /**
   * Folds revisions in order; what was folded before is not folded again.
   *
   * @param most how many of them may be known without having been read
   */
  private Place place(List<RevisionId> line, int most) {
    Beginning beginning = beginning(line, most);
    return source.within(
        () -> {
          Place place = beginning.place();
          for (RevisionId id : line.subList(beginning.length(), line.size())) {
            place = next(place, id);
          }
          return place;
        });
  }

  /** Returns where a revision leads from a place. */
  private Place next(Place place, RevisionId id) {
    Place next = place.next.get(id);
    if (next == null) {
      Folded folded = step(id, place.schema);
      next = new Place(folded.after(), Set.of());
      next.folded = folded;
      place.next.put(id, next);
    }
    return next;
  }

  private Folded step(RevisionId id, Schema before) {
    RevisionHeader header = graph.revision(id).orElseThrow();
    Revision revision = source.read(header, before);
    List<Problem> problems = new ArrayList<>();
    Schema schema = before;
    for (Step step : revision.upgrade()) {
      ApplyResult result = applier.apply(step.operation(), schema);
      result.problems().forEach(it -> problems.add(new Problem(id, step, it)));
      schema = result.schema();
    }
    applier.forget();
    Folded folded = new Folded(revision, before, schema, problems);
    seen.add(folded);
    return folded;
  }
}
