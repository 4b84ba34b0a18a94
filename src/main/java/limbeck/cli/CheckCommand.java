package limbeck.cli;

import limbeck.report.CheckText;
import limbeck.workflow.Check;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck check}: says whether models and history agree. */
final class CheckCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("check");
    spec.usageMessage()
        .description("Compares the models with the history. Exit 1 when they differ.");
    ModelOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    Check.Result result = Check.run(options.project());
    if (options.json()) {
      console.out().print(CheckText.json(result));
    } else {
      options.report(result.problems(), console);
      if (result.readable()) {
        console.out().print(CheckText.text(result));
      }
    }
    if (!result.readable()) {
      return ExitCode.UNUSABLE;
    }
    return result.differences().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
