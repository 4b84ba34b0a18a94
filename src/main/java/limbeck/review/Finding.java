package limbeck.review;

import java.util.Comparator;
import java.util.Optional;
import limbeck.text.Location;

/**
 * A risk in a revision.
 *
 * @param rule which rule found it
 * @param severity how much it matters here
 * @param at the statement
 * @param subject what it is about
 * @param message what is wrong, one sentence
 * @param why why it matters, one or two sentences
 * @param fix how the script could be changed
 */
public record Finding(
    RuleSpec rule,
    Severity severity,
    Location at,
    Subject subject,
    String message,
    String why,
    Optional<Fix> fix) {
  /** File, place, then rule: the order in which findings are shown. */
  public static final Comparator<Finding> ORDER =
      Comparator.<Finding, String>comparing(it -> it.at().file().path())
          .thenComparingInt(it -> it.at().span().start())
          .thenComparing(it -> it.rule().id())
          .thenComparing(Finding::message);

  /**
   * Returns an identity that survives edits elsewhere in the file: rule, file name and subject, not
   * the line.
   */
  public String fingerprint() {
    String path = at.file().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return rule.id() + ":" + file + ":" + subject;
  }
}
