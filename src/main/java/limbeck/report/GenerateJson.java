package limbeck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import limbeck.operation.Describe;
import limbeck.plan.ClassifiedStep;
import limbeck.plan.Phase;
import limbeck.plan.PhaseWords;
import limbeck.plan.Plan;
import limbeck.plan.Question;
import limbeck.plan.SafetyNote;
import limbeck.review.Finding;
import limbeck.verify.Verdict;
import limbeck.workflow.Generate.Result;
import org.jspecify.annotations.Nullable;

/** What {@code generate} says to a program. */
public final class GenerateJson {
  private GenerateJson() {}

  /** Returns the result as one document. */
  public static String write(Result result) {
    Map<String, @Nullable Object> root = JsonText.document("generate");
    switch (result) {
      case Result.Unreadable _ -> root.put("outcome", "unreadable");
      case Result.NothingToDo _ -> root.put("outcome", "nothing_to_do");
      case Result.Undecided undecided -> {
        root.put("outcome", "undecided");
        plan(undecided.plan(), root);
      }
      case Result.Series series -> {
        boolean written = series.revisions().stream().allMatch(Result.Revised::written);
        root.put("outcome", written ? "written" : "not_written");
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Result.Revised it : series.revisions()) {
          Map<String, @Nullable Object> one = new LinkedHashMap<>();
          revised(it, one);
          all.add(one);
        }
        root.put("revisions", all);
      }
      case Result.Revised revised -> {
        root.put("outcome", revised.written() ? "written" : "not_written");
        revised(revised, root);
      }
    }
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  private static void revised(Result.Revised revised, Map<String, @Nullable Object> root) {
    root.put("revision", revised.id().text());
    root.put("path", revised.path());
    root.put("script", revised.text());
    plan(revised.plan(), root);
    root.put("verdict", verdict(revised.verdict()));
    root.put("findings", revised.findings().stream().map(GenerateJson::finding).toList());
  }

  static void plan(Plan plan, Map<String, @Nullable Object> root) {
    root.put("steps", plan.steps().stream().map(GenerateJson::step).toList());
    root.put("questions", plan.questions().stream().map(GenerateJson::question).toList());
    root.put("notes", plan.notes().stream().map(GenerateJson::note).toList());
    root.put("phases", phases(plan));
  }

  private static List<Map<String, @Nullable Object>> phases(Plan plan) {
    PhaseWords words = new PhaseWords(plan);
    List<Map<String, @Nullable Object>> result = new ArrayList<>();
    for (int i = 0; i < plan.phases().size(); i++) {
      Phase phase = plan.phases().get(i);
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("kind", phase.kind().word());
      one.put("title", words.titles().get(i));
      if (plan.phases().size() > 1) {
        one.put("about", words.about(i));
      }
      one.put("works_before", phase.works().map(Phase.Works::before).orElse(null));
      one.put("works_after", phase.works().map(Phase.Works::after).orElse(null));
      one.put(
          "steps",
          phase.steps().stream().map(it -> Describe.describe(it.step().operation())).toList());
      one.put("notes", phase.notes().stream().map(GenerateJson::note).toList());
      result.add(one);
    }
    return result;
  }

  private static Map<String, Object> step(ClassifiedStep step) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("does", Describe.describe(step.step().operation()));
    result.put("kind", step.classification().name().toLowerCase(Locale.ROOT));
    result.put("reason", step.reason());
    return result;
  }

  private static Map<String, Object> question(Question question) {
    List<Map<String, Object>> options =
        question.options().stream()
            .map(
                it ->
                    Map.<String, Object>of(
                        "text", it.text(), "argument", it.argument(), "safe", it.safe()))
            .toList();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("id", question.id());
    result.put("text", question.text());
    result.put("options", options);
    return result;
  }

  private static Map<String, Object> note(SafetyNote note) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("kind", note.kind().name().toLowerCase(Locale.ROOT));
    result.put("text", note.text());
    return result;
  }

  static Map<String, @Nullable Object> finding(Finding finding) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("rule", finding.rule().id().text());
    result.put("name", finding.rule().name());
    result.put("category", finding.rule().category().name().toLowerCase(Locale.ROOT));
    result.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
    result.put("file", finding.at().file().path());
    result.put("line", finding.at().line());
    result.put("column", finding.at().column());
    result.put("message", finding.message());
    result.put("why", finding.why());
    result.put("fingerprint", finding.fingerprint());
    return result;
  }

  static Map<String, @Nullable Object> verdict(Verdict verdict) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    switch (verdict) {
      case Verdict.Proven(var evidence) -> {
        result.put("outcome", "proven");
        result.put("evidence", texts(evidence));
      }
      case Verdict.Diverged(var stage, var differences, var evidence) -> {
        result.put("outcome", "diverged");
        result.put("stage", stage.name().toLowerCase(Locale.ROOT));
        result.put("differences", differences);
        result.put("evidence", texts(evidence));
      }
      case Verdict.Failed failed -> {
        result.put("outcome", "failed");
        result.put("stage", failed.stage().name().toLowerCase(Locale.ROOT));
        result.put("statement", failed.statement());
        result.put("sqlstate", failed.sqlState());
        result.put("message", failed.message());
        result.put("evidence", texts(failed.evidence()));
      }
      case Verdict.NotChecked(String why) -> {
        result.put("outcome", "not_checked");
        result.put("why", why);
      }
    }
    return result;
  }

  private static List<String> texts(List<Verdict.Evidence> evidence) {
    return evidence.stream().map(Verdict.Evidence::text).toList();
  }
}
