package limbeck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import limbeck.operation.DataOperation;
import limbeck.operation.Describe;
import limbeck.operation.Opaque;
import limbeck.operation.Operation;
import limbeck.schema.TableName;
import limbeck.text.Location;
import limbeck.workflow.ApplicationAsOf;
import limbeck.workflow.ExplainRevisions.Explained;
import limbeck.workflow.ExplainRevisions.Explanation;
import limbeck.workflow.ExplainRevisions.Result;
import org.jspecify.annotations.Nullable;

/** Explanations of revisions as a JSON document. */
public final class ExplanationJson {
  private ExplanationJson() {}

  /** Returns the result of {@code show}. */
  public static String write(Result result) {
    Map<String, @Nullable Object> root = JsonText.document("show");
    root.put("dialect", result.dialect().sqlalchemyName());
    root.put("revisions", result.explanations().stream().map(ExplanationJson::revision).toList());
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  private static Map<String, @Nullable Object> revision(Explanation explanation) {
    Map<String, @Nullable Object> result = JsonText.revision(explanation.entry());
    result.put("upgrade", explanation.upgrade().stream().map(ExplanationJson::step).toList());
    result.put("downgrade", explanation.downgrade().stream().map(ExplanationJson::step).toList());
    result.put("downgrade_defined", explanation.wayBack().defined());
    result.put("downgrade_is_inverse", explanation.wayBack().inverse());
    result.put("downgrade_leaves", explanation.wayBack().differences());
    result.put("downgrade_doubts", explanation.wayBack().doubts());
    result.put("application_as_of", asOf(explanation.asOf()));
    return result;
  }

  private static @Nullable Map<String, @Nullable Object> asOf(ApplicationAsOf asOf) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    switch (asOf) {
      case ApplicationAsOf.Unchanged() -> {
        return null;
      }
      case ApplicationAsOf.Commit(String commit, List<String> changed) -> {
        result.put("commit", commit);
        result.put("changed_since", changed);
      }
      case ApplicationAsOf.Today(List<String> used) -> {
        result.put("commit", null);
        result.put("used", used);
      }
    }
    return result;
  }

  private static Map<String, @Nullable Object> step(Explained step) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("kind", kind(step.operation()));
    result.put("description", Describe.describe(step.operation()));
    result.put("file", step.at().map(it -> it.file().path()).orElse(null));
    result.put("line", step.at().map(Location::line).orElse(null));
    result.put("autocommit", step.autocommit());
    result.put("statements", step.statements());
    result.put("unsupported", step.unsupported().orElse(null));
    if (step.operation() instanceof Opaque opaque) {
      result.put("why", opaque.why());
      result.put("touches", texts(opaque));
      result.put("may_change_schema", opaque.mayChangeSchema());
    }
    result.put("effects", step.effects().stream().map(EffectText::describe).toList());
    result.put("refusals", step.refusals());
    return result;
  }

  private static String kind(Operation operation) {
    return switch (operation) {
      case Opaque _ -> "opaque";
      case DataOperation _ -> "data";
      case limbeck.operation.TableOperation _,
          limbeck.operation.ColumnOperation _,
          limbeck.operation.ConstraintOperation _,
          limbeck.operation.IndexOperation _,
          limbeck.operation.TypeOperation _,
          limbeck.operation.ObjectOperation _ ->
          "schema";
    };
  }

  private static List<String> texts(Opaque opaque) {
    return opaque.touches().stream().map(TableName::toString).toList();
  }
}
