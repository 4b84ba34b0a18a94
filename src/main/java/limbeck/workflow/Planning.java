package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import limbeck.diff.Difference;
import limbeck.diff.StatedRename;
import limbeck.plan.AnswerReader;
import limbeck.plan.Answers;
import limbeck.plan.Plan;
import limbeck.plan.PlanOptions;
import limbeck.plan.Planner;
import limbeck.project.Settings;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;

/** Plans the way from a project's history to its models, with what has been decided. */
final class Planning {
  private static final int MOST_ROUNDS = 20;

  private final Workspace workspace;
  private final Comparison comparison;
  private final Choices choices;
  private final Consumer<Runnable> given;

  private Planning(
      Workspace workspace, Comparison comparison, Choices choices, Consumer<Runnable> given) {
    this.given = given;
    this.workspace = workspace;
    this.comparison = comparison;
    this.choices = choices;
  }

  /**
   * A plan, and the difference it is for.
   *
   * @param difference between history and models
   * @param plan from one to the other
   * @param renames that were stated
   */
  record Planned(Difference difference, Plan plan, List<StatedRename> renames) {
    /** Returns a part of the plan, made for the same difference. */
    Planned withPlan(Plan part) {
      return new Planned(difference, part, renames);
    }
  }

  /** Plans, with what has been chosen beside the settings. */
  static Planned of(Workspace workspace, Comparison comparison, Choices choices) {
    return new Planning(workspace, comparison, choices, Runnable::run).plan();
  }

  /** Plans a part of a change; what was decided about other parts does not matter to it. */
  static Planned ofPart(Workspace workspace, Comparison comparison, Choices choices) {
    return new Planning(workspace, comparison, choices, Planning::ifItFits).plan();
  }

  private Planned plan() {
    Settings.Answers stated = choices.answers();
    Planned planned = plan(stated);
    for (int round = 0; choices.assumeSafe() && round < MOST_ROUNDS; round++) {
      Optional<Settings.Answers> more = SafeAnswers.add(stated, planned.plan().questions());
      if (more.isEmpty()) {
        break;
      }
      stated = more.get();
      planned = plan(stated);
    }
    return planned;
  }

  private Planned plan(Settings.Answers stated) {
    Answers answers = answers(stated);
    List<StatedRename> renames = answers.statedRenames(comparison.before(), comparison.wanted());
    Difference difference =
        ConventionRenames.fitting(comparison.difference(workspace, renames), workspace, comparison);
    PlanOptions options =
        choices
            .online()
            .applyTo(options(), workspace.project().settings(), comparison.before())
            .withAnswers(answers)
            .withKeepData(choices.keepData())
            .withPythonDefaults(workspace.stated().defaults());
    return new Planned(
        difference,
        Planner.plan(difference, comparison.before(), comparison.wanted(), options),
        renames);
  }

  private PlanOptions options() {
    return workspace.dialectName() == DialectName.POSTGRESQL
        ? PlanOptions.postgresql(Proofs.POSTGRESQL_MAJOR)
        : PlanOptions.of(
            workspace.dialectName(), 0, workspace.defaultNames(), workspace.dialect()::quote);
  }

  private Answers answers(Settings.Answers stated) {
    AnswerReader reader = new AnswerReader(comparison.before(), comparison.wanted());
    // An answer stays in the settings when its change has been made long ago.
    read(workspace.project().settings().answers(), reader, Planning::ifItFits);
    read(workspace.stated().answers(), reader, Planning::ifItFits);
    read(stated, reader, given);
    return reader.answers();
  }

  private static void ifItFits(Runnable answer) {
    try {
      answer.run();
    } catch (ToolFailure outdated) {
      // Nothing of this change is meant by it.
    }
  }

  private static void read(Settings.Answers answers, AnswerReader reader, Consumer<Runnable> each) {
    for (String option : Settings.Answers.OPTIONS) {
      answers.values(option).forEach(it -> each.accept(() -> reader.read(option, it)));
    }
  }
}
