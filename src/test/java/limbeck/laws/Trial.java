package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.diff.StatedRename;
import limbeck.operation.DefaultNames;
import limbeck.operation.Operation;
import limbeck.plan.Plan;
import limbeck.plan.PlanOptions;
import limbeck.plan.Planner;
import limbeck.plan.Strategy;
import limbeck.revision.Step;
import limbeck.schema.Schema;

/** A pair of schemas with the renames between them that are stated. */
record Trial(Schema from, Schema to, List<StatedRename> renames, Strategy strategy) {
  /** The pair of a seed: unrelated schemas, one changed a little, or one with renames. */
  static Trial random(long seed) {
    RandomSource random = new RandomSource(seed);
    Schema from = new RandomSchema(random).schema();
    Strategy strategy = random.oneIn(3) ? Strategy.ONLINE : Strategy.DIRECT;
    RandomOperation operations = new RandomOperation(random);
    return switch (random.below(3)) {
      case 0 -> new Trial(from, new RandomSchema(random).schema(), List.of(), strategy);
      case 1 -> new Trial(from, operations.mutated(from, 1 + random.below(6)), List.of(), strategy);
      default -> {
        List<StatedRename> renames = new ArrayList<>();
        Schema renamed = operations.renamed(from, renames);
        yield new Trial(from, operations.mutated(renamed, random.below(4)), renames, strategy);
      }
    };
  }

  /** How the one becomes the other. */
  Plan plan() {
    DiffOptions options =
        DiffOptions.of(UnaryOperator.identity(), DefaultNames.postgresql()).withRenames(renames);
    Difference difference = SchemaDiff.between(from, to, options);
    return Planner.plan(
        difference, from, to, PlanOptions.postgresql(16).withStrategy(strategy, Set.of()));
  }

  /** The operations of steps. */
  static List<Operation> operations(List<Step> steps) {
    return steps.stream().map(Step::operation).toList();
  }
}
