package limbeck.workflow;

import java.util.List;
import limbeck.operation.Describe;

/** Compares a project's models with its history. */
public final class Check {
  private Check() {}

  /**
   * What was found.
   *
   * @param differences what a revision would do, each one line; none when both agree
   * @param problems what was not understood
   * @param readable whether the models could be read at all
   */
  public record Result(List<String> differences, List<Problem> problems, boolean readable) {
    /** Copies the lists. */
    public Result {
      differences = List.copyOf(differences);
      problems = List.copyOf(problems);
    }
  }

  /** Compares them. */
  public static Result run(ProjectRequest request) {
    Workspace workspace = Workspace.open(request);
    workspace.readBoth();
    List<Problem> obstacles = workspace.obstacles();
    if (!obstacles.isEmpty()) {
      return new Result(List.of(), obstacles, false);
    }
    Comparison comparison = Comparison.of(workspace, workspace.scripts().graph().effectiveHeads());
    List<String> differences =
        comparison.difference(workspace, List.of()).operations().stream()
            .map(Describe::describe)
            .toList();
    return new Result(differences, workspace.problems(), true);
  }
}
