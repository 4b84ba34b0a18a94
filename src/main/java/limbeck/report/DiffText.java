package limbeck.report;

import java.util.Map;
import limbeck.workflow.DiffSchemas;
import org.jspecify.annotations.Nullable;

/** What {@code diff} says. */
public final class DiffText {
  private DiffText() {}

  /** Returns it for a person. */
  public static String text(DiffSchemas.Result result, String from, String to) {
    StringBuilder out = new StringBuilder();
    if (result.differences().isEmpty()) {
      out.append("No differences\n");
    } else {
      out.append("What makes ").append(from).append(" into ").append(to).append(":\n");
      result.differences().forEach(it -> out.append("  ").append(it).append('\n'));
    }
    result.notes().forEach(it -> out.append("Not compared: ").append(it).append('\n'));
    return out.toString();
  }

  /** Returns it for a program. */
  public static String json(DiffSchemas.Result result) {
    Map<String, @Nullable Object> root = JsonText.document("diff");
    root.put("differences", result.differences());
    root.put("notes", result.notes());
    root.put("problems", JsonText.problems(result.problems()));
    return JsonText.write(root);
  }
}
