package limbeck.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import limbeck.operation.TableOperation;
import limbeck.review.ReviewSettings;
import limbeck.review.Reviewer;
import limbeck.review.StepFacts;
import limbeck.review.StepReview;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;
import limbeck.schema.TableName;
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
   * @param lost the rows and values that were gone afterwards
   * @param changed the columns whose values were others afterwards
   */
  public record Traced(
      StepReview step,
      Outcome outcome,
      List<String> details,
      List<String> lost,
      List<String> changed) {
    /** Copies the lists. */
    public Traced {
      details = List.copyOf(details);
      lost = List.copyOf(lost);
      changed = List.copyOf(changed);
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
    Tracer tracer =
        new Tracer(Proofs.server(settings.serverMajor()), Proofs.dialect(settings.serverMajor()));
    for (Reviewer.Request request : selected) {
      // Each begins anew, with rows in every table, whatever became of those before.
      List<StepReview> own =
          steps.stream().filter(it -> it.revision().equals(request.revision().id())).toList();
      if (!own.isEmpty()) {
        trace(tracer, request.before(), own, result);
      }
    }
    return result;
  }

  private static void trace(
      Tracer tracer, Schema before, List<StepReview> steps, List<Traced> result) {
    List<Tracer.Trace> traces =
        tracer.run(before, steps.stream().map(TraceRevisions::call).toList());
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
          new Traced(
              steps.get(i),
              outcome,
              stopped.map(List::of).orElse(trace.differences()),
              trace.lost(),
              trace.changed()));
    }
  }

  static Tracer.Call call(StepReview step) {
    Set<TableName> born = new HashSet<>();
    for (StepFacts part : step.parts()) {
      born.addAll(part.lifetimes().tables());
      if (part.operation() instanceof TableOperation.CreateTable create) {
        born.add(create.table().name());
      }
    }
    return new Tracer.Call(step.sql(), step.transaction(), step.autocommit(), step.impact(), born);
  }
}
