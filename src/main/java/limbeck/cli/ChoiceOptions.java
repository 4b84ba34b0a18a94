package limbeck.cli;

import java.nio.file.Path;
import java.util.Optional;
import limbeck.text.ToolFailure;
import limbeck.workflow.Choices;
import limbeck.workflow.OnlineChoice;
import limbeck.workflow.SchemaOf;
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
        Specs.flag(
            "Copy what is dropped aside, into the schema limbeck_archive; the downgrade brings it"
                + " back.",
            "--keep-data"));
    spec.addOption(
        Specs.text(
            "SOURCE", "The schema before: history (default), or the database at --url.", "--from"));
    spec.addOption(Specs.text("URL", "The database, with --from database.", "--url"));
    spec.addOption(
        Specs.text("FILE", "The schema before, as a file of PostgreSQL's SQL.", "--from-sql"));
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
        options.has("--split"),
        options.has("--keep-data"),
        present(options));
  }

  private static Optional<SchemaOf.Source> present(Options options) {
    Optional<Path> sql = options.value("--from-sql").map(Path::of);
    Optional<String> from = options.value("--from").filter(it -> !it.equals("history"));
    if (sql.isPresent() && from.isPresent()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--from and --from-sql name two schemas to start from",
          "leave one of the two out");
    }
    if (from.isPresent() && !from.get().equals("database")) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "there is no source '" + from.get() + "'",
          "write --from history, --from database or --from-sql FILE");
    }
    return sql.<SchemaOf.Source>map(SchemaOf.Source.OfSql::new)
        .or(() -> from.map(_ -> Specs.database(options)));
  }
}
