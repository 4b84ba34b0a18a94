package limbeck.cli;

import java.nio.file.Path;
import limbeck.workflow.StatisticsFile;
import picocli.CommandLine.Model.CommandSpec;

/** {@code limbeck stats}: writes down how large the tables of a live database are. */
final class StatsCommand implements Command {
  @Override
  public CommandSpec spec() {
    CommandSpec spec = CommandSpec.create().name("stats");
    spec.usageMessage()
        .description(
            "Writes the sizes of a live database's tables into a file.",
            "So review can say how long a lock lasts. It only reads the catalog, no table.");
    spec.addOption(
        Specs.text("URL", "The database: postgresql://user:password@host/name.", "--url"));
    return spec.addOption(
        Specs.text("FILE", "Where to (default: " + StatisticsFile.USUAL + ").", "--out"));
  }

  @Override
  public int run(Options options, Console console) {
    String url = Specs.url(options, "stats needs to know which database");
    StatisticsFile.Written written =
        StatisticsFile.write(options.project(), url, options.value("--out").map(Path::of));
    if (!options.has("--quiet")) {
      console
          .out()
          .println(
              written.file()
                  + ": "
                  + written.tables()
                  + (written.tables() == 1 ? " table" : " tables")
                  + (written.unknown() == 0
                      ? ""
                      : ", "
                          + written.unknown()
                          + " never analyzed: run ANALYZE there to know their rows"));
    }
    return ExitCode.FINE;
  }
}
