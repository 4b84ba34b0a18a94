package limbeck.cli;

import java.util.List;
import java.util.Optional;
import limbeck.report.SchemaJson;
import limbeck.report.SchemaSql;
import limbeck.report.SchemaText;
import limbeck.text.ToolFailure;
import limbeck.workflow.Problem;
import limbeck.workflow.SchemaOf;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck schema}: states the schema of the models or of the history. */
final class SchemaCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("schema");
    spec.usageMessage()
        .description(
            "States the schema of the models, the history or a database.",
            "An outline, or with --format sql a script, with --format json a document.");
    ModelOptions.addTo(spec);
    spec.addOption(Specs.text("SOURCE", "models (default), history or database.", "--from"));
    spec.addOption(Specs.text("URL", "The database, with --from database.", "--url"));
    spec.addOption(Specs.text("REVISION", "After which revision, with --from history.", "--at"));
    return spec;
  }

  @Override
  public int run(Options options, Console console) {
    String format = options.value("--format").orElse("text");
    SchemaOf.Result result = SchemaOf.run(options.project(), source(options));
    switch (format) {
      case "json" ->
          console
              .out()
              .print(
                  SchemaJson.write(
                      result.schema(),
                      result.dialect(),
                      problems(result),
                      result.asOfToday(),
                      result.places()));
      case "text" -> console.out().print(SchemaText.write(result.schema()));
      case "sql" -> console.out().print(SchemaSql.write(result.schema(), result.dialect()));
      default ->
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "there is no format '" + format + "'",
              "use text, sql or json");
    }
    if (!format.equals("json")) {
      options.report(result.problems(), console);
    }
    return Options.exitCode(result.problems());
  }

  private static SchemaOf.Source source(Options options) {
    Optional<String> at = options.value("--at");
    String from = options.value("--from").orElse(at.isPresent() ? "history" : "models");
    return switch (from) {
      case "models" -> new SchemaOf.Source.OfModels();
      case "history" -> new SchemaOf.Source.OfHistory(at);
      case "database" -> Specs.database(options);
      default ->
          throw new ToolFailure(
              ToolFailure.Code.USAGE,
              "there is no source '" + from + "'",
              "write --from models, --from history or --from database");
    };
  }

  private static List<SchemaJson.Problem> problems(SchemaOf.Result result) {
    return result.problems().stream()
        .filter(it -> it.at().isPresent())
        .map((Problem it) -> new SchemaJson.Problem(it.message(), it.at().orElseThrow()))
        .toList();
  }
}
