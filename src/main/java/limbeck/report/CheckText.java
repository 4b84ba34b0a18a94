package limbeck.report;

import java.util.Map;
import limbeck.workflow.Check;
import org.jspecify.annotations.Nullable;

/** What {@code check} says. */
public final class CheckText {
  private CheckText() {}

  /** Returns it for a person. */
  public static String text(Check.Result result) {
    if (result.differences().isEmpty()) {
      return "No changes detected\n";
    }
    StringBuilder out = new StringBuilder("The models differ from the history:\n");
    result.differences().forEach(it -> out.append("  ").append(it).append('\n'));
    return out.toString();
  }

  /** Returns it for a program. */
  public static String json(Check.Result result) {
    Map<String, @Nullable Object> root = JsonText.document("check");
    root.put("readable", result.readable());
    root.put("differences", result.differences());
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }
}
