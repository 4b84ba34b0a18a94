package limbeck.cli;

import java.nio.file.Path;
import java.util.Optional;
import limbeck.report.DiffText;
import limbeck.text.ToolFailure;
import limbeck.workflow.DiffSchemas;
import limbeck.workflow.SchemaOf;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code limbeck diff A B}: what makes one schema into another, wherever they come from. */
final class DiffCommand implements Command {
  private static final String FORMS =
      "write models, history, history@REVISION, a database's URL, or a file that ends in .sql";

  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("diff");
    spec.usageMessage()
        .description(
            "Shows what makes one schema into another.",
            "Each is models, history, history@REVISION, the URL of a PostgreSQL database, or a",
            "file that ends in .sql. Exit 1 when they differ.");
    spec.addPositional(positional(0, "FROM", "The schema as it is."));
    spec.addPositional(positional(1, "TO", "The schema it is to become."));
    return spec;
  }

  private static PositionalParamSpec positional(int index, String label, String description) {
    return PositionalParamSpec.builder()
        .index(String.valueOf(index))
        .type(String.class)
        .required(true)
        .paramLabel(label)
        .description(description)
        .build();
  }

  @Override
  public int run(Options options, Console console) {
    boolean json = options.json();
    SchemaOf.Source from = source(options.parameter(0));
    SchemaOf.Source to = source(options.parameter(1));
    DiffSchemas.Result result = DiffSchemas.run(options.project(), from, to);
    if (json) {
      console.out().print(DiffText.json(result));
    } else {
      options.report(result.problems(), console);
      console.out().print(DiffText.text(result, from.title(), to.title()));
    }
    return result.differences().isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
  }

  private static SchemaOf.Source source(Optional<String> given) {
    String text = given.orElse("");
    if (text.equals("models")) {
      return new SchemaOf.Source.OfModels();
    }
    if (text.equals("history")) {
      return new SchemaOf.Source.OfHistory(Optional.empty());
    }
    if (text.startsWith("history@") && text.length() > "history@".length()) {
      return new SchemaOf.Source.OfHistory(Optional.of(text.substring("history@".length())));
    }
    if (text.contains("://")) {
      return new SchemaOf.Source.OfDatabase(text);
    }
    if (text.endsWith(".sql")) {
      return new SchemaOf.Source.OfSql(Path.of(text));
    }
    throw new ToolFailure(ToolFailure.Code.USAGE, "'" + text + "' does not name a schema", FORMS);
  }
}
