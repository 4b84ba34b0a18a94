package limbeck.render;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.revision.RevisionHeader;
import limbeck.revision.RevisionId;
import limbeck.text.ToolFailure;

/** Chooses the identifier, the date and the file name of a new revision, as the project does. */
public final class RevisionNaming {
  /** Numbers of that many digits are dates, not counters. */
  private static final int MOST_DIGITS = 6;

  private static final Pattern COUNTED =
      Pattern.compile("(?<number>\\d{1," + MOST_DIGITS + "})(?<words>_\\w+)?");
  private static final Pattern TOKEN =
      Pattern.compile("%(?:%|\\((\\w+)\\)([-0 +]*)(\\d*)(?:\\.(\\d+))?([sdi]))");

  private RevisionNaming() {}

  /**
   * Returns the identifier of the next revision: the next number where the history counts its
   * revisions, as {@code 004} or {@code 004_words_of_the_message}; otherwise twelve hexadecimal
   * digits.
   *
   * @param history all revisions
   * @param parents those the new one follows; their style is followed
   * @param hexadecimal gives twelve random digits at each call
   */
  public static RevisionId next(
      List<RevisionHeader> history,
      List<RevisionId> parents,
      String message,
      Supplier<String> hexadecimal) {
    Optional<Matcher> counted = style(history, parents);
    if (counted.isPresent()) {
      return new RevisionId(number(history, counted.get(), message));
    }
    Collection<String> taken = history.stream().map(it -> it.id().text()).toList();
    String id = hexadecimal.get();
    while (taken.contains(id)) {
      id = hexadecimal.get();
    }
    return new RevisionId(id);
  }

  /** The parent's form counts when most of the history has it, or a chance form could mislead. */
  private static Optional<Matcher> style(List<RevisionHeader> history, List<RevisionId> parents) {
    long counted = history.stream().filter(it -> COUNTED.matcher(it.id().text()).matches()).count();
    if (counted * 2 < history.size()) {
      return Optional.empty();
    }
    return parents.stream()
        .map(it -> COUNTED.matcher(it.text()))
        .filter(Matcher::matches)
        .findFirst();
  }

  private static String number(List<RevisionHeader> history, Matcher parent, String message) {
    int highest = 0;
    for (RevisionHeader header : history) {
      Matcher matcher = COUNTED.matcher(header.id().text());
      if (matcher.matches()) {
        highest = Math.max(highest, Integer.parseInt(matcher.group("number")));
      }
    }
    String format = "%0" + parent.group("number").length() + "d";
    String number = String.format(Locale.ROOT, format, highest + 1);
    if (parent.group("words") == null) {
      return number;
    }
    int room = RevisionId.MAXIMUM_LENGTH - number.length() - 1;
    String words = Slug.shortened(Slug.of(message), room);
    return words.isEmpty() ? number : number + "_" + words;
  }

  /**
   * When a revision is made.
   *
   * @param at in the zone it is written in
   * @param zoned whether the zone is written as well
   */
  public record Moment(ZonedDateTime at, boolean zoned) {
    /**
     * Returns a moment in the zone of the configuration, or in the machine's own.
     *
     * @param timezone the configured name
     * @param local the machine's zone
     * @throws ToolFailure when there is no such zone
     */
    public static Moment of(Instant instant, Optional<String> timezone, ZoneId local) {
      return timezone
          .map(it -> new Moment(instant.atZone(zone(it)), true))
          .orElseGet(() -> new Moment(instant.atZone(local), false));
    }

    private static ZoneId zone(String name) {
      try {
        return ZoneId.of(name.strip());
      } catch (DateTimeException asWritten) {
        try {
          return ZoneId.of(name.strip().toUpperCase(Locale.ROOT));
        } catch (DateTimeException e) {
          throw new ToolFailure(
              ToolFailure.Code.PROJECT,
              "there is no time zone '" + name + "'",
              "correct timezone in the Alembic configuration, for example to UTC",
              e);
        }
      }
    }

    /** Returns the moment as Python prints it: microseconds, and the offset if it has a zone. */
    public String text() {
      boolean whole = at.getNano() / 1000 == 0;
      String pattern = "yyyy-MM-dd HH:mm:ss" + (whole ? "" : ".SSSSSS") + (zoned ? "xxx" : "");
      return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at);
    }
  }

  /**
   * Returns the path of the new file, relative to the folder of versions.
   *
   * @param fileTemplate Alembic's {@code file_template}
   * @param truncateSlugLength Alembic's setting of that name
   * @param parents the revisions it follows; where they are named by their bare identifiers, so is
   *     it
   */
  public static String fileName(
      String fileTemplate,
      int truncateSlugLength,
      List<RevisionHeader> parents,
      RevisionId id,
      String message,
      Moment moment) {
    boolean bare =
        COUNTED.matcher(id.text()).matches()
            && id.text().contains("_")
            && parents.stream().anyMatch(RevisionNaming::isNamedByIdAlone);
    if (bare) {
      return id + ".py";
    }
    ZonedDateTime at = moment.at();
    Map<String, Object> tokens =
        Map.of(
            "rev", id.text(),
            "slug", Slug.truncated(Slug.of(message), truncateSlugLength),
            "epoch", at.toEpochSecond(),
            "year", (long) at.getYear(),
            "month", (long) at.getMonthValue(),
            "day", (long) at.getDayOfMonth(),
            "hour", (long) at.getHour(),
            "minute", (long) at.getMinute(),
            "second", (long) at.getSecond());
    return TOKEN.matcher(fileTemplate).replaceAll(it -> Matcher.quoteReplacement(token(it, tokens)))
        + ".py";
  }

  private static boolean isNamedByIdAlone(RevisionHeader header) {
    String path = header.file().path();
    return path.substring(path.lastIndexOf('/') + 1).equals(header.id() + ".py");
  }

  /** Formats one token as Python's {@code %} does. */
  private static String token(java.util.regex.MatchResult match, Map<String, Object> tokens) {
    String name = match.group(1);
    if (name == null) {
      return "%";
    }
    Object value = tokens.get(name);
    if (value == null) {
      throw new ToolFailure(
          ToolFailure.Code.PROJECT,
          "file_template has %(" + name + ")s, which Alembic does not know",
          "known are rev, slug, epoch, year, month, day, hour, minute, second");
    }
    String text = value.toString();
    String precision = match.group(4);
    if (precision != null && value instanceof Long) {
      text = "0".repeat(Math.max(0, Integer.parseInt(precision) - text.length())) + text;
    } else if (precision != null) {
      text = text.substring(0, Math.min(text.length(), Integer.parseInt(precision)));
    }
    int width = match.group(3).isEmpty() ? 0 : Integer.parseInt(match.group(3));
    String fill = " ".repeat(Math.max(0, width - text.length()));
    if (match.group(2).contains("-")) {
      return text + fill;
    }
    boolean zeros = match.group(2).contains("0") && value instanceof Long;
    return (zeros ? fill.replace(' ', '0') : fill) + text;
  }
}
