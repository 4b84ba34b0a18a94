package limbeck.report;

import java.util.List;
import java.util.Locale;
import limbeck.review.RuleSpec;

/** Rules for people. */
public final class RuleText {
  private RuleText() {}

  /** Returns one line for each rule. */
  public static String list(List<RuleSpec> rules) {
    StringBuilder out = new StringBuilder();
    for (RuleSpec rule : rules) {
      out.append(
          "%s  %-42s %-14s %s%s%n"
              .formatted(
                  rule.id(),
                  rule.name(),
                  rule.category().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                  rule.severity().name().toLowerCase(Locale.ROOT),
                  rule.onByDefault() ? "" : " (off)"));
    }
    return out.toString();
  }
}
