package limbeck.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import limbeck.dialect.Impact;
import limbeck.dialect.LockMode;
import limbeck.schema.TableName;
import limbeck.text.Location;

/** Says with findings about how long they last, where the size of tables is known. */
public final class Estimates {
  private final Statistics statistics;
  private final List<StepReview> steps;

  /**
   * Estimates for the steps of a review.
   *
   * @param steps what each call does
   */
  public Estimates(Statistics statistics, List<StepReview> steps) {
    this.statistics = statistics;
    this.steps = List.copyOf(steps);
  }

  /** Returns the findings, those about locks with the time in their message. */
  public List<Finding> of(List<Finding> findings) {
    return statistics.tables().isEmpty()
        ? findings
        : findings.stream().map(this::estimated).toList();
  }

  private Finding estimated(Finding finding) {
    if (finding.rule().category() != Category.LOCKING) {
      return finding;
    }
    List<String> parts = new ArrayList<>();
    for (StepReview step : steps) {
      if (step.location().filter(it -> isSame(it, finding.at())).isPresent()) {
        step.impact()
            .tables()
            .forEach((table, effect) -> part(table, effect).ifPresent(parts::add));
      }
    }
    return parts.isEmpty()
        ? finding
        : new Finding(
            finding.rule(),
            finding.severity(),
            finding.at(),
            finding.subject(),
            finding.message() + " (" + String.join("; ", parts) + ")",
            finding.why(),
            finding.fix());
  }

  private static boolean isSame(Location one, Location other) {
    return one.file().equals(other.file()) && one.span().equals(other.span());
  }

  /** Such as: about 40 s under ACCESS EXCLUSIVE on 80 M rows of task. */
  private Optional<String> part(TableName table, Impact.OnTable effect) {
    Optional<Statistics.Size> size = statistics.size(table);
    return statistics
        .seconds(table, effect)
        .map(
            it ->
                time(it)
                    + effect.lock().map(LockMode::sql).map(lock -> " under " + lock).orElse("")
                    + " on "
                    + amount(size.orElseThrow())
                    + " of "
                    + table);
  }

  private static String amount(Statistics.Size size) {
    return size.rows().isPresent() ? count(size.rows().getAsLong()) + " rows" : bytes(size.bytes());
  }

  private static String time(double seconds) {
    if (seconds < 1) {
      return "less than 1 s";
    }
    if (seconds < 120) {
      return "about " + Math.round(seconds) + " s";
    }
    return seconds < 7200
        ? "about " + Math.round(seconds / 60) + " min"
        : String.format(Locale.ROOT, "about %.1f h", seconds / 3600);
  }

  private static String count(long rows) {
    if (rows < 10_000) {
      return Long.toString(rows);
    }
    if (rows < 1_000_000) {
      return rows / 1000 + " k";
    }
    return rows < 10_000_000
        ? String.format(Locale.ROOT, "%.1f M", rows / 1e6)
        : rows / 1_000_000 + " M";
  }

  private static String bytes(long bytes) {
    return bytes < 1_000_000_000 ? bytes / 1_000_000 + " MB" : bytes / 1_000_000_000 + " GB";
  }
}
