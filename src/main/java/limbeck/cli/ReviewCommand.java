package limbeck.cli;

import limbeck.report.FindingText;
import limbeck.report.ResultJson;
import limbeck.workflow.ReviewRevisions;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck review}: finds risks in revisions. */
final class ReviewCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("review");
    spec.usageMessage()
        .description(
            "Finds risks for rows, locks and running programs. Exit 1 when there are any.");
    return spec.addPositional(
        Specs.parameter("REVISION", "A revision or a range FROM:TO (default: heads)."));
  }

  @Override
  public int run(Options options, Console console) {
    boolean json = options.json();
    ReviewRevisions.Result result =
        ReviewRevisions.run(options.project(), options.parameter(0).orElse("heads"));
    if (json) {
      console.out().print(ResultJson.of(result));
    } else {
      options.report(result.problems(), console);
      console.out().print(new FindingText(options.style(console)).write(result));
    }
    return result.findings().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
