package limbeck.report;

import java.util.List;
import limbeck.review.Finding;
import limbeck.review.Severity;
import limbeck.workflow.ReviewRevisions;

/** Findings of a review for people. */
public final class FindingText {
  private final Style style;

  /** Shows findings in a style. */
  public FindingText(Style style) {
    this.style = style;
  }

  /** Returns the result of {@code review}. */
  public String write(ReviewRevisions.Result result) {
    String text = write(result.findings());
    return text.isEmpty() ? "No findings.\n" : text;
  }

  /** Returns the findings with place, reason and way out. */
  String write(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      String head =
          finding.at()
              + ": "
              + severity(finding.severity())
              + " "
              + style.bold(finding.rule().id() + " " + finding.rule().name())
              + ": "
              + finding.message();
      out.append(style.wrap(head, "")).append('\n');
      out.append(style.wrap(finding.why(), "  ")).append('\n');
      finding
          .fix()
          .ifPresent(it -> out.append(style.wrap("fix: " + it.title(), "  ")).append('\n'));
    }
    return out.toString();
  }

  private String severity(Severity severity) {
    return switch (severity) {
      case LOW -> "low";
      case MEDIUM -> style.yellow("medium");
      case HIGH -> style.red("high");
      case CRITICAL -> style.red("critical");
    };
  }
}
