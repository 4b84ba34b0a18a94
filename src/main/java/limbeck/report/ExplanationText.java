package limbeck.report;

import java.util.List;
import java.util.Optional;
import limbeck.operation.Describe;
import limbeck.operation.Opaque;
import limbeck.text.Location;
import limbeck.workflow.ApplicationAsOf;
import limbeck.workflow.ExplainRevisions.Explained;
import limbeck.workflow.ExplainRevisions.Explanation;
import limbeck.workflow.ExplainRevisions.Result;
import limbeck.workflow.ExplainRevisions.WayBack;

/** Explanations of revisions for people. */
public final class ExplanationText {
  private final Style style;

  /** Shows explanations in a style. */
  public ExplanationText(Style style) {
    this.style = style;
  }

  /** Returns the result of {@code show}. */
  public String write(Result result) {
    StringBuilder out = new StringBuilder();
    for (Explanation explanation : result.explanations()) {
      out.append(RevisionText.details(List.of(explanation.entry()))).append('\n');
      out.append(asOf(explanation.asOf()));
      steps("Upgrade", result, explanation.upgrade(), out);
      if (explanation.wayBack().defined()) {
        steps("Downgrade", result, explanation.downgrade(), out);
      }
      out.append(wayBack(explanation.wayBack())).append('\n');
    }
    return out.toString();
  }

  private String asOf(ApplicationAsOf asOf) {
    return switch (asOf) {
      case ApplicationAsOf.Unchanged() -> "";
      case ApplicationAsOf.Commit(String commit, List<String> changed) ->
          style.wrap(
                  "The application's code is taken as of commit "
                      + commit.substring(0, Math.min(commit.length(), 12))
                      + (changed.isEmpty()
                          ? "."
                          : ", since these have changed: " + String.join(", ", changed) + "."),
                  "")
              + "\n\n";
      case ApplicationAsOf.Today(List<String> used) ->
          style.wrap(
                  style.yellow("As of today: ")
                      + String.join(", ", used)
                      + " of the application; no git history tells what it was when the revision"
                      + " was written.",
                  "")
              + "\n\n";
    };
  }

  private void steps(String title, Result result, List<Explained> steps, StringBuilder out) {
    out.append(style.bold(title + " on " + result.dialect().sqlalchemyName())).append('\n');
    if (steps.isEmpty()) {
      out.append("  nothing to do\n");
    }
    for (Explained step : steps) {
      step(step, out);
    }
    out.append('\n');
  }

  private void step(Explained step, StringBuilder out) {
    String line =
        step.operation() instanceof Opaque opaque
            ? style.red("?") + " not understood: " + opaque.what()
            : Describe.describe(step.operation());
    out.append("  ").append(line);
    step.at().ifPresent(it -> out.append(style.dim(" (line " + it.line() + ")")));
    out.append(step.autocommit() ? style.dim(" (outside the transaction)") : "").append('\n');
    if (step.operation() instanceof Opaque opaque) {
      out.append(style.wrap(style.yellow("why: ") + opaque.why(), "      ")).append('\n');
    }
    for (String statement : step.statements()) {
      statement.lines().forEach(it -> out.append("      ").append(it.stripTrailing()).append('\n'));
    }
    step.unsupported()
        .filter(_ -> !(step.operation() instanceof Opaque))
        .ifPresent(
            it ->
                out.append(style.wrap(style.red("not possible here: ") + it, "      "))
                    .append('\n'));
    for (String refusal : step.refusals()) {
      out.append(style.wrap(style.red("refused: ") + refusal, "      ")).append('\n');
    }
    List<String> effects = step.effects().stream().flatMap(it -> words(it).stream()).toList();
    for (String effect : effects) {
      out.append(style.dim(style.wrap("· " + effect, "      "))).append('\n');
    }
  }

  /** What is not known of an opaque step has been said already. */
  private static Optional<String> words(limbeck.dialect.Effect effect) {
    return effect instanceof limbeck.dialect.Effect.NotKnown
        ? Optional.empty()
        : Optional.of(EffectText.describe(effect));
  }

  private String wayBack(WayBack way) {
    if (!way.defined()) {
      return style.yellow("There is no downgrade.") + "\n";
    }
    if (way.inverse()) {
      return style.green("The downgrade leaves the schema as it was before the upgrade.") + "\n";
    }
    StringBuilder out = new StringBuilder();
    if (!way.doubts().isEmpty()) {
      out.append(style.yellow("Whether the downgrade restores the schema cannot be told:"));
      out.append('\n');
      way.doubts().forEach(it -> out.append("  ").append(it).append('\n'));
    }
    if (way.differences().isEmpty()) {
      return out.toString();
    }
    out.append(style.yellow("The downgrade does not restore the schema. It would still take:"));
    out.append('\n');
    way.differences().forEach(it -> out.append("  ").append(it).append('\n'));
    return out.toString();
  }

  /** Returns a place as file and line. */
  static String place(Optional<Location> at) {
    return at.map(it -> it.file().path() + ":" + it.line()).orElse("");
  }
}
