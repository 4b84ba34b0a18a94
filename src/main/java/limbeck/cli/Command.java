package limbeck.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One command: what it takes, and what it does. */
interface Command {
  /** Returns its name, options and parameters. */
  CommandSpec spec();

  /** Runs it and returns an exit code. */
  int run(Options options, Console console);
}
