package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.Describe;
import limbeck.plan.Phase;
import limbeck.plan.Plan;
import limbeck.revision.Step;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A plan leads to the wanted schema, each of its steps applies, and the way back leads back. */
class PlanLawsTest {
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
      Trial trial = Trial.random(seed);
      RandomSource random = new RandomSource(seed + 1_000_000);
      Trial shuffled =
          new Trial(
              shuffled(trial.from(), random),
              shuffled(trial.to(), random),
              trial.renames(),
              trial.strategy());
      List<String> expected = sorted(trial.plan().upgrade());
      List<String> found = sorted(shuffled.plan().upgrade());
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

  private static void check(long seed) {
    Trial trial = Trial.random(seed);
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

  static List<String> broken(Trial trial) {
    List<String> found = new ArrayList<>();
    Plan plan = trial.plan();
    ApplyResult there = Apply.applyAll(Trial.operations(plan.upgrade()), trial.from());
    found.addAll(there.problems());
    found.addAll(Equivalence.differences(there.schema(), trial.to()));
    ApplyResult back = Apply.applyAll(Trial.operations(plan.downgrade()), there.schema());
    back.problems().forEach(it -> found.add("back: " + it));
    Equivalence.differences(Equivalence.named(back.schema()), Equivalence.named(trial.from()))
        .forEach(it -> found.add("back: " + it));
    plan.downgradeRefused().ifPresent(found::add);
    Schema schema = trial.from();
    for (Phase phase : plan.phases()) {
      Schema after = Apply.applyAll(Trial.operations(phase.upgrade()), schema).schema();
      Schema again = Apply.applyAll(Trial.operations(phase.downgrade()), after).schema();
      Equivalence.differences(Equivalence.named(again), Equivalence.named(schema))
          .forEach(it -> found.add("back through " + phase.kind() + ": " + it));
      schema = after;
    }
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
}
