package limbeck.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.operation.Opaque;
import limbeck.revision.History;
import limbeck.revision.Origin;
import limbeck.revision.Step;
import limbeck.text.Location;

/** What of a revision was not understood, or would be refused by a database. */
final class HistoryProblems {
  private HistoryProblems() {}

  static List<Problem> of(History.Folded folded) {
    List<Problem> result = new ArrayList<>();
    for (Step step : folded.revision().upgrade()) {
      if (step.operation() instanceof Opaque opaque && opaque.mayChangeSchema()) {
        String message =
            "revision "
                + folded.revision().id()
                + ": not understood: "
                + opaque.what()
                + ", because "
                + opaque.why();
        result.add(Problem.warning(message, place(step)));
      }
    }
    for (History.Problem problem : folded.problems()) {
      String message = "revision " + problem.revision() + ": " + problem.message();
      result.add(Problem.warning(message, place(problem.step())));
    }
    return result;
  }

  private static Optional<Location> place(Step step) {
    return switch (step.origin()) {
      case Origin.Script(Location location, int _, int _) -> Optional.of(location);
      case Origin.Generated _ -> Optional.empty();
    };
  }
}
