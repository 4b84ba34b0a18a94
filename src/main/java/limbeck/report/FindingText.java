package limbeck.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import limbeck.review.Finding;
import limbeck.review.Severity;
import limbeck.workflow.FixedScript;
import limbeck.workflow.ReviewRevisions;
import limbeck.workflow.TraceRevisions;

/** Findings of a review for people, as a good compiler shows them. */
public final class FindingText {
  private final Style style;

  /** Shows findings in a style. */
  public FindingText(Style style) {
    this.style = style;
  }

  /** Returns the result of {@code review}. */
  public String write(ReviewRevisions.Result result) {
    String text = write(result.findings());
    return (text.isEmpty() ? "No findings.\n" : text)
        + traces(result)
        + fixed(result)
        + summary(result);
  }

  private String traces(ReviewRevisions.Result result) {
    StringBuilder out = new StringBuilder();
    for (TraceRevisions.Traced traced : result.traces()) {
      String place = traced.step().location().map(it -> it + ": ").orElse("");
      String word = traced.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      String shown =
          switch (traced.outcome()) {
            case CONFIRMED -> style.green(word);
            case MISMATCH -> style.red(word);
            case UNPREDICTED, NOT_RUN -> style.yellow(word);
          };
      out.append(place).append(shown).append('\n');
      Stream.of(traced.details(), traced.lost(), traced.changed())
          .flatMap(List::stream)
          .forEach(it -> out.append(style.wrap(it, "  ")).append('\n'));
    }
    return out.toString();
  }

  private String fixed(ReviewRevisions.Result result) {
    StringBuilder out = new StringBuilder();
    for (FixedScript script : result.fixed()) {
      String word =
          switch (script.outcome()) {
            case PROVEN -> style.green("fixed and proven");
            case NOT_PROVEN -> style.yellow("fixed, not proven");
            case TAKEN_BACK -> style.red("left as it was");
          };
      out.append(script.file()).append(": ").append(word).append('\n');
      script.titles().forEach(it -> out.append(style.wrap(it, "  ")).append('\n'));
      out.append(style.wrap(script.why(), "  ")).append('\n');
    }
    return out.toString();
  }

  private String summary(ReviewRevisions.Result result) {
    StringBuilder out = new StringBuilder();
    long understood = result.understood();
    if (understood < result.steps().size()) {
      out.append(understood)
          .append(" of ")
          .append(result.steps().size())
          .append(" steps were understood.\n");
    }
    if (result.allowed() + result.known() > 0) {
      out.append(result.allowed())
          .append(" allowed by comments, ")
          .append(result.known())
          .append(" known from the baseline.\n");
    }
    return out.toString();
  }

  /** Returns the findings with place, reason and way out. */
  String write(List<Finding> findings) {
    return findings.stream().map(this::write).collect(Collectors.joining("\n"));
  }

  private String write(Finding finding) {
    StringBuilder out = new StringBuilder();
    String head =
        style.bold(finding.at().toString())
            + ": "
            + severity(finding.severity())
            + " "
            + style.bold(finding.rule().id() + " " + finding.rule().name())
            + ": "
            + finding.message();
    out.append(style.wrap(head, "")).append('\n');
    new Excerpt(style).write(finding.at(), out);
    out.append(style.wrap(finding.why(), "  ")).append('\n');
    finding.fix().ifPresent(it -> out.append(style.wrap("fix: " + it.title(), "  ")).append('\n'));
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
