package limbeck.report;

import java.util.List;
import java.util.Locale;
import limbeck.operation.Describe;
import limbeck.plan.ClassifiedStep;
import limbeck.plan.Question;
import limbeck.plan.SafetyNote;
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
    out.append(new FindingText(style).write(revised.findings()));
    out.append(new VerdictText(style).write(revised.verdict(), true));
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
}
