package limbeck.workflow;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import limbeck.database.DatabaseUrl;
import limbeck.database.Session;
import limbeck.database.postgresql.TableSizes;
import limbeck.review.Statistics;
import limbeck.schema.TableName;
import limbeck.text.ToolFailure;
import org.jspecify.annotations.Nullable;

/** The file of how large tables are: written from a live database, read by reviews. */
public final class StatisticsFile {
  /** Where it is looked for unless it is named. */
  public static final String USUAL = "limbeck-stats.json";

  private static final int VERSION = 1;
  private static final String HELP = "write it anew with: limbeck stats --url URL";

  private StatisticsFile() {}

  /**
   * What was written.
   *
   * @param file where
   * @param tables how many tables it tells of
   * @param unknown how many of them were never analyzed, so that their rows are not known
   */
  public record Written(Path file, int tables, int unknown) {}

  /**
   * Reads the sizes of a database and writes the file.
   *
   * @param url of the database
   * @param file where to; empty for the usual place in the project's directory
   */
  public static Written write(ProjectRequest request, String url, Optional<Path> file) {
    Map<TableName, TableSizes.Size> sizes;
    try (Session session = Session.open(DatabaseUrl.parse(url))) {
      sizes = TableSizes.read(session);
    }
    Map<String, @Nullable Object> tables = new LinkedHashMap<>();
    sizes.forEach(
        (table, size) -> {
          Map<String, @Nullable Object> one = new LinkedHashMap<>();
          one.put("rows", size.rows().isPresent() ? size.rows().getAsLong() : null);
          one.put("bytes", size.bytes());
          one.put("index_bytes", size.indexBytes());
          tables.put(table.toString(), one);
        });
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("schema_version", VERSION);
    root.put("tables", tables);
    Path target = file.orElse(request.directory().resolve(USUAL));
    try {
      String text =
          JSON.std
              .with(JSON.Feature.PRETTY_PRINT_OUTPUT, JSON.Feature.WRITE_NULL_PROPERTIES)
              .asString(root);
      Files.writeString(target, text + "\n");
    } catch (IOException e) {
      throw new ToolFailure(
          ToolFailure.Code.ENVIRONMENT,
          "cannot write " + target + ": " + FileReason.of(e),
          "check that you may write there, or name another file with --out",
          e);
    }
    long unknown = sizes.values().stream().filter(it -> it.rows().isEmpty()).count();
    return new Written(target, sizes.size(), (int) unknown);
  }

  /** Reads the file a review names, or the usual one where it is there. */
  static Statistics read(Optional<Path> named, Path directory) {
    Path usual = directory.resolve(USUAL);
    if (named.isEmpty() && !Files.isRegularFile(usual)) {
      return Statistics.NONE;
    }
    Path file = named.orElse(usual);
    try {
      Map<String, Object> root = JSON.std.mapFrom(Files.readString(file));
      if (!(root.get("schema_version") instanceof Integer version) || version != VERSION) {
        throw failure(file, "it is of another version");
      }
      SortedMap<TableName, Statistics.Size> tables = new TreeMap<>();
      if (root.get("tables") instanceof Map<?, ?> all) {
        all.forEach((name, size) -> tables.put(name(String.valueOf(name)), size(file, size)));
      }
      return new Statistics(tables);
    } catch (IOException e) {
      throw failure(file, FileReason.of(e));
    }
  }

  private static TableName name(String text) {
    int dot = text.indexOf('.');
    return dot < 1
        ? TableName.of(text)
        : TableName.of(text.substring(0, dot), text.substring(dot + 1));
  }

  private static Statistics.Size size(Path file, @Nullable Object value) {
    if (!(value instanceof Map<?, ?> fields)) {
      throw failure(file, "a table's size is no object");
    }
    Object rows = fields.get("rows");
    return new Statistics.Size(
        rows instanceof Number it ? OptionalLong.of(it.longValue()) : OptionalLong.empty(),
        number(fields.get("bytes")),
        number(fields.get("index_bytes")));
  }

  private static long number(@Nullable Object value) {
    return value instanceof Number it ? it.longValue() : 0;
  }

  private static ToolFailure failure(Path file, String why) {
    return new ToolFailure(
        ToolFailure.Code.USAGE, "cannot read the statistics in " + file + ": " + why, HELP);
  }
}
