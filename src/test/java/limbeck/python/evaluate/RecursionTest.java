package limbeck.python.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Recursion and loops of which nobody knows when they end are cut off; others are followed. */
class RecursionTest {
  private static final String HEAD = "import os, lib\nflag = os.environ.get('FLAG')\n";

  private static Programs.Program program(String source) {
    return Programs.of(HEAD + source);
  }

  private static List<String> told(String source) {
    Recorder recorder = new Recorder();
    Programs.of(HEAD + source, recorder);
    return recorder.lines();
  }

  @Test
  void recursionThatNothingKnownEndsIsNotFollowedFar() {
    List<String> calls =
        told(
            """
            def walk(node):
                lib.visit()
                if node.left:
                    walk(node.left)
                if node.right:
                    walk(node.right)

            walk(lib.tree)
            """);
    assertThat(calls).filteredOn(it -> it.startsWith("lib.visit")).hasSizeBetween(3, 100);
  }

  @Test
  void recursionOverWhatIsKnownIsFollowed() {
    assertThat(
            program(
                    """
                    def depth(node):
                        if flag:
                            lib.note()
                        return 0 if node is None else 1 + depth(node['next'])

                    tree = None
                    for _ in range(20):
                        tree = {'next': tree}
                    x = depth(tree)
                    """)
                .shown("x"))
        .isEqualTo("20");
  }

  @Test
  void loopThatMayEndAtEachTurnIsWidened() {
    String source =
        """
        this = lib.node
        for _ in range(1000):
            lib.visit()
            if this.last:
                break
            this = this.parent
        """;
    assertThat(told(source)).filteredOn(it -> it.startsWith("lib.visit")).hasSizeBetween(3, 100);
    assertThat(program(source).shown("this")).startsWith("unknown: ");
  }
}
