package limbeck.review;

import java.util.regex.Pattern;

/**
 * A rule's identifier, {@code LK} and three digits; never used again for another rule.
 *
 * @param text the identifier
 */
public record RuleId(String text) implements Comparable<RuleId> {
  private static final Pattern FORM = Pattern.compile("LK\\d{3}");

  /** Rejects another form. */
  public RuleId {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("rule id " + text);
    }
  }

  @Override
  public int compareTo(RuleId other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
