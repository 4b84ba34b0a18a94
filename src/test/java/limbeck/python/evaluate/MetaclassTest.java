package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import limbeck.python.PythonProgram;
import org.junit.jupiter.api.Test;

/** Classes with a metaclass of the project. */
class MetaclassTest {
  @Test
  void metaclassesAreNotedNotRun() {
    Programs.Program program =
        Programs.of(
            """
            class Meta(type): pass
            class A(metaclass=Meta): x = 1
            """);
    assertThat(program.evaluator().problems())
        .extracting(PythonProgram.Problem::message)
        .containsExactly("metaclass Meta is not run");
  }
}
