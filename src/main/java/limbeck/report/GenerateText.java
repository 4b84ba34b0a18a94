package limbeck.report;

import java.util.List;
import java.util.Locale;
import limbeck.operation.Describe;
import limbeck.plan.ClassifiedStep;
import limbeck.plan.Question;
import limbeck.plan.SafetyNote;
import limbeck.review.Finding;
import limbeck.verify.Verdict;
import limbeck.workflow.Generate.Result;

/** What {@code generate} tells a person. */
public final class GenerateText {
  private final Style style;

  /** Shows results in a style. */
  public GenerateText(Style style) {
    this.style = style;
  }

  /** Returns the questions of a plan, each with the options that answer it. */
  public String questions(Result.Undecided undecided) {
    List<Question> questions = undecided.plan().questions();
    StringBuilder out = new StringBuilder();
    out.append(
        style.bold(
            questions.size() == 1
                ? "One question is open"
                : questions.size() + " questions are open"));
    out.append("; nothing was written.\n");
    for (Question question : questions) {
      out.append('\n').append(style.wrap(question.text(), "")).append('\n');
      for (Question.Option option : question.options()) {
        out.append(style.wrap(option.text() + (option.safe() ? " (loses nothing)" : ""), "  "))
            .append('\n');
        out.append("    ").append(style.green(option.argument())).append('\n');
      }
    }
    return out.toString();
  }

  /** Returns the steps of a plan, each with its kind. */
  public static String steps(Result.Revised revised) {
    StringBuilder out = new StringBuilder();
    for (ClassifiedStep step : revised.plan().steps()) {
      out.append("plan: ")
          .append(Describe.describe(step.step().operation()))
          .append("  (")
          .append(step.classification().name().toLowerCase(Locale.ROOT))
          .append(")\n");
    }
    return out.toString();
  }

  /** Returns what was made of a change, without the script itself. */
  public String summary(Result.Revised revised) {
    StringBuilder out = new StringBuilder();
    for (SafetyNote note : revised.plan().notes()) {
      out.append(style.wrap(label(note) + " " + note.text(), "")).append('\n');
    }
    out.append(findings(revised.findings())).append(verdict(revised.verdict()));
    out.append(
        revised.written()
            ? style.bold("Wrote " + revised.path()) + "\n"
            : style.bold("Nothing was written") + " (" + revised.path() + ")\n");
    return out.toString();
  }

  private String label(SafetyNote note) {
    return switch (note.kind()) {
      case DATA_LOSS -> style.red("data loss:");
      case LOCK -> style.yellow("lock:");
      case HUMAN -> style.yellow("for you:");
      case COMPATIBILITY -> style.yellow("compatibility:");
    };
  }

  /** Returns findings, each with its line and its reason. */
  public String findings(List<Finding> findings) {
    StringBuilder out = new StringBuilder();
    for (Finding finding : findings) {
      String head =
          finding.at()
              + ": "
              + style.yellow(finding.rule().id() + " " + finding.rule().name())
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

  /** Returns what a proof came to, with its evidence. */
  public String verdict(Verdict verdict) {
    StringBuilder out = new StringBuilder();
    switch (verdict) {
      case Verdict.Proven(var evidence) -> {
        out.append(style.green("Proven on PostgreSQL:")).append('\n');
        evidence(evidence, out);
      }
      case Verdict.Diverged(var stage, var differences, var evidence) -> {
        out.append(style.red("Not what the models say (" + stage.words() + "):")).append('\n');
        differences.forEach(it -> out.append(style.wrap(it, "  ")).append('\n'));
        evidence(evidence, out);
      }
      case Verdict.Failed failed -> {
        out.append(style.red("PostgreSQL refuses it (" + failed.stage().words() + "):"))
            .append('\n');
        out.append(style.wrap(failed.message() + " (SQLSTATE " + failed.sqlState() + ")", "  "))
            .append('\n');
        out.append(style.wrap(failed.statement(), "    ")).append('\n');
        evidence(failed.evidence(), out);
      }
      case Verdict.NotChecked(String why) ->
          out.append(style.yellow("Not proven: ")).append(why).append('\n');
    }
    return out.toString();
  }

  private void evidence(List<Verdict.Evidence> evidence, StringBuilder out) {
    for (Verdict.Evidence seen : evidence) {
      out.append(style.wrap(seen.text(), "  ")).append('\n');
    }
  }
}
