package limbeck.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.report.Style;
import limbeck.text.Similar;
import limbeck.text.ToolFailure;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: finds the command, runs it, and makes exit codes of failures, here alone. */
public final class Program {
  private static final String REPORT =
      "this is a bug in limbeck; please report it with the lines above and the command you gave";

  private final Console console;

  /** Sets up a program that talks to a console. */
  public Program(Console console) {
    this.console = console;
  }

  private static Map<String, Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(new DemoCommand());
    all.add(new PlanCommand());
    all.add(new GenerateCommand());
    all.add(new ReviewCommand());
    all.add(new ExplainCommand());
    all.add(new StatsCommand());
    all.add(new VerifyCommand());
    all.add(new CheckCommand());
    all.add(new DiffCommand());
    all.add(new SchemaCommand());
    all.addAll(RevisionCommands.all());
    all.add(new ScratchServerCommand());
    all.add(new Completion());
    Map<String, Command> byName = new LinkedHashMap<>();
    all.forEach(it -> byName.put(it.spec().name(), it));
    return byName;
  }

  /** Returns the parser of the whole command line. */
  static CommandLine commandLine() {
    return commandLine(commands());
  }

  private static CommandLine commandLine(Map<String, Command> commands) {
    CommandSpec root = CommandSpec.create().name("limbeck");
    root.usageMessage()
        .description(
            "Writes, reviews and proves Alembic migrations for SQLModel and SQLAlchemy projects,",
            "without running Python and without a database server.");
    root.usageMessage().commandListHeading("%nCommands:%n");
    root.usageMessage().optionListHeading("%nOptions:%n");
    Options.addTo(root);
    root.addOption(
        OptionSpec.builder("-h", "--help")
            .usageHelp(true)
            .type(boolean.class)
            .arity("0")
            .scopeType(CommandLine.ScopeType.INHERIT)
            .description("Show this help.")
            .build());
    root.addOption(
        OptionSpec.builder("--version")
            .versionHelp(true)
            .type(boolean.class)
            .arity("0")
            .description("Show the version.")
            .build());
    root.version("limbeck " + version());
    CommandLine line = new CommandLine(root);
    commands.forEach((name, it) -> line.addSubcommand(name, it.spec()));
    return line;
  }

  private static String version() {
    return Optional.ofNullable(Program.class.getPackage().getImplementationVersion())
        .orElse("(not packaged)");
  }

  /** Runs the command of these words and returns the exit code. */
  public int run(String... words) {
    try {
      return dispatch(words);
    } catch (ToolFailure failure) {
      complain(failure.what(), failure.help());
      return ExitCode.UNUSABLE;
    } catch (ParameterException wrong) {
      complain(firstLine(wrong), remedy(wrong));
      return ExitCode.UNUSABLE;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError bug) {
      bug.printStackTrace(console.err());
      console.err().println("limbeck: " + REPORT);
      return ExitCode.BUG;
    }
  }

  private int dispatch(String... words) {
    Map<String, Command> commands = commands();
    ParseResult arguments = parsed(commands, words);
    CommandLine line = arguments.commandSpec().commandLine();
    ParseResult innermost = arguments;
    while (innermost.hasSubcommand()) {
      innermost = innermost.subcommand();
    }
    if (innermost.isUsageHelpRequested()) {
      help(innermost.commandSpec().commandLine());
      return ExitCode.FINE;
    }
    if (arguments.isVersionHelpRequested()) {
      line.printVersionHelp(console.out());
      return ExitCode.FINE;
    }
    if (!arguments.hasSubcommand()) {
      console.err().print(line.getUsageMessage(Ansi.OFF));
      return ExitCode.UNUSABLE;
    }
    Command command = commands.get(innermost.commandSpec().name());
    if (command == null) {
      throw new IllegalStateException("no command " + innermost.commandSpec().name());
    }
    int code = command.run(new Options(arguments, console.environment()), console);
    console.out().flush();
    return code;
  }

  /**
   * Describing every command to the parser takes longer than some commands run: only those that are
   * named come into question. Help and complaints speak of all.
   */
  private static ParseResult parsed(Map<String, Command> commands, String... words) {
    Map<String, Command> named = new LinkedHashMap<>(commands);
    named.keySet().retainAll(List.of(words));
    if (!named.isEmpty()) {
      try {
        ParseResult arguments = commandLine(named).parseArgs(words);
        if (arguments.hasSubcommand()) {
          return arguments;
        }
      } catch (ParameterException wrong) {
        // Found again below, and told with all commands in view.
      }
    }
    return commandLine(commands).parseArgs(words);
  }

  private void help(CommandLine line) {
    Style style = console.style(false);
    line.setUsageHelpWidth(Math.clamp(style.width(), 60, 100));
    console.out().print(line.getUsageMessage(style.colour() ? Ansi.ON : Ansi.OFF));
  }

  private static String firstLine(ParameterException wrong) {
    return String.valueOf(wrong.getMessage()).lines().findFirst().orElse("wrong usage");
  }

  private static String remedy(ParameterException wrong) {
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched
        && !unmatched.isUnknownOption()) {
      List<String> close = unmatched.getSuggestions();
      if (!close.isEmpty()) {
        return "did you mean " + close.getFirst() + "?";
      }
    }
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    if (wrong instanceof CommandLine.UnmatchedArgumentException unmatched) {
      String option = unmatched.getUnmatched().getFirst().split("=", 2)[0];
      List<String> close = Similar.to(option, spec.optionsMap().keySet());
      if (option.length() > 3 && !close.isEmpty()) {
        return "did you mean " + close.getFirst() + "? see: " + spec.qualifiedName() + " --help";
      }
    }
    return "see: " + spec.qualifiedName() + " --help";
  }

  private void complain(String what, String help) {
    console.err().println("limbeck: " + what);
    console.err().println("         " + help);
  }
}
