package limbeck.cli;

import java.util.List;
import limbeck.workflow.Choices;
import limbeck.workflow.OnlineChoice;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options that choose how a plan is made, those that answer questions among them. */
final class ChoiceOptions {
  private ChoiceOptions() {}

  static void addTo(CommandSpec spec) {
    AnswerOptions.addTo(spec);
    spec.addOption(
        OptionSpec.builder("--online")
            .type(boolean.class)
            .arity("0")
            .description("Block nobody for long on any table; large_tables of the settings are so.")
            .build());
    spec.addOption(
        OptionSpec.builder("--rows")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("TABLE=NUMBER")
            .description("How many rows a table has; from 100,000 on it is large.")
            .build());
    spec.addOption(
        OptionSpec.builder("--only")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel("NAME")
            .description("table.column or table: just that part of the difference.")
            .build());
  }

  static Choices read(Options options) {
    return new Choices(
        AnswerOptions.read(options),
        AnswerOptions.assumesSafe(options),
        new OnlineChoice(options.has("--online"), options.values("--rows")),
        options.values("--only"),
        options.has("--split"));
  }
}
