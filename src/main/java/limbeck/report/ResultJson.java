package limbeck.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import limbeck.workflow.PlanMigration;
import limbeck.workflow.VerifyRevision;
import org.jspecify.annotations.Nullable;

/** Results of plan and verify as JSON documents. */
public final class ResultJson {
  private ResultJson() {}

  /** Returns the result of {@code plan}. */
  public static String of(PlanMigration.Result result) {
    Map<String, @Nullable Object> root = JsonText.document("plan");
    root.put("readable", result.readable());
    result.plan().ifPresent(it -> GenerateJson.plan(it, root));
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  /** Returns the result of {@code verify}. */
  public static String of(VerifyRevision.Result result) {
    Map<String, @Nullable Object> root = JsonText.document("verify");
    List<Map<String, @Nullable Object>> proofs =
        result.proofs().stream().map(ResultJson::proof).toList();
    root.put("proofs", proofs);
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }

  private static Map<String, @Nullable Object> proof(VerifyRevision.Proven proven) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("revision", proven.revision());
    result.put("verdict", GenerateJson.verdict(proven.verdict()));
    return result;
  }
}
