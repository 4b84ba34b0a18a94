package limbeck.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.report.ProblemText;
import limbeck.report.Style;
import limbeck.text.ToolFailure;
import limbeck.workflow.Problem;
import limbeck.workflow.ProjectRequest;
import limbeck.workflow.cache.CacheFolder;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The options every command has. */
final class Options {
  private final List<ParseResult> levels;
  private final Map<String, String> environment;

  /**
   * Reads the options of a command line.
   *
   * @param arguments of the program, with the command inside
   * @param environment the variables of the environment
   */
  Options(ParseResult arguments, Map<String, String> environment) {
    this.environment = environment;
    this.levels = arguments.asCommandLineList().stream().map(CommandLine::getParseResult).toList();
  }

  /** Returns a positional parameter of the command. */
  Optional<String> parameter(int index) {
    ParseResult command = levels.getLast();
    return command.hasMatchedPositional(index)
        ? Optional.of(command.matchedPositionalValue(index, ""))
        : Optional.empty();
  }

  /** Adds the options to the program; every command inherits them. */
  static void addTo(CommandSpec spec) {
    spec.addOption(
        text("DIR", "The project's directory (default: the current one).", "-C", "--project"));
    spec.addOption(
        text("FILE", "alembic.ini or pyproject.toml, from that directory.", "-c", "--config"));
    spec.addOption(
        text("SECTION", "The section of alembic.ini (default: alembic).", "-n", "--name"));
    spec.addOption(
        texts(
            "DIR",
            "A folder of revision files, instead of a configuration; repeatable.",
            "--scripts"));
    spec.addOption(
        text(
            "FILE|JSON",
            "The naming convention, instead of what env.py states.",
            "--naming-convention"));
    spec.addOption(
        text(
            "DIALECT", "postgresql, sqlite, mysql or mariadb, if not as configured.", "--dialect"));
    spec.addOption(text("FORMAT", "text (default) or json, on standard output.", "--format"));
    spec.addOption(flag("Read scripts and models anew, and keep nothing.", "--no-cache"));
    spec.addOption(flag("Never use colours.", "--no-color"));
    spec.addOption(flag("Say nothing but results and errors.", "-q", "--quiet"));
    spec.addOption(flag("Say more.", "-v", "--verbose"));
  }

  private static OptionSpec text(String label, String description, String... names) {
    return Specs.inherited(Specs.text(label, description, names));
  }

  private static OptionSpec texts(String label, String description, String... names) {
    return Specs.inherited(Specs.texts(label, description, names));
  }

  private static OptionSpec flag(String description, String... names) {
    return Specs.inherited(Specs.flag(description, names));
  }

  /** Returns an option's value, wherever on the line it stood. */
  Optional<String> value(String name) {
    for (ParseResult level : levels) {
      if (level.commandSpec().findOption(name) != null && level.hasMatchedOption(name)) {
        return Optional.of(level.matchedOptionValue(name, ""));
      }
    }
    return Optional.empty();
  }

  /** Returns all values of an option that may be given several times. */
  List<String> values(String name) {
    for (ParseResult level : levels) {
      if (level.commandSpec().findOption(name) != null && level.hasMatchedOption(name)) {
        return level.matchedOptionValue(name, List.<String>of());
      }
    }
    return List.of();
  }

  boolean has(String name) {
    return levels.stream()
        .anyMatch(it -> it.commandSpec().findOption(name) != null && it.hasMatchedOption(name));
  }

  ProjectRequest project() {
    return new ProjectRequest(
        value("--project").map(Path::of).orElse(Path.of("")),
        value("--config").map(Path::of),
        value("--name"),
        value("--dialect"),
        ModelOptions.read(this, environment),
        values("--scripts").stream().map(Path::of).toList(),
        value("--naming-convention"),
        has("--no-cache") ? Optional.empty() : CacheFolder.ofUser(environment));
  }

  boolean json() {
    String format = value("--format").orElse("text");
    return switch (format) {
      case "text" -> false;
      case "json" -> true;
      default ->
          throw new ToolFailure(
              ToolFailure.Code.USAGE, "there is no format '" + format + "'", "use text or json");
    };
  }

  Style style(Console console) {
    return console.style(has("--no-color"));
  }

  /** Prints problems to standard error; warnings only unless the user wants quiet. */
  void report(List<Problem> problems, Console console) {
    List<Problem> shown =
        has("--quiet")
            ? problems.stream().filter(it -> it.severity() == Problem.Severity.ERROR).toList()
            : problems;
    console.err().print(new ProblemText(style(console)).write(shown));
  }

  /** Returns findings when a problem spoils the result. */
  static int exitCode(List<Problem> problems) {
    boolean spoiled = problems.stream().anyMatch(it -> it.severity() == Problem.Severity.ERROR);
    return spoiled ? ExitCode.FINDINGS : ExitCode.FINE;
  }
}
