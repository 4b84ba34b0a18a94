package limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
  private static String problems(RevisionHeader... headers) {
    StringBuilder text = new StringBuilder();
    RevisionGraph.of(List.of(headers))
        .problems()
        .forEach(it -> text.append(it.message()).append(" | ").append(it.help()).append('\n'));
    return text.toString();
  }

  private static GraphProblem failure(Resolution resolution) {
    assertThat(resolution).isInstanceOf(Resolution.Failed.class);
    return ((Resolution.Failed) resolution).problem();
  }

  private static List<RevisionId> found(Resolution resolution) {
    assertThat(resolution).isInstanceOf(Resolution.Found.class);
    return ((Resolution.Found) resolution).ids();
  }

  /** The example of Alembic's order in the reference: a fork, a merge, and a second base. */
  private static RevisionGraph example() {
    return RevisionGraph.of(
        List.of(
            Headers.of("a1", ""),
            Headers.of("b1", "a1"),
            Headers.of("c1", "a1", "", "side"),
            Headers.of("c2", "c1"),
            Headers.of("m1", "b1 c2"),
            Headers.of("n1", "m1"),
            Headers.of("x1", "", "", "ext"),
            Headers.of("x2", "x1", "b1", "")));
  }

  @Test
  void theOrderIsAlembics() {
    RevisionGraph graph = example();
    assertThat(found(graph.upgrade("heads", List.of())))
        .isEqualTo(Headers.ids("a1 c1 c2 b1 x1 x2 m1 n1"));
    assertThat(found(graph.upgrade("ext@+2", List.of()))).isEqualTo(Headers.ids("a1 b1 x1 x2"));
    assertThat(found(graph.downgrade("ext@base", Headers.ids("n1 x2"))))
        .isEqualTo(Headers.ids("x2 x1"));
    assertThat(failure(graph.upgrade("a1+1", List.of())))
        .isEqualTo(new GraphProblem.AmbiguousStep("a1+1", Headers.ids("b1 c1")));
  }

  @Test
  void headsAndPointsAreKnown() {
    RevisionGraph graph = example();
    assertThat(graph.heads()).isEqualTo(Headers.ids("n1 x2"));
    assertThat(graph.bases()).isEqualTo(Headers.ids("a1 x1"));
    assertThat(graph.isBranchPoint(new RevisionId("a1"))).isTrue();
    assertThat(graph.isMergePoint(new RevisionId("m1"))).isTrue();
    assertThat(graph.labels(new RevisionId("c2"))).containsExactly("side");
    assertThat(graph.dependents(new RevisionId("b1"))).isEqualTo(Headers.ids("m1 x2"));
  }

  @Test
  void twoHeadsAreNamedWithTheWayOut() {
    GraphProblem problem = failure(example().resolve("head"));
    assertThat(problem.message())
        .isEqualTo("'head' is not one revision, there are 2 heads: n1, x2");
    assertThat(problem.help()).contains("alembic merge n1 x2");
  }

  @Test
  void beginningsOfIdsAreEnoughWhenUnique() {
    RevisionGraph graph =
        RevisionGraph.of(List.of(Headers.of("abcd12", ""), Headers.of("abef34", "abcd12")));
    assertThat(found(graph.resolve("abc"))).isEqualTo(Headers.ids("abcd12"));
    assertThat(failure(graph.resolve("ab")))
        .isEqualTo(new GraphProblem.AmbiguousId("ab", Headers.ids("abcd12 abef34")));
    assertThat(failure(graph.resolve("abcd21")).help()).isEqualTo("did you mean abcd12?");
  }

  @Test
  void relativeNamesCount() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(Headers.of("a1", ""), Headers.of("b1", "a1"), Headers.of("c1", "b1")));
    assertThat(found(graph.resolve("head-1"))).isEqualTo(Headers.ids("b1"));
    assertThat(found(graph.resolve("a1+2"))).isEqualTo(Headers.ids("c1"));
    assertThat(found(graph.resolve("-2"))).isEqualTo(Headers.ids("a1"));
    assertThat(found(graph.range("a1", "b1"))).isEqualTo(Headers.ids("b1 a1"));
    assertThat(found(graph.range("-1", "head"))).isEqualTo(Headers.ids("c1 b1"));
    assertThat(failure(graph.resolve("head+1"))).isEqualTo(new GraphProblem.TooFar("head+1"));
    assertThat(failure(graph.upgrade("+5", List.of()))).isEqualTo(new GraphProblem.TooFar("+5"));
    assertThat(failure(graph.resolve("head-99999999999")))
        .isEqualTo(new GraphProblem.TooFar("head-99999999999"));
  }

  @Test
  void aDuplicateIdNamesBothFiles() {
    RevisionHeader second =
        new RevisionHeader(
            new RevisionId("a1"),
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            new limbeck.text.SourceFile("other.py", ""));
    assertThat(problems(Headers.of("a1", ""), second))
        .startsWith("revision id a1 is used by two files: a1.py and other.py | give one of them");
  }

  @Test
  void anUnknownParentIsNamedWithWhatIsClose() {
    assertThat(problems(Headers.of("abcd1234", ""), Headers.of("b1", "abcd1235")))
        .isEqualTo(
            "b1.py: down_revision abcd1235 of revision b1 does not exist"
                + " | did you mean abcd1234? correct down_revision\n");
  }

  @Test
  void circlesAreReportedAndTheRestStillWorks() {
    RevisionGraph graph =
        RevisionGraph.of(
            List.of(
                Headers.of("a1", ""),
                Headers.of("b1", "a1"),
                Headers.of("x1", "y1"),
                Headers.of("y1", "x1"),
                Headers.of("z1", "z1")));
    assertThat(graph.problems()).hasSize(1);
    assertThat(graph.problems().getFirst().message())
        .isEqualTo("these revisions form a circle: x1, y1, z1");
    assertThat(graph.oldestFirst()).isEqualTo(Headers.ids("a1 b1"));
    assertThat(graph.heads()).isEqualTo(Headers.ids("b1"));
  }

  @Test
  void circlesThroughDependenciesAreReported() {
    assertThat(problems(Headers.of("a1", "", "b1", ""), Headers.of("b1", "a1")))
        .startsWith("these revisions form a circle through depends_on: a1, b1");
  }

  @Test
  void labelsAndIdsAreChecked() {
    assertThat(problems(Headers.of("a1", "", "", "x"), Headers.of("b1", "a1", "", "x")))
        .startsWith("b1.py: branch label 'x' of revision b1 is already used by revision a1");
    assertThat(problems(Headers.of("a-b", ""))).contains("holds -, which Alembic refuses");
    assertThat(problems(Headers.of("a".repeat(33), "")))
        .contains("is longer than the version table's column holds");
    assertThat(problems(Headers.of("a1", "", "nowhere", "")))
        .startsWith("a1.py: depends_on 'nowhere' of revision a1 is neither");
  }

  @Test
  void aLongHistoryIsWalkedQuickly() {
    List<RevisionHeader> headers = new java.util.ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      headers.add(Headers.of("r" + i, i == 0 ? "" : "r" + (i - 1)));
    }
    RevisionGraph graph = RevisionGraph.of(headers);
    assertThat(graph.oldestFirst()).hasSize(5000);
    assertThat(found(graph.resolve("head-4999"))).isEqualTo(Headers.ids("r0"));
  }
}
