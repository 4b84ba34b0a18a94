package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.plan.Plan;

/** Plans the way from a project's history to its models, without writing it. */
public final class PlanMigration {
  private PlanMigration() {}

  /**
   * The plan.
   *
   * @param plan the steps, notes and questions; empty when the models cannot be read
   * @param problems what was not understood
   */
  public record Result(Optional<Plan> plan, List<Problem> problems) {
    /** Copies the problems. */
    public Result {
      problems = List.copyOf(problems);
    }

    /** Returns whether the models could be read at all. */
    public boolean readable() {
      return plan.isPresent();
    }

    /** Returns whether nothing is left to be decided. */
    public boolean decided() {
      return plan.map(it -> it.questions().isEmpty()).orElse(false);
    }
  }

  /** Plans, with what has been chosen beside the settings. */
  public static Result run(ProjectRequest request, Choices choices) {
    Workspace workspace = Workspace.open(request);
    workspace.readBoth();
    Comparison comparison = Comparison.of(workspace, workspace.soleHead(), choices);
    List<Problem> obstacles = workspace.obstacles();
    if (!obstacles.isEmpty()) {
      return new Result(Optional.empty(), obstacles);
    }
    Plan plan = Planning.of(workspace, comparison, choices).plan();
    return new Result(Optional.of(plan), workspace.problems());
  }
}
