package limbeck.laws;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import limbeck.diff.DiffOptions;
import limbeck.diff.Difference;
import limbeck.diff.SchemaDiff;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.DefaultNames;
import limbeck.operation.Describe;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A difference, carried out, leaves none: {@code apply(diff(A, B), A) == B}. */
class DiffLawsTest {
  private static final DiffOptions OPTIONS =
      DiffOptions.of(UnaryOperator.identity(), DefaultNames.postgresql());

  @Test
  void aDifferenceLeadsToTheWantedSchema() {
    for (long seed = 0; seed < 500; seed++) {
      check(seed);
    }
  }

  @Test
  @Tag("fuzz")
  void aDifferenceLeadsToTheWantedSchemaAtLength() {
    long start = System.nanoTime();
    for (long seed = start; seed < start + 20_000; seed++) {
      check(seed);
    }
  }

  private static void check(long seed) {
    RandomSource random = new RandomSource(seed);
    Schema from = new RandomSchema(random).schema();
    Schema to =
        random.oneIn(2)
            ? new RandomSchema(random).schema()
            : new RandomOperation(random).mutated(from, 1 + random.below(6));
    Shrink.Pair pair = new Shrink.Pair(from, to);
    if (!broken(pair).isEmpty()) {
      Shrink.Pair small = Shrink.pair(pair, it -> !broken(it).isEmpty());
      throw new AssertionError(
          "seed "
              + seed
              + ":\n"
              + String.join("\n", broken(small))
              + "\nfrom "
              + small.from()
              + "\nto   "
              + small.to());
    }
  }

  static List<String> broken(Shrink.Pair pair) {
    List<String> found = new ArrayList<>();
    Difference difference = SchemaDiff.between(pair.from(), pair.to(), OPTIONS);
    ApplyResult result = Apply.applyAll(difference.operations(), pair.from());
    found.addAll(result.problems());
    found.addAll(difference.notes());
    found.addAll(Equivalence.differences(result.schema(), pair.to()));
    Difference second = SchemaDiff.between(result.schema(), pair.to(), OPTIONS);
    second.changes().forEach(it -> found.add("a second time: " + it.because()));
    if (!found.isEmpty()) {
      difference.operations().forEach(it -> found.add("  " + Describe.describe(it)));
    }
    return found;
  }
}
