package limbeck.report;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Describe;
import limbeck.plan.Classification;
import limbeck.plan.ClassifiedStep;
import limbeck.plan.PhaseWords;
import limbeck.plan.Plan;
import limbeck.plan.Question;
import limbeck.plan.SafetyNote;
import limbeck.workflow.PlanMigration;

/** Plans for people: the steps with their kinds, what must be known, what is to be decided. */
public final class PlanText {
  private final Style style;

  /** Shows plans in a style. */
  public PlanText(Style style) {
    this.style = style;
  }

  /** Returns the result of {@code plan}. */
  public String write(PlanMigration.Result result) {
    String text = result.plan().map(this::write).orElse("");
    return text.isEmpty() && result.readable() ? "No changes detected\n" : text;
  }

  /** Returns the steps, the notes and the questions. */
  String write(Plan plan) {
    return (plan.phases().size() > 1 ? phases(plan) : steps(plan) + notes(plan))
        + refusal(plan)
        + questions(plan.questions());
  }

  /** Returns the phases, each a revision: what it does, its steps, and what must be known. */
  private String phases(Plan plan) {
    PhaseWords words = new PhaseWords(plan);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < plan.phases().size(); i++) {
      List<String> about = words.about(i);
      out.append(i == 0 ? "" : "\n").append(style.bold(style.wrap(about.getFirst(), "")));
      out.append("\n").append(steps(plan.only(plan.phases().get(i))));
      for (SafetyNote note : plan.phases().get(i).notes()) {
        out.append(style.wrap(word(note.kind()) + ": " + note.text(), "  ")).append('\n');
      }
      about.stream()
          .skip(1)
          .forEach(
              it -> out.append(style.wrap(style.bold("deploy") + ": " + it, "  ")).append('\n'));
    }
    return out.toString();
  }

  /** Returns one line for each step of the upgrade. */
  String steps(Plan plan) {
    StringBuilder out = new StringBuilder();
    for (ClassifiedStep step : plan.steps()) {
      out.append("  ")
          .append(kind(step.classification()))
          .append(' ')
          .append(Describe.describe(step.step().operation()))
          .append(step.step().autocommit() ? style.dim(" (outside the transaction)") : "")
          .append('\n');
      out.append(style.dim(style.wrap(step.reason(), "      "))).append('\n');
    }
    return out.toString();
  }

  private String kind(Classification kind) {
    return switch (kind) {
      case ADDITIVE -> style.green("+");
      case TRANSFORMING -> style.yellow("~");
      case DESTRUCTIVE -> style.red("-");
      case DATA -> style.yellow("#");
    };
  }

  /** Returns what must be known before the plan is carried out. */
  String notes(Plan plan) {
    if (plan.notes().isEmpty()) {
      return "";
    }
    StringBuilder out = new StringBuilder("\n" + style.bold("Safety notes") + "\n");
    for (SafetyNote note : plan.notes()) {
      out.append(style.wrap(word(note.kind()) + ": " + note.text(), "  ")).append('\n');
    }
    return out.toString();
  }

  private String word(SafetyNote.Kind kind) {
    return switch (kind) {
      case DATA_LOSS -> style.red("data loss");
      case LOCK -> style.yellow("lock");
      case HUMAN -> style.bold("to see to");
      case COMPATIBILITY -> style.yellow("compatibility");
    };
  }

  private String refusal(Plan plan) {
    Optional<String> reason = plan.downgradeRefused();
    return reason
        .map(it -> "\n" + style.wrap(style.red("no way back") + ": " + it, "  ") + "\n")
        .orElse("");
  }

  /** Returns the questions with the options that answer them. */
  String questions(List<Question> questions) {
    StringBuilder out = new StringBuilder();
    for (Question question : questions) {
      out.append('\n').append(style.wrap(style.bold("? ") + question.text(), "")).append('\n');
      for (Question.Option option : question.options()) {
        out.append("    ").append(style.green(option.argument())).append('\n');
        out.append(style.dim(style.wrap(option.text(), "        "))).append('\n');
      }
    }
    return out.toString();
  }
}
