package limbeck.cli;

import limbeck.report.ExplanationJson;
import limbeck.report.ExplanationText;
import limbeck.workflow.ExplainRevisions;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck show}: explains revisions. */
final class ShowCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("show");
    spec.usageMessage()
        .description(
            "Explains what a revision does, step by step.",
            "Each with its place and its SQL for the database, what it does besides, and whether",
            "the downgrade takes it back.");
    return spec.addPositional(
        Specs.parameter(
            "REVISION", "An id or its beginning, head-1, a label, FROM:TO (default: heads)."));
  }

  @Override
  public int run(Options options, Console console) {
    boolean json = options.json();
    ExplainRevisions.Result result =
        ExplainRevisions.run(options.project(), options.parameter(0).orElse("heads"));
    if (json) {
      console.out().print(ExplanationJson.write(result));
    } else {
      console.out().print(new ExplanationText(options.style(console)).write(result));
      options.report(result.problems(), console);
    }
    return Options.exitCode(result.problems());
  }
}
