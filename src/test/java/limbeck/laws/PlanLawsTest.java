package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.diff.StatedRename;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.operation.Operation;
import limbeck.plan.Plan;
import limbeck.plan.PlanOptions;
import limbeck.plan.Planner;
import limbeck.plan.Strategy;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan leads to the wanted schema, each of its steps applies, and the way back leads back. */
class PlanLawsTest {
  /** A pair of schemas with the renames between them that are stated. */
  private record Trial(Schema from, Schema to, List<StatedRename> renames, Strategy strategy) {}

  @Test
  void aPlanLeadsThereAndBack() {
    for (long seed = 0; seed < 500; seed++) {
      check(seed);
    }
  }

  @Test
  @Tag("fuzz")
  void aPlanLeadsThereAndBackAtLength() {
    long start = System.nanoTime();
    for (long seed = start; seed < start + 20_000; seed++) {
      check(seed);
    }
  }

  @Test
  void theOrderOfDeclarationsChangesNothing() {
    for (long seed = 0; seed < 200; seed++) {
      Trial trial = trial(seed);
      RandomSource random = new RandomSource(seed + 1_000_000);
      Trial shuffled =
          new Trial(
              shuffled(trial.from(), random),
              shuffled(trial.to(), random),
              trial.renames(),
              trial.strategy());
      List<String> expected = sorted(plan(trial).upgrade());
      List<String> found = sorted(plan(shuffled).upgrade());
      if (!found.equals(expected)) {
        throw new AssertionError("seed " + seed + ":\n" + expected + "\n" + found);
      }
    }
  }

  private static List<String> sorted(List<Step> steps) {
    return steps.stream().map(it -> Describe.describe(it.operation())).sorted().toList();
  }

  private static Schema shuffled(Schema schema, RandomSource random) {
    Schema result = schema;
    for (var table : schema.tables().values()) {
      result =
          result.with(
              table
                  .withColumns(random.shuffled(table.columns()))
                  .withConstraints(random.shuffled(table.constraints()))
                  .withIndexes(random.shuffled(table.indexes())));
    }
    return result;
  }

  private static Trial trial(long seed) {
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

  private static void check(long seed) {
    Trial trial = trial(seed);
    if (!broken(trial).isEmpty()) {
      Shrink.Pair small =
          Shrink.pair(
              new Shrink.Pair(trial.from(), trial.to()),
              it ->
                  !broken(new Trial(it.from(), it.to(), trial.renames(), trial.strategy()))
                      .isEmpty());
      throw new AssertionError(
          "seed "
              + seed
              + ":\n"
              + String.join(
                  "\n",
                  broken(new Trial(small.from(), small.to(), trial.renames(), trial.strategy())))
              + "\nrenames "
              + trial.renames()
              + "\nfrom "
              + small.from()
              + "\nto   "
              + small.to());
    }
  }

  private static Plan plan(Trial trial) {
    DiffOptions options =
        DiffOptions.of(UnaryOperator.identity(), DefaultNames.postgresql())
            .withRenames(trial.renames());
    Difference difference = SchemaDiff.between(trial.from(), trial.to(), options);
    return Planner.plan(
        difference,
        trial.from(),
        trial.to(),
        PlanOptions.postgresql(16).withStrategy(trial.strategy(), Set.of()));
  }

  private static List<String> broken(Trial trial) {
    List<String> found = new ArrayList<>();
    Plan plan = plan(trial);
    ApplyResult there = Apply.applyAll(operations(plan.upgrade()), trial.from());
    found.addAll(there.problems());
    found.addAll(Equivalence.differences(there.schema(), trial.to()));
    ApplyResult back = Apply.applyAll(operations(plan.downgrade()), there.schema());
    back.problems().forEach(it -> found.add("back: " + it));
    Equivalence.differences(Equivalence.named(back.schema()), Equivalence.named(trial.from()))
        .forEach(it -> found.add("back: " + it));
    plan.downgradeRefused().ifPresent(found::add);
    if (!found.isEmpty()) {
      Stream.of(plan.upgrade(), plan.downgrade())
          .forEach(
              steps -> {
                found.add("  --");
                steps.forEach(it -> found.add("  " + Describe.describe(it.operation())));
              });
    }
    return found;
  }

  private static List<Operation> operations(List<Step> steps) {
    return steps.stream().map(Step::operation).toList();
  }
}
