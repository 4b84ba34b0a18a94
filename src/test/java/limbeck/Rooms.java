package limbeck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The rooms of the house, and which rooms each may use. */
final class Rooms {
  /** The plan, in the order of docs/architecture.md; a room never names a later one. */
  static final Map<String, Set<String>> MAY_USE = new LinkedHashMap<>();

  static {
    room("text");
    room("python", "text");
    room("sql", "text", "schema");
    room("schema", "text");
    room("operation", "text", "schema");
    room("revision", "text", "schema", "operation");
    room("read", "text", "python", "sql", "schema", "operation", "revision");
    room("diff", "text", "schema", "operation");
    room("dialect", "text", "schema", "operation");
    room("plan", "text", "schema", "operation", "revision", "diff", "dialect");
    room("render", "text", "python", "schema", "operation", "revision", "plan");
    room(
        "review",
        "text",
        "python",
        "sql",
        "schema",
        "operation",
        "revision",
        "diff",
        "dialect",
        "plan");
    room("database", "text", "schema", "dialect");
    room("verify", "text", "schema", "operation", "revision", "diff", "dialect", "database");
    room("execute", "text", "schema", "operation", "revision", "dialect", "database");
    room("spec", "text", "schema", "operation", "diff");
    room("project", "text", "python");
    room("workflow", MAY_USE.keySet().toArray(String[]::new));
    room(
        "report",
        "text",
        "schema",
        "operation",
        "revision",
        "dialect",
        "plan",
        "render",
        "review",
        "verify",
        "workflow");
    room("cli", "text", "project", "workflow", "report");
    room("mcp", "text", "project", "workflow", "report");
  }

  private static final Path PLAN = Path.of("docs/architecture.md");
  private static final Pattern ROW =
      Pattern.compile("\\| *(\\d+) *\\| *(`[^|]+`) *\\|[^|]*\\|([^|]*)\\|");
  private static final Pattern RANGE = Pattern.compile("(\\d+)(?:–(\\d+))?");

  private Rooms() {}

  private static void room(String name, String... mayUse) {
    MAY_USE.put(name, new TreeSet<>(Set.of(mayUse)));
  }

  /** Reads the same plan from the table in the documentation. */
  static Map<String, Set<String>> documented() throws IOException {
    Map<Integer, List<String>> names = new LinkedHashMap<>();
    Map<Integer, String> uses = new LinkedHashMap<>();
    for (String line : Files.readAllLines(PLAN)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        int number = Integer.parseInt(row.group(1));
        names.put(number, List.of(row.group(2).replace("`", "").replace(" ", "").split(",", -1)));
        uses.put(number, row.group(3));
      }
    }
    Map<String, Set<String>> plan = new LinkedHashMap<>();
    names.forEach(
        (number, rooms) -> {
          Set<String> allowed = new TreeSet<>();
          numbers(uses.getOrDefault(number, ""), number)
              .forEach(it -> allowed.addAll(names.getOrDefault(it, List.of())));
          rooms.forEach(room -> plan.put(room, allowed));
        });
    return plan;
  }

  private static List<Integer> numbers(String cell, int row) {
    List<Integer> numbers = new ArrayList<>();
    String ranges = cell.contains("all above") ? "1–" + (row - 1) : cell;
    Matcher range = RANGE.matcher(ranges);
    while (range.find()) {
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      for (int number = first; number <= last; number++) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
