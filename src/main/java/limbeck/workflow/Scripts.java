package limbeck.workflow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.dialect.Dialects;
import limbeck.project.DiskModuleSource;
import limbeck.project.Project;
import limbeck.project.ScriptFolder;
import limbeck.python.evaluate.Evaluator;
import limbeck.python.value.Host;
import limbeck.read.ReadOptions;
import limbeck.read.ReadProblem;
import limbeck.read.script.HeaderReading;
import limbeck.read.script.ScriptOptions;
import limbeck.read.script.ScriptReader;
import limbeck.read.table.NamingConvention;
import limbeck.revision.GraphProblem;
import limbeck.revision.Resolution;
import limbeck.revision.RevisionGraph;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;

/**
 * A project's revision files and the graph they form. Only headers are read.
 *
 * @param graph the graph
 * @param paths where each revision's file is
 * @param problems what is wrong with files and graph
 */
record Scripts(RevisionGraph graph, Map<RevisionId, Path> paths, List<Problem> problems) {

  static Scripts of(Project project) {
    ScriptFolder folder = new ScriptFolder(project);
    ScriptReader reader = headerReader(project);
    List<RevisionHeader> headers = new ArrayList<>();
    Map<RevisionId, Path> paths = new LinkedHashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : folder.files()) {
      HeaderReading reading = reader.header(folder.read(file));
      reading.problems().forEach(it -> problems.add(problem(it)));
      reading
          .header()
          .ifPresent(
              it -> {
                headers.add(it);
                paths.put(it.id(), file);
              });
    }
    RevisionGraph graph = RevisionGraph.of(headers);
    graph.problems().forEach(it -> problems.add(problem(it)));
    return new Scripts(graph, paths, problems);
  }

  /** A header is the same on every database. */
  private static ScriptReader headerReader(Project project) {
    ReadOptions options =
        ReadOptions.of(
            DialectName.POSTGRESQL, new ReaderSpelling(Dialects.of(DialectName.POSTGRESQL)));
    return new ScriptReader(
        new Evaluator(DiskModuleSource.of(project), Host.SILENT),
        ScriptOptions.of(options, NamingConvention.DEFAULT));
  }

  private static Problem problem(ReadProblem problem) {
    return Problem.error(
        problem.message(),
        "correct the script, or move it out of the versions folder if it is no revision",
        Optional.of(problem.at()));
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
