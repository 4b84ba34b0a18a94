package limbeck.read.table;

import java.util.List;
import java.util.Map;
import limbeck.python.value.Value;
import limbeck.read.ProblemLog;
import limbeck.read.value.Arguments;
import limbeck.read.value.Constants;
import limbeck.text.Location;

/** Reads the keywords of {@code Table}, which are also the dictionary of {@code __table_args__}. */
public final class TableOptions {
  private static final List<String> DATABASES = List.of("postgresql", "mysql", "mariadb", "sqlite");

  private TableOptions() {}

  /** Puts the comment and the databases' options into a draft. */
  public static void read(
      Map<String, Value> keywords, TableDraft table, ProblemLog problems, Location at) {
    Arguments arguments = new Arguments(List.of(), keywords, at, problems, "table " + table.name());
    if (arguments.has("comment")) {
      table.comment(arguments.text("comment"));
    }
    keywords.forEach(
        (name, value) -> {
          boolean ofDatabase = DATABASES.stream().anyMatch(it -> name.startsWith(it + "_"));
          if (Constants.isNone(value)) {
            return;
          }
          if (ofDatabase) {
            table.option(name, text(value));
          } else if (name.equals("prefixes")) {
            Constants.items(value)
                .ifPresent(
                    items ->
                        table.option(
                            name,
                            String.join(" ", items.stream().map(TableOptions::text).toList())));
          }
        });
  }

  private static String text(Value value) {
    return Constants.text(value).orElseGet(() -> Constants.describe(value));
  }
}
