package limbeck.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import limbeck.text.Location;
import limbeck.text.SourceFile;
import limbeck.text.Span;

/**
 * Comments that say a finding is known and accepted: {@code # limbeck: allow column-dropped until
 * 2027-01-31 -- archived}. One stands on the line of the finding, on a line of its statement, or on
 * the lines just above; {@code allow-file} holds for the whole file.
 */
public final class Suppressions {
  private static final Pattern COMMENT =
      Pattern.compile(
          "(?:#|--)[ \\t]*limbeck:[ \\t]*(allow|allow-file)[ \\t]+([\\w, \\t-]+?)"
              + "(?:[ \\t]+until[ \\t]+(\\S+?))?(?:[ \\t]+--[ \\t]*(.*))?[ \\t]*$");

  private final LocalDate today;

  /** Judges expiry by a day. */
  public Suppressions(LocalDate today) {
    this.today = today;
  }

  /**
   * One comment.
   *
   * @param rules the names or identifiers it allows
   * @param wholeFile whether it holds everywhere in its file
   * @param until the last day on which it holds
   * @param readable whether its date could be read
   * @param reason why, for people
   * @param at where it stands
   */
  private record Comment(
      List<String> rules,
      boolean wholeFile,
      Optional<LocalDate> until,
      boolean readable,
      String reason,
      Location at) {}

  /**
   * What is left of the findings.
   *
   * @param findings those not allowed, with those about the comments themselves
   * @param allowed how many are allowed
   */
  public record Result(List<Finding> findings, int allowed) {
    /** Copies the findings. */
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Takes out what comments in the files allow; comments that allow nothing are findings. */
  public Result apply(List<Finding> findings, Collection<SourceFile> files) {
    List<Comment> comments = new ArrayList<>();
    files.forEach(it -> read(it, comments));
    List<Comment> used = new ArrayList<>();
    List<Finding> left = new ArrayList<>();
    int allowed = 0;
    for (Finding finding : findings) {
      List<Comment> matching = comments.stream().filter(it -> covers(it, finding)).toList();
      used.addAll(matching);
      if (matching.stream().anyMatch(this::holds)) {
        allowed++;
      } else {
        left.add(finding);
      }
    }
    comments.forEach(it -> left.addAll(judge(it, used.contains(it))));
    return new Result(left.stream().sorted(Finding.ORDER).toList(), allowed);
  }

  private static void read(SourceFile file, List<Comment> result) {
    if (!file.text().contains("limbeck:")) {
      return;
    }
    for (int line = 1; line <= file.lineCount(); line++) {
      String text = file.lineText(line);
      Matcher matcher = COMMENT.matcher(text);
      if (!matcher.find()) {
        continue;
      }
      int start = file.lineStart(line);
      Optional<String> date = Optional.ofNullable(matcher.group(3));
      Optional<LocalDate> until = date.flatMap(Suppressions::date);
      result.add(
          new Comment(
              List.of(matcher.group(2).strip().split("[,\\s]+")),
              matcher.group(1).equals("allow-file"),
              until,
              date.isEmpty() || until.isPresent(),
              Optional.ofNullable(matcher.group(4)).orElse("").strip(),
              file.at(new Span(start + matcher.start(), start + matcher.end()))));
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }

  private static boolean covers(Comment comment, Finding finding) {
    SourceFile file = finding.at().file();
    if (!comment.at().file().equals(file)
        || comment.rules().stream().noneMatch(it -> names(it, finding.rule()))) {
      return false;
    }
    if (comment.wholeFile()) {
      return true;
    }
    int line = comment.at().line();
    int first = finding.at().line();
    int last = file.line(finding.at().span().end());
    if (line >= first && line <= last) {
      return true;
    }
    // Above, with nothing but other comments and the head of its block between.
    for (int between = line; between < first; between++) {
      String text = file.lineText(between).strip();
      boolean head = text.startsWith("with ") && text.endsWith(":");
      if (!head && !text.startsWith("#") && !text.startsWith("--")) {
        return false;
      }
    }
    return line < first;
  }

  private static boolean names(String text, RuleSpec rule) {
    return rule.name().equals(text) || rule.id().text().equalsIgnoreCase(text);
  }

  private boolean holds(Comment comment) {
    return comment.readable() && comment.until().map(it -> !today.isAfter(it)).orElse(true);
  }

  private List<Finding> judge(Comment comment, boolean used) {
    List<Finding> result = new ArrayList<>();
    if (!comment.readable()) {
      result.add(finding("suppression-expired", comment, "its date is not of the form 2027-01-31"));
    } else if (!holds(comment)) {
      result.add(
          finding(
              "suppression-expired",
              comment,
              "it held until " + comment.until().map(LocalDate::toString).orElse("")));
    } else if (!used) {
      result.add(
          finding(
              "suppression-unused",
              comment,
              "nothing here is found by " + String.join(", ", comment.rules())));
    }
    if (comment.reason().isEmpty()) {
      result.add(finding("suppression-without-reason", comment, "it says no reason"));
    }
    return result;
  }

  private static Finding finding(String rule, Comment comment, String what) {
    RuleSpec spec = Rules.find(rule).orElseThrow().spec();
    return new Finding(
        spec,
        spec.severity(),
        comment.at(),
        new Subject("comment", Optional.empty(), String.join(", ", comment.rules())),
        "the suppression is of no use any more: " + what,
        "A suppression is read as a promise that somebody has looked; one that is wrong hides the"
            + " next finding.",
        Optional.empty());
  }
}
