package limbeck.cli;

import limbeck.report.PlanText;
import limbeck.report.ResultJson;
import limbeck.workflow.PlanMigration;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck plan}: shows the steps that the models need, and writes nothing. */
final class PlanCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("plan");
    spec.usageMessage()
        .description(
            "Shows the steps that bring the history to the models, with their risks.",
            "Exit 1 when questions are open.");
    ModelOptions.addTo(spec);
    ChoiceOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    boolean json = options.json();
    PlanMigration.Result result = PlanMigration.run(options.project(), ChoiceOptions.read(options));
    if (json) {
      console.out().print(ResultJson.of(result));
    } else {
      options.report(result.problems(), console);
      console.out().print(new PlanText(options.style(console)).write(result));
    }
    if (!result.readable()) {
      return ExitCode.UNUSABLE;
    }
    return result.decided() ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
