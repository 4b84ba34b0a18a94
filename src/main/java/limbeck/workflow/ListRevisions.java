package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.project.Project;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.ToolFailure;

/** Lists revisions of a project: its heads, its history, its forks, or named ones. */
public final class ListRevisions {
  private ListRevisions() {}

  /** Which revisions are asked for. */
  public sealed interface Selection {
    /**
     * The revisions nothing follows.
     *
     * @param resolveDependencies leaves out those that another one depends on
     */
    record Heads(boolean resolveDependencies) implements Selection {}

    /**
     * All, newest first, or those of a range.
     *
     * @param range {@code FROM:TO}, either end may be left out
     */
    record History(Optional<String> range) implements Selection {}

    /** Those that several follow, newest first. */
    record BranchPoints() implements Selection {}

    /**
     * Named ones.
     *
     * @param name as on Alembic's command line
     */
    record Named(String name) implements Selection {}
  }

  /**
   * What was found.
   *
   * @param revisions in the order to show
   * @param problems what is wrong with files or graph
   */
  public record Result(List<RevisionEntry> revisions, List<Problem> problems) {
    /** Copies the lists. */
    public Result {
      revisions = List.copyOf(revisions);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Lists what is asked for.
   *
   * @param docstrings whether they are wanted in full
   */
  public static Result run(ProjectRequest request, Selection selection, boolean docstrings) {
    Project project = Projects.find(request);
    Scripts scripts = Scripts.of(project, request.cache());
    List<RevisionId> ids = select(scripts, selection);
    return new Result(
        ids.stream().map(it -> entry(scripts, it, docstrings)).toList(), scripts.problems());
  }

  private static List<RevisionId> select(Scripts scripts, Selection selection) {
    RevisionGraph graph = scripts.graph();
    return switch (selection) {
      case Selection.Heads(boolean resolve) -> resolve ? graph.effectiveHeads() : graph.heads();
      case Selection.History(Optional<String> range) ->
          range.map(it -> range(graph, it)).orElseGet(() -> graph.oldestFirst().reversed());
      case Selection.BranchPoints() ->
          graph.oldestFirst().reversed().stream().filter(graph::isBranchPoint).toList();
      case Selection.Named(String name) -> scripts.resolve(name);
    };
  }

  static List<RevisionId> range(RevisionGraph graph, String range) {
    int colon = range.indexOf(':');
    if (colon < 0) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "a range is FROM:TO, and '" + range + "' has no colon",
          "write " + range + ": or :" + range);
    }
    String from = range.substring(0, colon).strip();
    String to = range.substring(colon + 1).strip();
    return Scripts.found(graph.range(from.isEmpty() ? "base" : from, to.isEmpty() ? "heads" : to));
  }

  static RevisionEntry entry(Scripts scripts, RevisionId id, boolean docstrings) {
    RevisionGraph graph = scripts.graph();
    RevisionHeader header = scripts.header(id);
    boolean isHead = graph.children(id).isEmpty();
    boolean isNeeded = !graph.dependents(id).isEmpty();
    return new RevisionEntry(
        id.text(),
        texts(header.parents()),
        header.dependsOn(),
        texts(graph.children(id)),
        List.copyOf(graph.labels(id)),
        isHead && !isNeeded,
        isHead && isNeeded,
        header.message(),
        docstrings ? Docstring.of(header.file()) : "",
        header.createDate(),
        header.file().path());
  }

  private static List<String> texts(List<RevisionId> ids) {
    return ids.stream().map(RevisionId::text).toList();
  }
}
