package limbeck.python.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import limbeck.text.SourceFile;
import limbeck.text.Span;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the text, there is a tree, its spans lie in the text, and nothing is lost. */
class ParserFuzzTest {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private static final List<SourceFile> ORIGINALS =
      Corpus.files(Path.of("src/test/cases/syntax"), Path.of("src/test/python")).stream()
          .map(Corpus::read)
          .flatMap(Optional::stream)
          .filter(file -> !file.text().isEmpty())
          .toList();

  @Test
  void someChangedFiles() {
    run(1, 2_000);
  }

  @Test
  @Tag("fuzz")
  void manyChangedFiles() {
    run(1_000_000, 300_000);
  }

  @Test
  void changedExpressions() {
    SourceFile place = new SourceFile("models.py", "x: 'List[int]'");
    var at = place.at(new Span(3, 14));
    for (int seed = 0; seed < 5_000; seed++) {
      String text = new Mutation(seed).apply("Mapped[Optional[List['Team']]] | None");
      Expression expression = Parser.parseExpression(text, at);
      assertThat(expression.span()).as("%s", text).isEqualTo(at.span());
    }
  }

  private static void run(int firstSeed, int count) {
    for (int seed = firstSeed; seed < firstSeed + count; seed++) {
      SourceFile original = ORIGINALS.get(seed % ORIGINALS.size());
      String text = new Mutation(seed).apply(original.text());
      SourceFile changed = new SourceFile(original.path() + " changed by seed " + seed, text);
      SyntaxTree tree = assertTimeoutPreemptively(LONGEST, () -> Parser.parse(changed));
      assertThat(TreeCheck.mistakes(tree)).isEmpty();
      Corpus.assertLossless(changed);
    }
  }
}
