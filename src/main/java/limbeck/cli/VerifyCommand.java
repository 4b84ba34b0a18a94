package limbeck.cli;

import limbeck.report.ResultJson;
import limbeck.report.VerdictText;
import limbeck.workflow.VerifyRevision;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck verify}: proves revisions on a PostgreSQL of its own. */
final class VerifyCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("verify");
    spec.usageMessage()
        .description(
            "Proves revisions on a PostgreSQL of its own.",
            "Up, compare, down, compare, up. Exit 1 when one is not proven.");
    return spec.addPositional(
        Specs.parameter("REVISION", "An id or its beginning, head-1, a label (default: heads)."));
  }

  @Override
  public int run(Options options, Console console) {
    boolean json = options.json();
    VerifyRevision.Result result =
        VerifyRevision.run(options.project(), options.parameter(0).orElse("heads"));
    if (json) {
      console.out().print(ResultJson.of(result));
    } else {
      options.report(result.problems(), console);
      boolean details = options.has("--verbose");
      console.out().print(new VerdictText(options.style(console)).write(result, details));
    }
    return result.allProven() ? ExitCode.FINE : ExitCode.FINDINGS;
  }
}
