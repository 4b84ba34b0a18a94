package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import limbeck.plan.PlanOptions;
import limbeck.plan.Strategy;
import limbeck.project.Settings;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
import limbeck.text.ToolFailure;

/**
 * For which tables changes are planned so that others go on reading and writing.
 *
 * @param everywhere whether for all of them, whatever their size
 * @param rows how many rows tables have, each as {@code table=number}
 * @param lockTimeout how long a statement waits for a lock at most; empty leaves it to the settings
 */
public record OnlineChoice(boolean everywhere, List<String> rows, Optional<String> lockTimeout) {
  private static final Pattern TIME = Pattern.compile("[0-9]{1,9} ?(us|ms|s|min|h)?");

  /** From this number of rows on, work that reads or writes all of them takes seconds. */
  static final long LARGE = 100_000;

  /** Only the tables that the settings call large. */
  public static final OnlineChoice AS_CONFIGURED =
      new OnlineChoice(false, List.of(), Optional.empty());

  /** Copies the list. */
  public OnlineChoice {
    rows = List.copyOf(rows);
  }

  /**
   * Returns the options with the strategy chosen.
   *
   * @param settings say which tables are large, and how long to wait for a lock
   * @param present the schema before, whose tables may be large
   * @throws ToolFailure when a number of rows or a time cannot be read
   */
  PlanOptions applyTo(PlanOptions plain, Settings settings, Schema present) {
    PlanOptions options =
        lockTimeout
            .or(settings::lockTimeout)
            .map(it -> plain.withLockTimeout(time(it)))
            .orElse(plain);
    List<String> names = new ArrayList<>(settings.largeTables());
    for (String entry : rows) {
      int equals = entry.lastIndexOf('=');
      String name = equals <= 0 ? "" : entry.substring(0, equals).strip();
      if (name.isEmpty()) {
        throw unreadable(entry);
      }
      names.remove(name);
      if (number(entry, entry.substring(equals + 1)) >= LARGE) {
        names.add(name);
      }
    }
    if (everywhere) {
      return options.withStrategy(Strategy.ONLINE, Set.of());
    }
    Set<TableName> large = new HashSet<>();
    for (TableName it : present.tables().keySet()) {
      if (names.contains(it.toString())) {
        large.add(it);
      }
    }
    return large.isEmpty() ? options : options.withStrategy(Strategy.ONLINE, large);
  }

  /** It is written into SQL, so nothing but a time may pass. */
  private static String time(String text) {
    String time = text.strip();
    if (!TIME.matcher(time).matches()) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "cannot understand the lock timeout " + text,
          "write a number with a unit, such as 5s, 500ms or 1min");
    }
    return time;
  }

  private static long number(String entry, String text) {
    try {
      return Long.parseLong(text.strip().replace("_", ""));
    } catch (NumberFormatException e) {
      throw unreadable(entry);
    }
  }

  private static ToolFailure unreadable(String entry) {
    return new ToolFailure(
        ToolFailure.Code.USAGE,
        "cannot understand --rows " + entry,
        "write --rows table=number, such as --rows orders=5000000");
  }
}
