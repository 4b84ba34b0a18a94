package limbeck.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck completion}: a script that teaches bash and zsh the commands. */
final class Completion implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("completion");
    spec.usageMessage()
        .description(
            "Prints a completion script for bash and zsh.",
            "Use it with: source <(limbeck completion)");
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    console.out().print(AutoComplete.bash("limbeck", Program.commandLine()));
    return ExitCode.FINE;
  }
}
