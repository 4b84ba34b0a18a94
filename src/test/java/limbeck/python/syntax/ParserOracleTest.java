package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import limbeck.cases.CaseFolder;
import limbeck.text.SourceFile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** CPython's own parser judges ours, node by node and place by place. */
@Tag("oracle")
class ParserOracleTest {
  /** Of so many files of the standard library one is compared in the short run. */
  private static final int SAMPLE = 12;

  private int compared;
  private final List<String> differences = new ArrayList<>();

  @Test
  void treesOfTheStandardLibrary() {
    try (PythonTrees python = PythonTrees.start()) {
      compare(python, Corpus.sample(Corpus.files(python.about().library()), SAMPLE));
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(100);
  }

  @Test
  @Tag("fuzz")
  void treesOfAllThatIsInstalled() {
    try (PythonTrees python = PythonTrees.start()) {
      PythonTrees.About about = python.about();
      compare(python, Corpus.files(about.library(), about.packages()));
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThan(1_000);
  }

  /** Cases with syntax that is newer than the judge are left to their expected trees. */
  @Test
  void treesOfTheCases() {
    List<Path> cases = CaseFolder.in("syntax").stream().map(it -> it.file("input.py")).toList();
    try (PythonTrees python = PythonTrees.start()) {
      compare(python, cases);
    }
    assertThat(differences).isEmpty();
    assertThat(compared).isGreaterThanOrEqualTo(cases.size() / 3);
  }

  private void compare(PythonTrees python, List<Path> files) {
    boolean masked = !python.about().placesFormats();
    for (Path path : files) {
      PythonTrees.Answer answer = python.dump(path);
      Optional<SourceFile> file = Corpus.read(path);
      if (file.isEmpty()) {
        if (answer.error().isEmpty()) {
          differences.add(path + " cannot be decoded");
        }
        continue;
      }
      Corpus.assertLossless(file.get());
      if (answer.error().isEmpty()) {
        compared++;
        compare(Parser.parse(file.get()), answer.tree(), masked);
      }
    }
  }

  private void compare(SyntaxTree tree, List<String> expected, boolean masked) {
    if (!tree.problems().isEmpty()) {
      SyntaxTree.Problem problem = tree.problems().getFirst();
      differences.add(problem.location() + ": " + problem.message());
      return;
    }
    List<String> actual = TreeDump.of(tree, masked);
    for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
      String ours = i < actual.size() ? actual.get(i) : "nothing";
      String theirs = i < expected.size() ? expected.get(i) : "nothing";
      if (!ours.equals(theirs)) {
        differences.add(tree.file() + ": " + ours + " instead of " + theirs);
        return;
      }
    }
  }
}
