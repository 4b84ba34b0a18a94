package limbeck.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import limbeck.operation.Apply;
import limbeck.operation.ApplyResult;
import limbeck.operation.Describe;
import limbeck.operation.Inverse;
import limbeck.operation.Invert;
import limbeck.operation.Operation;
import limbeck.schema.Schema;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What goes forward and back is where it was: {@code apply(invert(op, S), apply(op, S)) == S}. */
class OperationLawsTest {
  @Test
  void whatIsUndoneIsAsBefore() {
    for (long seed = 0; seed < 4_000; seed++) {
      undo(seed);
    }
  }

  @Test
  @Tag("fuzz")
  void whatIsUndoneIsAsBeforeAtLength() {
    long start = System.nanoTime();
    for (long seed = start; seed < start + 400_000; seed++) {
      undo(seed);
    }
  }

  private static void undo(long seed) {
    RandomSource random = new RandomSource(seed);
    Schema before = new RandomSchema(random).schema();
    Operation operation = new RandomOperation(random).next(before);
    Schema after = Apply.after(operation, before);
    Inverse inverse = Invert.invert(operation, before);
    List<Operation> back =
        switch (inverse) {
          case Inverse.Exact(var operations) -> operations;
          case Inverse.Lossy(var operations, _) -> operations;
          case Inverse.None(String reason) ->
              throw new AssertionError("seed " + seed + ": no inverse, " + reason);
        };
    ApplyResult result = Apply.applyAll(back, after);
    String context =
        "seed "
            + seed
            + ": "
            + Describe.describe(operation)
            + "\n  undone by "
            + back.stream().map(Describe::describe).toList();
    assertThat(result.problems()).as(context).isEmpty();
    assertThat(Equivalence.named(result.schema())).as(context).isEqualTo(Equivalence.named(before));
  }
}
