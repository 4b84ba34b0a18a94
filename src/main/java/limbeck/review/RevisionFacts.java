package limbeck.review;

import java.util.Collections;
import java.util.List;
import limbeck.python.syntax.SyntaxTree;
import limbeck.revision.Revision;
import limbeck.schema.DialectName;
import limbeck.schema.Schema;

/**
 * A revision with everything a rule may ask.
 *
 * @param revision the revision
 * @param settings where and how it is to run
 * @param before the schema before it
 * @param after the schema after {@code upgrade()}
 * @param complete whether the schema after is known in full
 * @param steps what its upgrade does, call by call
 * @param downgradeSteps what its downgrade does, from the schema after
 * @param script its file, parsed
 * @param surroundings what else of the project is known
 * @param earlier the revisions of the same run before it
 */
public record RevisionFacts(
    Revision revision,
    ReviewSettings settings,
    Schema before,
    Schema after,
    boolean complete,
    List<StepReview> steps,
    List<StepReview> downgradeSteps,
    SyntaxTree script,
    Surroundings surroundings,
    List<RevisionFacts> earlier) {
  /** Copies the lists. */
  public RevisionFacts {
    steps = List.copyOf(steps);
    downgradeSteps = List.copyOf(downgradeSteps);
    // A view: copies of it would grow with the square of the history.
    earlier = Collections.unmodifiableList(earlier);
  }

  /** Returns on which database it is to run. */
  public DialectName database() {
    return settings.database();
  }

  /** Returns its operations up, in order. */
  public List<StepFacts> upgrade() {
    return steps.stream().flatMap(it -> it.parts().stream()).toList();
  }

  /** Returns its operations down, in order. */
  public List<StepFacts> downgrade() {
    return downgradeSteps.stream().flatMap(it -> it.parts().stream()).toList();
  }
}
