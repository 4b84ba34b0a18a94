package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.review.ReviewSettings;
import limbeck.review.Reviewer;
import limbeck.review.StepReview;
import limbeck.schema.DialectName;
import limbeck.text.ToolFailure;
import limbeck.verify.Tracer;

/** Runs revisions on an embedded PostgreSQL and compares what they do with what was foretold. */
public final class TraceRevisions {
  private TraceRevisions() {}

  /** How a prediction came out. */
  public enum Outcome {
    /** What was foretold was seen. */
    CONFIRMED,
    /** Something else was seen. */
    MISMATCH,
    /** Nothing was foretold, because the step is not understood. */
    UNPREDICTED,
    /** The step did not run. */
    NOT_RUN
  }

  /**
   * One step that was run.
   *
   * @param step as foretold
   * @param outcome how the prediction came out
   * @param details where the two differ, or why it did not run
   */
  public record Traced(StepReview step, Outcome outcome, List<String> details) {
    /** Copies the details. */
    public Traced {
      details = List.copyOf(details);
    }
  }

  static List<Traced> run(
      Workspace workspace,
      ReviewSettings settings,
      List<Reviewer.Request> selected,
      List<StepReview> steps) {
    if (workspace.dialectName() != DialectName.POSTGRESQL) {
      throw new ToolFailure(
          ToolFailure.Code.USAGE,
          "--trace runs revisions on PostgreSQL, and this project is for "
              + workspace.dialectName().sqlalchemyName(),
          "leave --trace out");
    }
    List<Traced> result = new ArrayList<>();
    if (selected.isEmpty()) {
      return result;
    }
    Tracer tracer = new Tracer(Proofs.server(settings.serverMajor()), workspace.dialect());
    List<Tracer.Call> calls = steps.stream().map(TraceRevisions::call).toList();
    List<Tracer.Trace> traces = tracer.run(selected.getFirst().before(), calls);
    for (int i = 0; i < steps.size(); i++) {
      Tracer.Trace trace = traces.get(i);
      Optional<String> stopped = trace.notRun();
      boolean understood = steps.get(i).understood();
      Outcome outcome =
          stopped.isPresent()
              ? Outcome.NOT_RUN
              : !understood
                  ? Outcome.UNPREDICTED
                  : trace.differences().isEmpty() ? Outcome.CONFIRMED : Outcome.MISMATCH;
      result.add(
          new Traced(steps.get(i), outcome, stopped.map(List::of).orElse(trace.differences())));
    }
    return result;
  }

  static Tracer.Call call(StepReview step) {
    return new Tracer.Call(
        step.sql(), step.transaction(), step.autocommit(), step.impact(), true);
  }
}
