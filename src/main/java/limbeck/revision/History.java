package limbeck.revision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
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
  private final DefaultNames names;

  /** Revisions as read, in the order of reading. */
  private final List<Folded> seen = new ArrayList<>();

  private final Place start = new Place(Schema.EMPTY);

  /** The schema after a sequence of revisions, and the sequences that go on from it. */
  private static final class Place {
    private final Schema schema;
    private final Map<RevisionId, Place> next = new HashMap<>();
    private @Nullable Folded folded;

    private Place(Schema schema) {
      this.schema = schema;
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
    this.graph = graph;
    this.source = source;
    this.names = names;
  }

  /** Returns the graph. */
  public RevisionGraph graph() {
    return graph;
  }

  /** Returns the schema after a revision and all that must run before it. */
  public Schema at(RevisionId id) {
    return place(graph.lineage(id)).schema;
  }

  /** Returns the schema after several revisions and all that must run before them. */
  public Schema at(List<RevisionId> ids) {
    return place(graph.lineage(ids)).schema;
  }

  /** Returns the schema after every revision. */
  public Schema atHeads() {
    return at(graph.effectiveHeads());
  }

  /** Returns a revision with the schemas around it, as met by a database that ran only its line. */
  public Folded folded(RevisionId id) {
    Folded found = place(graph.lineage(id)).folded;
    if (found == null) {
      throw new IllegalStateException("nothing folded for " + id);
    }
    return found;
  }

  /** Returns the revisions that lead to some, each with the schemas around it, oldest first. */
  public List<Folded> along(List<RevisionId> ids) {
    List<Folded> result = new ArrayList<>();
    List<RevisionId> lineage = graph.lineage(ids);
    for (int i = 1; i <= lineage.size(); i++) {
      Folded found = place(lineage.subList(0, i)).folded;
      if (found != null) {
        result.add(found);
      }
    }
    return result;
  }

  /** Returns every revision read so far, in the order of reading. */
  public List<Folded> seen() {
    return List.copyOf(seen);
  }

  /** Folds revisions in order; what was folded before is not folded again. */
  private Place place(List<RevisionId> ids) {
    Place place = start;
    for (RevisionId id : ids) {
      Place next = place.next.get(id);
      if (next == null) {
        Folded folded = step(id, place.schema);
        next = new Place(folded.after());
        next.folded = folded;
        place.next.put(id, next);
      }
      place = next;
    }
    return place;
  }

  private Folded step(RevisionId id, Schema before) {
    RevisionHeader header = graph.revision(id).orElseThrow();
    Revision revision = source.read(header, before);
    List<Problem> problems = new ArrayList<>();
    Schema schema = before;
    for (Step step : revision.upgrade()) {
      ApplyResult result = Apply.apply(step.operation(), schema, names);
      result.problems().forEach(it -> problems.add(new Problem(id, step, it)));
      schema = result.schema();
    }
    Folded folded = new Folded(revision, before, schema, problems);
    seen.add(folded);
    return folded;
  }
}
