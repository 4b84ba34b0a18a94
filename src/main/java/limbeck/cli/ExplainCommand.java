package limbeck.cli;

import limbeck.report.RuleText;
import limbeck.workflow.ExplainRule;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck explain}: tells what a rule is about. */
final class ExplainCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("explain");
    spec.usageMessage()
        .description("Tells what a review rule finds, why it matters and what to do instead.");
    return spec.addPositional(
        Specs.parameter("RULE", "A name or an identifier such as LK101 (default: list all)."));
  }

  @Override
  public int run(Options options, Console console) {
    console
        .out()
        .print(
            options
                .parameter(0)
                .map(ExplainRule::of)
                .orElseGet(() -> RuleText.list(ExplainRule.all())));
    return ExitCode.FINE;
  }
}
