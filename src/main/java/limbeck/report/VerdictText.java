package limbeck.report;

import java.util.List;
import limbeck.verify.Verdict;
import limbeck.workflow.VerifyRevision;

/** Proofs for people. */
public final class VerdictText {
  private final Style style;

  /** Shows proofs in a style. */
  public VerdictText(Style style) {
    this.style = style;
  }

  /**
   * Returns the result of {@code verify}.
   *
   * @param details whether all that was seen is shown
   */
  public String write(VerifyRevision.Result result, boolean details) {
    StringBuilder out = new StringBuilder();
    result
        .proofs()
        .forEach(it -> out.append(it.revision()).append(": ").append(write(it.verdict(), details)));
    return out.toString();
  }

  /**
   * Returns what a proof came to.
   *
   * @param details whether all that was seen is shown
   */
  String write(Verdict verdict, boolean details) {
    return switch (verdict) {
      case Verdict.Proven(List<Verdict.Evidence> evidence) ->
          style.green("proven on PostgreSQL")
              + ": up, compare, down, compare, up again\n"
              + (details ? evidence(evidence) : "");
      case Verdict.Diverged(var stage, List<String> differences, List<Verdict.Evidence> evidence) ->
          style.red("not what it should be")
              + " ("
              + stage.words()
              + "):\n"
              + lines(differences)
              + (details ? evidence(evidence) : "");
      case Verdict.Failed failed ->
          style.red("PostgreSQL refuses it")
              + " ("
              + failed.stage().words()
              + "):\n"
              + style.wrap(failed.message() + " (SQLSTATE " + failed.sqlState() + ")", "  ")
              + "\n"
              + failed.statement().indent(4)
              + (details ? evidence(failed.evidence()) : "");
      case Verdict.NotChecked(String why) ->
          style.wrap(style.yellow("not proven") + ": " + why, "") + "\n";
    };
  }

  private String lines(List<String> texts) {
    StringBuilder out = new StringBuilder();
    texts.forEach(it -> out.append(style.wrap(it, "  ")).append('\n'));
    return out.toString();
  }

  private String evidence(List<Verdict.Evidence> evidence) {
    StringBuilder out = new StringBuilder();
    for (Verdict.Evidence it : evidence) {
      out.append(style.dim(style.wrap(it.text(), "  "))).append('\n');
    }
    return out.toString();
  }
}
