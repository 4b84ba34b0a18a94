package limbeck.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import limbeck.project.Settings;
import limbeck.report.GenerateJson;
import limbeck.report.GenerateText;
import limbeck.text.ToolFailure;
import limbeck.workflow.Choices;
import limbeck.workflow.Generate;
import limbeck.workflow.Generate.Result;
import limbeck.workflow.Interview;
import limbeck.workflow.ProjectRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck generate}: writes the revision that brings the history to the models. */
final class GenerateCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("generate");
    spec.usageMessage()
        .description(
            "Writes the revision that brings the history to the models.",
            "It is proven on a PostgreSQL of its own first. Exit 1 when questions are open or the",
            "proof fails.");
    spec.addOption(Specs.text("MESSAGE", "The first line of the revision.", "-m", "--message"));
    spec.addOption(Specs.text("ID", "The revision's identifier.", "--rev-id"));
    spec.addOption(Specs.flag("Show the script; write nothing.", "--dry-run"));
    spec.addOption(Specs.flag("Do not prove it.", "--no-verify"));
    spec.addOption(
        Specs.flag("Do not run the project's post-write hooks on the file.", "--no-hooks"));
    spec.addOption(
        Specs.flag("A revision for each change that has nothing to do with others.", "--split"));
    ModelOptions.addTo(spec);
    ChoiceOptions.addTo(spec);
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    Generate.Request request = request(options, console);
    Result result = Generate.run(request);
    while (result instanceof Result.Undecided undecided && console.terminal() && !options.json()) {
      Optional<Settings.Answers> more = Interview.ask(undecided, console::ask);
      if (more.isEmpty()) {
        break;
      }
      Choices choices = request.choices();
      request = request.withChoices(choices.withAnswers(choices.answers().with(more.get())));
      result = Generate.run(request);
    }
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
    Choices choices = ChoiceOptions.read(options);
    Generate.Request plain = request(options.project(), message, choices, console);
    return new Generate.Request(
        plain.project(),
        message,
        options.value("--rev-id"),
        choices,
        !options.has("--dry-run"),
        !options.has("--no-verify"),
        options.has("--no-hooks") ? Optional.empty() : plain.hookPath(),
        plain.now(),
        plain.zone(),
        plain.hexadecimal());
  }

  /** Returns a request that writes and proves, at this moment or at SOURCE_DATE_EPOCH. */
  static Generate.Request request(
      ProjectRequest project, String message, Choices choices, Console console) {
    Optional<Instant> fixed =
        Optional.ofNullable(console.environment().get("SOURCE_DATE_EPOCH"))
            .map(it -> Instant.ofEpochSecond(Long.parseLong(it.strip())));
    return new Generate.Request(
        project,
        message,
        Optional.empty(),
        choices,
        true,
        true,
        Optional.of(console.environment().getOrDefault("PATH", "")),
        fixed.orElseGet(Instant::now),
        fixed.isPresent() ? ZoneOffset.UTC : ZoneId.systemDefault(),
        () -> UUID.randomUUID().toString().replace("-", "").substring(20).toLowerCase(Locale.ROOT));
  }

  private static void show(Result result, Options options, Console console) {
    GenerateText text = new GenerateText(options.style(console));
    options.report(result.problems(), console);
    switch (result) {
      case Result.Unreadable _ -> {}
      case Result.NothingToDo _ -> console.err().println("No changes detected; nothing to write.");
      case Result.Undecided undecided -> console.err().print(text.questions(undecided));
      case Result.Revised revised -> show(revised, text, options, console);
      case Result.Series series ->
          series.revisions().forEach(it -> show(it, text, options, console));
    }
  }

  private static void show(
      Result.Revised revised, GenerateText text, Options options, Console console) {
    if (!options.has("--quiet")) {
      console.err().print(text.summary(revised));
    }
    if (!revised.written()) {
      console.out().print(revised.text());
    } else {
      console.out().println(revised.path());
    }
  }

  private static int exitCode(Result result) {
    return switch (result) {
      case Result.Unreadable _ -> ExitCode.UNUSABLE;
      case Result.NothingToDo _ -> ExitCode.FINE;
      case Result.Undecided _ -> ExitCode.FINDINGS;
      case Result.Series series ->
          series.revisions().stream().allMatch(Result.Revised::sound)
              ? ExitCode.FINE
              : ExitCode.FINDINGS;
      case Result.Revised revised -> revised.sound() ? ExitCode.FINE : ExitCode.FINDINGS;
    };
  }
}
