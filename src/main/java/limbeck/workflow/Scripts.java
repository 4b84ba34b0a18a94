package limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.project.Project;
import limbeck.project.ScriptFolder;
import limbeck.revision.GraphProblem;
import limbeck.revision.Resolution;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.ToolFailure;

/**
 * A project's revision files and the graph they form.
 *
 * @param graph the graph
 * @param paths where each revision's file is
 * @param docstrings the docstring of each revision
 * @param problems what is wrong with files and graph
 */
record Scripts(
    RevisionGraph graph,
    Map<RevisionId, Path> paths,
    Map<RevisionId, String> docstrings,
    List<Problem> problems) {

  static Scripts of(Project project) {
    ScriptFolder folder = new ScriptFolder(project);
    List<RevisionHeader> headers = new ArrayList<>();
    Map<RevisionId, Path> paths = new LinkedHashMap<>();
    Map<RevisionId, String> docstrings = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : folder.files()) {
      HeaderReader.Read read = HeaderReader.read(folder.read(file));
      problems.addAll(read.problems());
      read.header()
          .ifPresent(
              it -> {
                headers.add(it);
                paths.put(it.id(), file);
                docstrings.put(it.id(), read.docstring());
              });
    }
    RevisionGraph graph = RevisionGraph.of(headers);
    graph.problems().forEach(it -> problems.add(problem(it)));
    return new Scripts(graph, paths, docstrings, problems);
  }

  private static Problem problem(GraphProblem problem) {
    return Problem.error(problem.message(), problem.help(), Optional.empty());
  }

  /**
   * Returns the revisions a name means.
   *
   * @throws ToolFailure when it means none, or not one thing
   */
  List<RevisionId> resolve(String name) {
    return found(graph.resolve(name));
  }

  static List<RevisionId> found(Resolution resolution) {
    return switch (resolution) {
      case Resolution.Found(List<RevisionId> ids) -> ids;
      case Resolution.Failed(GraphProblem problem) ->
          throw new ToolFailure(ToolFailure.Code.PROJECT, problem.message(), problem.help());
    };
  }

  /** Returns every header, in the graph's order. */
  List<RevisionHeader> headers() {
    return graph.oldestFirst().stream().map(this::header).toList();
  }

  RevisionHeader header(RevisionId id) {
    return graph.revision(id).orElseThrow();
  }
}
