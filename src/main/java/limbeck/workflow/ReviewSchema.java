package limbeck.workflow;

import java.util.List;
import java.util.Optional;
import limbeck.review.Severity;
import limbeck.review.design.SchemaReport;
import limbeck.review.design.SchemaReview;
import limbeck.text.ToolFailure;

/** Reviews a schema as a whole: that of the models, or of the history. */
public final class ReviewSchema {
  private ReviewSchema() {}

  /**
   * What was found.
   *
   * @param source what was looked at, in words
   * @param report the schema, looked at
   * @param failing whether a remark counts
   * @param problems what was not understood
   */
  public record Result(
      String source, SchemaReport report, boolean failing, List<Problem> problems) {
    /** Copies the list. */
    public Result {
      problems = List.copyOf(problems);
    }
  }

  /**
   * Reviews it.
   *
   * @param source where it is taken from
   * @param failOn the least severity that counts; {@code never} for none
   */
  public static Result run(
      ProjectRequest request, SchemaOf.Source source, Optional<String> failOn) {
    SchemaOf.Result found = SchemaOf.run(request, source);
    SchemaReport report = SchemaReview.of(found.dialect().normalize(found.schema()));
    Optional<Severity> least = least(failOn.orElse("low"));
    boolean failing =
        report.remarks().stream()
            .anyMatch(it -> least.filter(l -> it.severity().compareTo(l) >= 0).isPresent());
    return new Result(source.title(), report, failing, found.problems());
  }

  private static Optional<Severity> least(String name) {
    if (name.equals("never")) {
      return Optional.empty();
    }
    return Optional.of(
        ReviewRevisions.severity(name)
            .orElseThrow(
                () ->
                    new ToolFailure(
                        ToolFailure.Code.USAGE,
                        "'" + name + "' is no severity to fail on",
                        "write low, medium, high, critical or never")));
  }
}
