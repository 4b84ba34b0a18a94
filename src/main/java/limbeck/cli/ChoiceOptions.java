package limbeck.cli;

import limbeck.workflow.Choices;
import limbeck.workflow.OnlineChoice;
import picocli.CommandLine.Model.CommandSpec;

/** The options that choose how a plan is made, those that answer questions among them. */
final class ChoiceOptions {
  private ChoiceOptions() {}

  static void addTo(CommandSpec spec) {
    AnswerOptions.addTo(spec);
    spec.addOption(
        Specs.flag(
            "Block nobody for long on any table; large_tables of the settings are so.",
            "--online"));
    spec.addOption(
        Specs.texts(
            "TABLE=NUMBER", "How many rows a table has; from 100,000 on it is large.", "--rows"));
    spec.addOption(
        Specs.text(
            "TIME", "How long statements on large tables wait for a lock; 5s.", "--lock-timeout"));
    spec.addOption(
        Specs.texts("NAME", "table.column or table: just that part of the difference.", "--only"));
  }

  static Choices read(Options options) {
    return new Choices(
        AnswerOptions.read(options),
        AnswerOptions.assumesSafe(options),
        new OnlineChoice(
            options.has("--online"), options.values("--rows"), options.value("--lock-timeout")),
        options.values("--only"),
        options.has("--split"));
  }
}
