package limbeck.report;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import limbeck.text.Location;
import limbeck.workflow.Problem;
import limbeck.workflow.RevisionEntry;
import org.jspecify.annotations.Nullable;

/** Results as JSON documents; keys in a fixed order, absent parts as null. */
public final class JsonText {
  /** Goes up when a key changes its meaning or goes; new keys do not count. */
  public static final int VERSION = 1;

  private JsonText() {}

  /** Returns a list of revisions with the problems of their files. */
  public static String revisions(List<RevisionEntry> revisions, List<Problem> problems) {
    Map<String, @Nullable Object> root = document("revisions");
    root.put("revisions", revisions.stream().map(JsonText::revision).toList());
    root.put("problems", problems(problems));
    return write(root);
  }

  /** Returns one revision. */
  static Map<String, @Nullable Object> revision(RevisionEntry revision) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put("id", revision.id());
    result.put("parents", revision.parents());
    result.put("depends_on", revision.dependsOn());
    result.put("children", revision.children());
    result.put("labels", revision.labels());
    result.put("head", revision.head());
    result.put("effective_head", revision.effectiveHead());
    result.put("branch_point", revision.branchPoint());
    result.put("merge_point", revision.mergePoint());
    result.put("message", revision.message());
    result.put("docstring", revision.docstring().isEmpty() ? null : revision.docstring());
    result.put("create_date", revision.createDate().isEmpty() ? null : revision.createDate());
    result.put("path", revision.path());
    return result;
  }

  /** Returns the beginning of a document of a kind. */
  static Map<String, @Nullable Object> document(String kind) {
    Map<String, @Nullable Object> root = new LinkedHashMap<>();
    root.put("format", "limbeck-" + kind);
    root.put("version", VERSION);
    return root;
  }

  /** Returns problems as objects. */
  static List<Map<String, @Nullable Object>> problems(List<Problem> problems) {
    return problems.stream().distinct().map(JsonText::problem).toList();
  }

  private static Map<String, @Nullable Object> problem(Problem problem) {
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    result.put(
        "severity",
        switch (problem.severity()) {
          case ERROR -> "error";
          case WARNING -> "warning";
        });
    result.put("message", problem.message());
    result.put("help", problem.help().orElse(null));
    Optional<Location> at = problem.at();
    result.put("file", at.map(it -> it.file().path()).orElse(null));
    result.put("line", at.map(Location::line).orElse(null));
    result.put("column", at.map(Location::column).orElse(null));
    return result;
  }

  static String write(Object document) {
    try {
      return JSON.std
              .with(JSON.Feature.PRETTY_PRINT_OUTPUT)
              .with(JSON.Feature.WRITE_NULL_PROPERTIES)
              .asString(document)
          + "\n";
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }
}
