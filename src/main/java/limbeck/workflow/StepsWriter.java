package limbeck.workflow;

import limbeck.render.FunctionBody;
import limbeck.render.RenderOptions;
import limbeck.review.WritesSteps;

/** Lends the review the hand that writes revisions. */
final class StepsWriter {
  private StepsWriter() {}

  static WritesSteps of(Workspace workspace) {
    RenderOptions options = Rendering.of(workspace);
    return (steps, before) ->
        FunctionBody.write(steps, before, options)
            .map(it -> new WritesSteps.Body(it.lines(), it.imports()));
  }
}
