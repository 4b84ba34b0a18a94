package limbeck.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
   * the line. Several findings may share one; see {@link #fingerprints}.
   */
  public String fingerprint() {
    String path = at.file().path();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return rule.id() + ":" + file + ":" + subject;
  }

  /**
   * Returns the identity of each finding, in their order; those that share a fingerprint are
   * counted.
   */
  public static List<String> fingerprints(List<Finding> findings) {
    Map<String, Integer> counts = new HashMap<>();
    List<String> result = new ArrayList<>();
    for (Finding finding : findings) {
      String fingerprint = finding.fingerprint();
      int count = counts.merge(fingerprint, 1, Integer::sum);
      result.add(count == 1 ? fingerprint : fingerprint + " #" + count);
    }
    return result;
  }
}
