package limbeck.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import limbeck.project.Settings;
import limbeck.report.GenerateJson;
import limbeck.report.GenerateText;
import limbeck.text.ToolFailure;
import limbeck.workflow.Generate;
import limbeck.workflow.Generate.Result;
import limbeck.workflow.ProjectRequest;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code limbeck generate}: writes the revision that brings the history to the models. */
final class GenerateCommand implements Command {
  /** The options that answer questions, each with what it says. */
  private static final List<List<String>> ANSWERS =
      List.of(
          List.of("--rename", "OLD:NEW", "table.column:new or table:new is a rename."),
          List.of("--not-rename", "NAME", "table.column or table really goes."),
          List.of("--fill", "COLUMN=SQL", "What existing rows get in a new or required column."),
          List.of("--fill-down", "COLUMN=SQL", "The same on the way back."),
          List.of("--no-fill", "COLUMN", "Existing rows get nothing; the upgrade stops at them."),
          List.of("--using", "COLUMN=SQL", "How values become those of a new type."),
          List.of("--using-down", "COLUMN=SQL", "The same on the way back."),
          List.of("--map", "COLUMN:OLD=NEW", "What becomes of an enum label that goes."));

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("generate");
    spec.usageMessage()
        .description(
            "Writes the revision that brings the history to the models, and proves it on a",
            "PostgreSQL of its own first. Exit 1 when questions are open or the proof fails.");
    spec.addOption(text("MESSAGE", "The first line of the revision.", "-m", "--message"));
    spec.addOption(text("ID", "The revision's identifier.", "--rev-id"));
    spec.addOption(flag("Show the script; write nothing.", "--dry-run"));
    spec.addOption(flag("Do not prove it.", "--no-verify"));
    spec.addOption(text("HOW", "safe: answer open questions by what loses nothing.", "--assume"));
    for (List<String> answer : ANSWERS) {
      spec.addOption(
          OptionSpec.builder(answer.get(0))
              .type(List.class)
              .auxiliaryTypes(String.class)
              .arity("1")
              .paramLabel(answer.get(1))
              .description(answer.get(2))
              .build());
    }
    return spec;
  }

  private static OptionSpec text(String label, String description, String... names) {
    return OptionSpec.builder(names[0], java.util.Arrays.copyOfRange(names, 1, names.length))
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  private static OptionSpec flag(String description, String name) {
    return OptionSpec.builder(name).type(boolean.class).arity("0").description(description).build();
  }

  @Override
  public int run(Options options, Console console) {
    Result result = Generate.run(request(options, console));
    if (options.json()) {
      console.out().print(GenerateJson.write(result));
    } else {
      show(result, options, console);
    }
    return exitCode(result);
  }

  private static Generate.Request request(Options options, Console console) {
    String message =
        options
            .value("--message")
            .filter(it -> !it.isBlank())
            .orElseThrow(
                () ->
                    new ToolFailure(
                        ToolFailure.Code.USAGE,
                        "the revision needs a message",
                        "say what changes: limbeck generate -m \"add priority to tasks\""));
    Settings.Answers answers = Settings.Answers.NONE;
    for (List<String> answer : ANSWERS) {
      for (String value : options.values(answer.getFirst())) {
        answers = answers.with(answer.getFirst(), value);
      }
    }
    Generate.Request plain = request(options.project(), message, answers, console);
    return new Generate.Request(
        plain.project(),
        message,
        options.value("--rev-id"),
        answers,
        !options.has("--dry-run"),
        !options.has("--no-verify"),
        options.value("--assume").map(GenerateCommand::safe).orElse(false),
        plain.now(),
        plain.zone(),
        plain.hexadecimal());
  }

  /** Returns a request that writes and proves, at this moment or at SOURCE_DATE_EPOCH. */
  static Generate.Request request(
      ProjectRequest project, String message, Settings.Answers answers, Console console) {
    Optional<Instant> fixed =
        Optional.ofNullable(console.environment().get("SOURCE_DATE_EPOCH"))
            .map(it -> Instant.ofEpochSecond(Long.parseLong(it.strip())));
    return new Generate.Request(
        project,
        message,
        Optional.empty(),
        answers,
        true,
        true,
        false,
        fixed.orElseGet(Instant::now),
        fixed.isPresent() ? ZoneOffset.UTC : ZoneId.systemDefault(),
        () -> UUID.randomUUID().toString().replace("-", "").substring(20).toLowerCase(Locale.ROOT));
  }

  private static boolean safe(String how) {
    if (!how.equals("safe")) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE, "--assume does not know '" + how + "'", "write --assume safe");
    }
    return true;
  }

  private static void show(Result result, Options options, Console console) {
    GenerateText text = new GenerateText(options.style(console));
    options.report(result.problems(), console);
    switch (result) {
      case Result.Unreadable _ -> {}
      case Result.NothingToDo _ -> console.err().println("No changes detected; nothing to write.");
      case Result.Undecided undecided -> console.err().print(text.questions(undecided));
      case Result.Revised revised -> {
        if (!options.has("--quiet")) {
          console.err().print(text.summary(revised));
        }
        if (!revised.written()) {
          console.out().print(revised.text());
        } else {
          console.out().println(revised.path());
        }
      }
    }
  }

  private static int exitCode(Result result) {
    return switch (result) {
      case Result.Unreadable _ -> ExitCode.UNUSABLE;
      case Result.NothingToDo _ -> ExitCode.FINE;
      case Result.Undecided _ -> ExitCode.FINDINGS;
      case Result.Revised revised -> revised.sound() ? ExitCode.FINE : ExitCode.FINDINGS;
    };
  }
}
