package limbeck.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import limbeck.report.JsonText;
import limbeck.report.RevisionText;
import limbeck.workflow.ListRevisions;
import limbeck.workflow.ListRevisions.Selection;
import limbeck.workflow.RevisionEntry;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that list revisions. */
final class RevisionCommands {
  private RevisionCommands() {}

  static List<Command> all() {
    return List.of(new Heads(), new History(), new Branches(), new ShowCommand());
  }

  private static int run(
      Options options,
      Console console,
      Selection selection,
      Function<List<RevisionEntry>, String> text) {
    boolean details = options.has("--verbose");
    ListRevisions.Result result = ListRevisions.run(options.project(), selection, details);
    boolean json = options.json();
    console
        .out()
        .print(
            json
                ? JsonText.revisions(result.revisions(), result.problems())
                : options.has("--verbose")
                    ? RevisionText.details(result.revisions())
                    : text.apply(result.revisions()));
    if (!json) {
      options.report(result.problems(), console);
    }
    return Options.exitCode(result.problems());
  }

  private static CommandSpec spec(String name, String description) {
    CommandSpec spec = CommandSpec.create().name(name);
    spec.usageMessage().description(description);
    return spec;
  }

  /** {@code limbeck heads}. */
  private static final class Heads implements Command {
    @Override
    public CommandSpec spec() {
      return RevisionCommands.spec("heads", "Shows the revisions that no other one follows.")
          .addOption(
              Specs.flag(
                  "Leave out heads that another revision depends on.", "--resolve-dependencies"));
    }

    @Override
    public int run(Options options, Console console) {
      boolean resolve = options.has("--resolve-dependencies");
      return RevisionCommands.run(
          options, console, new Selection.Heads(resolve), RevisionText::heads);
    }
  }

  /** {@code limbeck history}. */
  private static final class History implements Command {
    @Override
    public CommandSpec spec() {
      return RevisionCommands.spec("history", "Lists the revisions, newest first.")
          .addOption(
              Specs.text(
                  "FROM:TO", "Only these; either end may be left out.", "-r", "--rev-range"));
    }

    @Override
    public int run(Options options, Console console) {
      Optional<String> range = options.value("--rev-range");
      return RevisionCommands.run(
          options, console, new Selection.History(range), RevisionText::history);
    }
  }

  /** {@code limbeck branches}. */
  private static final class Branches implements Command {
    @Override
    public CommandSpec spec() {
      return RevisionCommands.spec("branches", "Shows the revisions that several others follow.");
    }

    @Override
    public int run(Options options, Console console) {
      return RevisionCommands.run(
          options,
          console,
          new Selection.BranchPoints(),
          forks -> RevisionText.branches(forks, children(options, forks)));
    }

    private static Map<String, RevisionEntry> children(Options options, List<RevisionEntry> forks) {
      if (forks.isEmpty()) {
        return Map.of();
      }
      Map<String, RevisionEntry> result = new LinkedHashMap<>();
      ListRevisions.run(options.project(), new Selection.History(Optional.empty()), false)
          .revisions()
          .forEach(it -> result.put(it.id(), it));
      return result;
    }
  }
}
