package limbeck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import limbeck.report.GenerateText;
import limbeck.report.Style;
import limbeck.workflow.Choices;
import limbeck.workflow.DemoProject;
import limbeck.workflow.Generate;
import limbeck.workflow.ProjectRequest;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck demo}: shows a change of models become a proven revision. */
final class DemoCommand implements Command {
  private static final String MODEL = "app/models/task.py";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("demo");
    spec.usageMessage()
        .description(
            "Shows the whole way on a copy of a small project.",
            "Its models are changed, and the revision is generated, reviewed and proven.");
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    Style style = options.style(console);
    Path folder = DemoProject.create();
    console.out().println("A to-do application in " + folder);
    console.out().println("Two fields were added to the model in " + MODEL + ":\n");
    added(folder).forEach(it -> console.out().println("  + " + it.strip()));
    console
        .out()
        .println("\n$ limbeck generate -C " + folder + " -m \"add priority and due date\"\n");
    console.out().flush();
    Generate.Result result = Generate.run(request(folder, console));
    if (!(result instanceof Generate.Result.Revised revised)) {
      throw new IllegalStateException("the example gave " + result);
    }
    console.out().print(GenerateText.steps(revised));
    console.out().println("\n" + revised.text());
    console.out().print(new GenerateText(style).summary(revised));
    console.out().println("\nTry next:");
    console.out().println("  ./limbeck check -C " + folder);
    console.out().println("  ./limbeck schema -C " + folder + " --from history");
    console.out().println("  ./limbeck generate -C YOUR-PROJECT -m \"what changes\" --dry-run");
    return revised.sound() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static Generate.Request request(Path folder, Console console) {
    return GenerateCommand.request(
        ProjectRequest.in(folder), "add priority and due date", Choices.NONE, console);
  }

  private static List<String> added(Path folder) {
    try {
      return Files.readAllLines(folder.resolve(MODEL)).stream()
          .filter(it -> it.contains("priority:") || it.contains("due_date:"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
